// Iterators that are written by hand, whose steps are literals of their own: what they give and when they end.

const range = {
  from: 1,
  to: 3,
  [Symbol.iterator]() {
    let current = this.from;
    const last = this.to;
    return {
      next() {
        if (current <= last) return { done: false, value: current++ };
        return { done: true, value: undefined };
      },
    };
  },
};
console.log([...range]);
for (const each of range) console.log(each === undefined ? "none" : each * 2);

class Words {
  constructor(private readonly text: string) {}
  [Symbol.iterator]() {
    const words = this.text.split(" ");
    let at = 0;
    return {
      next: () => (at < words.length ? ({ done: false, value: words[at++] } as const) : ({ done: true, value: undefined } as const)),
    };
  }
}
for (const word of new Words("one two three")) console.log(word.toUpperCase());
const [first, , third] = new Words("a b c");
console.log(first, third, [...new Words("x y")].join());

const countdown = {
  [Symbol.iterator]() {
    let left = 3;
    return { next: () => (left > 0 ? { value: left--, done: false } : { value: undefined, done: true }) };
  },
};
console.log(Math.max(...[...countdown].map((value) => value ?? 0)));
function pick(n: number) {
  return n > 1 ? { value: n, done: false } : { value: undefined, done: true };
}
console.log(pick(1), pick(2), [pick(3).value, pick(0).value]);
