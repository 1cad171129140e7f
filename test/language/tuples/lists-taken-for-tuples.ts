// A list of lists that an assertion calls a list of tuples: an element that is none panics where it is read.
// Exits: 70

function rows(counts: number[]): [number, string][] {
  return counts.map((count) => [count, `${count}`]) as unknown as [number, string][];
}
const made = rows([1, 2]);
console.log(made.length);
console.log(made.map(([count, text]) => count + text.length));
