// Functions and classes are instances of Function, in unions and behind unknown values.

class A {}
function kind(value: unknown): string {
  if (value instanceof Function) return `function ${value.name}`;
  return value instanceof Error ? "error" : typeof value;
}
const named = (): number => 1;
console.log(kind(named), kind(A), kind(kind), kind(new A()), kind(new Error("x")), kind(3), kind(null), kind("f"));

function resolve(value: string | (() => string)): string {
  return value instanceof Function ? value() : value;
}
console.log(
  resolve("plain"),
  resolve(() => "called"),
);

const handlers: (((n: number) => number) | { handle(n: number): number })[] = [(n) => n + 1, { handle: (n) => n * 10 }];
for (const one of handlers) console.log(one instanceof Function ? one(4) : one.handle(4));
