// Functions that take the parameters of another function as a type parameter.

function call<T extends unknown[], R>(f: (...args: T) => R, ...args: T): R {
  return f(...args);
}
console.log(call((a: number, b: string) => `${a}${b}`, 1, "x"));
console.log(
  call(() => "nothing"),
  call((flag: boolean) => !flag, true),
);

function logged<A extends unknown[], R>(name: string, f: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    console.log(`${name}(${args.length})`);
    return f(...args);
  };
}
const add = logged("add", (a: number, b: number) => a + b);
console.log(add(1, 2), add(0.5, 0.25));

function curried<A, B extends unknown[], R>(f: (first: A, ...rest: B) => R): (first: A) => (...rest: B) => R {
  return (first) =>
    (...rest) =>
      f(first, ...rest);
}
const three = curried((a: number, b: string, c: boolean) => `${a}${b}${c}`);
const withOne = three(1);
console.log(withOne("x", true), withOne("y", false), three(2)("z", true));

function remembering<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args: A): R => {
    const key = JSON.stringify(args);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = f(...args);
    known.set(key, made);
    return made;
  };
}
let calls = 0;
const repeated = remembering((count: number, text: string) => {
  calls++;
  return text.repeat(count);
});
console.log(repeated(2, "ab"), repeated(2, "ab"), repeated(3, "x"), calls);
