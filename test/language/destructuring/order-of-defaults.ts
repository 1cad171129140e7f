// Order in destructuring: the source once, then for each element its default only where undefined, getters in the order of the pattern.

const log: string[] = [];
function t<T>(name: string, value: T): T {
  log.push(name);
  return value;
}
const flush = (): string => `[${log.splice(0).join(" ")}]`;
interface Options {
  a?: number;
  b?: number | null;
  inner?: { c?: string; d?: string };
}
const source = (given: Options): Options => t("source", given);
for (const given of [{}, { a: 0, b: null }, { inner: {} }, { a: 1, b: 2, inner: { c: "c", d: "d" } }] as Options[]) {
  const {
    b = t("b", 7),
    a = t("a", (b ?? 0) + 1),
    inner: { d = t("d", "D"), c = t("c", `${d}${a}`) } = t<{ c?: string; d?: string }>("inner", { c: "own" }),
  } = source(given);
  console.log(a, b, c, d, flush());
}
class Counted {
  private n = 0;
  get x(): number {
    return t("x", ++this.n);
  }
  get y(): number {
    return t("y", ++this.n * 10);
  }
}
const counted = new Counted();
const { y, x } = counted;
console.log(x, y, flush());
let p = 1;
let q = 2;
let r: number | undefined;
[p, q, r = t("r", p + q)] = [q, p];
console.log(p, q, r, flush());
const list = [0, 0, 0];
let at = 0;
[list[at++], list[at++]] = [t("one", 1), t("two", 2)];
({ x: list[at], y: list[0] } = counted);
console.log(list.join(), at, flush());
function* numbers(): Generator<number | undefined, void> {
  for (const n of [1, undefined, 3, 4]) yield t(`yield ${n}`, n);
}
const [first, second = t("second", -1), , ...more] = numbers();
console.log(first, second, more.join(), flush());
const [only = t("never", 9)] = numbers();
console.log(only, flush());
const swap = ([m, n = m]: [string, string?], { k = n, l = k } = { k: t("k", "K") } as { k?: string; l?: string }): string => m + n + k + l;
console.log(swap(["m"]), swap(["m", "n"], {}), swap(["a"], { l: "L" }), flush());
