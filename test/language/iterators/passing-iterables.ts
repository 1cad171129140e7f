// Parameters of type Iterable: arrays, strings, sets, maps and generators all serve.

function* letters() {
  yield "g";
  yield "h";
}
function joined(parts: Iterable<string>): string {
  let text = "";
  for (const part of parts) text += `${part}.`;
  return text;
}
function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
}
function count<T>(values: Iterable<T>): number {
  return [...values].length;
}

console.log(joined(["a", "b"]), joined("cd"), joined(new Set(["e", "f"])), joined(letters()));
console.log(joined(new Map([["k", 1]]).keys()));
console.log(total([1, 2, 3]), total(new Set([4, 5])), total(new Map([["x", 6]]).values()));
console.log(count([1, 2]), count("three"), count(new Map([["k", 1]])), count(letters()));
