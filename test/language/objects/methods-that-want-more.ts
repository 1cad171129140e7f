// A method of a literal that wants more of its argument than the type of the literal says: reading what is not there panics.
// Exits: 70

interface Small {
  a: number;
}
interface Large extends Small {
  b: string;
}
interface Sink {
  take(given: Small): string;
}
const careful: Sink = { take: (given) => `small ${given.a}` };
const greedy: Sink = {
  take(given: Large): string {
    return `large ${given.a} ${given.b.length}`;
  },
};
const large: Large = { a: 2, b: "two" };
for (const sink of [careful, greedy]) console.log(sink.take(large));
console.log(careful.take({ a: 3 }));
console.log(greedy.take({ a: 4 }));
