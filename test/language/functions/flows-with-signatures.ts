// Functions made of functions, with a signature for each length over one body.

type Step = (given: unknown) => unknown;
function flow<A, B>(first: (a: A) => B): (a: A) => B;
function flow<A, B, C>(first: (a: A) => B, second: (b: B) => C): (a: A) => C;
function flow<A, B, C, D>(first: (a: A) => B, second: (b: B) => C, third: (c: C) => D): (a: A) => D;
function flow(...steps: Step[]): Step {
  return (given) => steps.reduce((value, step) => step(value), given);
}

const slug = flow(
  (text: string) => text.trim(),
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(" ", "-"),
);
console.log(slug("  Hello World "), ["A b", "C"].map(slug));
const doubled = flow(
  (text: string) => text.length,
  (n) => n * 2,
);
console.log(doubled("abc") + 1);
console.log([1, 2, 3].map(flow((n: number) => n + 1)));
const words = flow(
  (text: string) => text.split(" "),
  (list) => list.filter((word) => word !== ""),
);
for (const word of words(" a  b ")) console.log(word);

const after =
  <A, B, C>(second: (b: B) => C, first: (a: A) => B) =>
  (a: A): C =>
    second(first(a));
const shout = after(
  (n: number) => `${n}!`,
  (text: string) => text.length,
);
console.log(shout("four"));
function composed<T>(...steps: ((value: T) => T)[]): (value: T) => T {
  return (value) => steps.reduceRight((given, step) => step(given), value);
}
console.log(
  composed<number>(
    (n) => n + 1,
    (n) => n * 10,
  )(2),
  composed<string>()("same"),
);
