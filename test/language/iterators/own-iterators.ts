// Iterators written by hand: objects with next(), made by literals, with the steps that the standard names.

function range(from: number, to: number): Iterable<number> {
  return {
    [Symbol.iterator](): Iterator<number> {
      let n = from;
      return {
        next(): IteratorResult<number> {
          return n < to ? { done: false, value: n++ } : { done: true, value: undefined };
        },
      };
    },
  };
}

for (const n of range(1, 4)) console.log(n);
console.log([...range(0, 5)].join());
const [a, b] = range(10, 20);
console.log(a + b);
const numbers = range(0, 2);
for (const x of numbers) for (const y of numbers) console.log(x, y);
