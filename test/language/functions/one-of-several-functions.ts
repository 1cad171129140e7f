const attempts = [() => 1, () => "two", () => [3]];
for (const attempt of attempts) console.log(attempt());
type Body = (() => void) | (() => Promise<void>);
const bodies: Body[] = [
  () => console.log("now"),
  async () => {
    await null;
    console.log("later");
  },
];
for (const body of bodies) await body();
function apply(f: ((n: number) => number) | ((s: number, t?: number) => string)): string {
  return String(f(4));
}
console.log(
  apply((n: number) => n + 1),
  apply((s: number, t: number = 3) => `${s}${t}`),
);
const table = { a: (n: number) => n * 2, b: (n: number) => `b${n}` };
for (const key of ["a", "b"] as const) console.log(table[key](5));
const pick = Math.random() < 2 ? (x: string) => x.length : (x: string) => x + x;
console.log(pick("ab"));
let handler: (() => number) | ((a: string) => string) | undefined;
console.log(handler === undefined, typeof handler);
handler = (a: string) => a.toUpperCase();
console.log(handler("x"));
const steps: (((a: number) => number) | ((a: string) => number))[] = [(a: number) => a + 1];
console.log(
  steps.length,
  steps.map((s) => typeof s),
);
const same = () => 1;
const u: (() => number) | (() => string) = same;
console.log(u === same);
