// Rest parameters whose type is a tuple with a rest element, functions of them as values, and `Parameters` of functions.

function sum(...all: [string, ...number[]]): string {
  const [name, ...numbers] = all;
  return `${name}=${numbers.reduce((total, each) => total + each, 0)}/${all.length}`;
}
console.log(sum("a"), sum("b", 1), sum("c", 1, 2, 3));

const asValue: (name: string, ...numbers: number[]) => string = sum;
console.log(asValue("d", 4, 5), [sum, asValue].map((each) => each("e", 6)).join());

function log(tag: string, ...values: number[]): void {
  console.log(tag, values.length, values.at(-1));
}
const given: Parameters<typeof log> = ["tag", 7, 8];
log(...given);

function twice<A extends unknown[]>(action: (...args: A) => void, ...args: A): void {
  action(...args);
  action(...args);
}
twice(log, "two", 1);
twice(log, "three", 1, 2);
twice((n: number, text: string) => console.log(n, text), 5, "t");

function wrap<A extends unknown[], R>(action: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    console.log("called with", args.length);
    return action(...args);
  };
}
console.log(wrap((a: number, b: string) => b + a)(1, "x"));
console.log(wrap((...numbers: number[]) => numbers.length)(1, 2, 3));
wrap(log)("wrapped", 1, 2);

function curry<A, B extends unknown[], R>(action: (first: A, ...rest: B) => R): (first: A) => (...rest: B) => R {
  return (first) =>
    (...rest) =>
      action(first, ...rest);
}
console.log(curry((a: number, b: string, c: boolean) => `${a}${b}${c}`)(1)("x", true));
console.log(curry(asValue)("curried")(1, 2, 3));
