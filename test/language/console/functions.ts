// Functions in the console: their kinds, and the names they have or get from where they stand.

class Tool {
  private readonly callback = (n: number): number => n;
  static make(): number {
    return 1;
  }
  use(): number {
    return this.callback(1);
  }
}

function plain(): void {}
async function later(): Promise<void> {}
function* steps(): Generator<number> {
  yield 1;
}
const arrow = (): number => 1;
const named = function inner(): number {
  return 1;
};
let assigned: () => number = arrow;
assigned = () => 2;
const wrapped = (() => 3) satisfies () => number;

console.log(plain, later, steps, arrow, named, assigned, wrapped);
console.log([plain, () => 4], { plain, short() {}, long: () => 1, other: named, [`${"dashed-name"}`]: () => 5 });
console.log(new Tool(), new Tool().use(), Tool.make, Math.sqrt);
console.log(new Map<string, (n: number) => void>([["a", (n) => console.log(n)]]));
const asUnknown: unknown[] = [plain, later, arrow, () => 6, (n: number, text: string) => `${n}${text}`];
for (const value of asUnknown) console.log(value, typeof value);

function take(callback: (n: number, text: string) => unknown): void {
  console.log(callback);
}
take(plain);
take((n) => n);
take(function visitor(n) {
  return n;
});
const withDefault = (callback = () => 1): void => console.log(callback);
withDefault();
console.log({
  get both() {
    return 1;
  },
  first: 1,
  set both(_value) {},
  get "read-only"() {
    return 2;
  },
  set writeOnly(_value: number) {},
  last() {},
});
