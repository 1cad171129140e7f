// Spreads of what may be nothing: the idiom for properties that are only there sometimes.

interface Item {
  id: number;
  tags?: string[];
  note?: string;
}
function make(id: number, tags?: string[], note = "", flag = false): Item {
  return { id, ...(tags && { tags }), ...(note && { note }), ...(flag ? { note: "flagged" } : {}) };
}
console.log(make(1), make(2, ["a"]), make(3, undefined, "n"), make(4, [], "x", true), make(5, undefined, "", true));
const base = { a: 1, b: 2 };
function over(c: boolean, n: number | null) {
  return { ...base, ...(c && { b: 3, z: "z" }), ...(n !== null ? { n } : null) };
}
console.log(over(false, null), over(true, 7), Object.keys(over(false, null)), Object.keys(over(true, 1)));
const o = over(false, null);
console.log(o.z, o.n, o.b);
type Opt = { x?: number; y?: string } | undefined;
const f = (p: Opt) => ({ x: 0, y: "none", ...p });
console.log(f(undefined), f({ x: 4 }), f({ y: "q" }));
class P {
  constructor(
    public u = 1,
    public v = 2,
  ) {}
}
const g = (p: P | null) => ({ u: 9, w: 3, ...p });
console.log(g(null), g(new P()), JSON.stringify([g(null), over(true, null)]));
const { a, ...others } = over(true, 2);
console.log(a, others.n, others.b, others.z);
function k(flag: boolean) {
  return { id: 1, note: "n", ...(flag ? { note: "flagged" } : {}) };
}
console.log(k(true), k(false));
function k2(flag: boolean) {
  return { id: 1, ...(flag ? { note: "flagged" } : {}) };
}
console.log(k2(true), k2(false));
