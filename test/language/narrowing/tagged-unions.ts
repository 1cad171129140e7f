// Unions of primitives, told apart by typeof, also in arrays; recursive records; functions of functions.

function f(x: number | string | null): string {
  if (x === null) return "null";
  if (typeof x === "number") return `n${x}`;
  return x.toUpperCase();
}
console.log(f(null), f(3), f("q"));
let u: number | string = 5;
u = "s";
console.log(u);
const mixed: (number | string | boolean)[] = [1, "a", true];
for (const m of mixed) console.log(typeof m, m);
type Tree = { left: Tree | null; right: Tree | null; value: number };
const leaf = (value: number): Tree => ({ left: null, right: null, value });
const depth = (t: Tree | null): number => (t === null ? 0 : 1 + Math.max(depth(t.left), depth(t.right)));
console.log(depth({ left: leaf(1), right: { left: leaf(2), right: null, value: 3 }, value: 4 }));
const memo = new Map<number, number>();
const fib = (n: number): number => {
  const k = memo.get(n);
  if (k !== undefined) return k;
  const r = n < 2 ? n : fib(n - 1) + fib(n - 2);
  memo.set(n, r);
  return r;
};
console.log(fib(50));
class Stack<T> {
  private items: T[] = [];
  push(t: T): void {
    this.items.push(t);
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  get size(): number {
    return this.items.length;
  }
}
const st = new Stack<{ id: number }>();
st.push({ id: 4 });
console.log(st.pop()?.id, st.pop()?.id, st.size);
const compose =
  <A, B, C>(f: (a: A) => B, g: (b: B) => C) =>
  (a: A): C =>
    g(f(a));
const words = ["b", "a"];
console.log([..."héllo"].length, [...words, ..."xy"].join());
console.log([1, 2, 3].map(String).join("-"), ["1", "2"].map(Number)[1]);
