// Functions of few parameters, the library's among them, where ones of any number of arguments are wanted.

const fs = new Map<string, (...args: number[]) => number>([
  ["sqrt", Math.sqrt],
  ["max", Math.max],
]);
const twice = (x: number): number => 2 * x;
const add = (a: number, b = 1): number => a + b;
const opt = (a: number, b?: number): number => b ?? a;
fs.set("twice", twice);
fs.set("add", add);
fs.set("opt", opt);
for (const [n, f] of fs) console.log(n, f(4), f(9, 2));
const call: (...args: (string | number)[]) => string = (...args) => args.join();
console.log(call("a", 1));
type AnyFn = (...args: string[]) => void;
const say = (a: string, b: string): void => console.log(a, b);
const any: AnyFn = say;
any("x", "y");
