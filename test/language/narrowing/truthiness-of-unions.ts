// Conditions on unions of several types: empty strings, zero, NaN and false are false inside a union too.

function truth(value: string | number | boolean): boolean {
  return value ? true : false;
}
function maybe(value: string | number | null): string {
  if (!value) return "falsy";
  return typeof value === "string" ? `s${value}` : `n${value}`;
}
const samples: (string | number | boolean)[] = ["", "a", 0, -0, 1, Number.NaN, true, false];
console.log(samples.map((value) => (truth(value) ? "1" : "0")).join(""));
console.log(samples.filter(Boolean).length, samples.filter((value) => !value).length);
console.log(maybe(""), maybe("x"), maybe(0), maybe(2), maybe(null));

interface Item {
  size: number;
}
function describe(value: Item | string | undefined): string {
  if (value) return typeof value === "string" ? value : `item ${value.size}`;
  return "none";
}
console.log(describe({ size: 0 }), describe("t"), describe(""), describe(undefined));
const either: string | number = samples.length > 3 ? "" : 0;
console.log(either || "default", either && "never");
