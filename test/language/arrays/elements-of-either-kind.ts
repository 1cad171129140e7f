// Elements of what is an array of numbers or a typed array: read, asked for, and taken apart.

function sum(bytes: Uint8Array | readonly number[]): number {
  let total = 0;
  for (let i = 0; i < bytes.length; i++) total += bytes[i];
  return total;
}
console.log(sum([1, 2, 3]), sum(new Uint8Array([1, 2, 3])), sum([0.5]));

function triples(bytes: Uint8Array | readonly number[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    result.push(`${a} ${b ?? "-"} ${c === undefined ? "-" : c + 1}`);
  }
  return result;
}
console.log(triples([1, 2, 3, 4]), triples(Uint8Array.of(250, 255)), triples([]));

const at = (list: Float64Array | string[], index: number): string | number => list[index] ?? "none";
console.log(at(new Float64Array([1.5]), 0), at(["a", "b"], 1), at(["a"], 1), at(new Float64Array(1), 3));
