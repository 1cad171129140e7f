// Function types written as call signatures, overloads, unions of function types, and optional callbacks.

interface Compare {
  (a: number, b: number): number;
}
type Callback = ((value: number) => void) | undefined;
type Source = () => string | number;

function format(value: number): string;
function format(value: string, width: number): string;
function format(value: number | string, width = 3): string {
  return typeof value === "number" ? value.toFixed(1) : value.padStart(width, ".");
}
function visit(values: readonly number[], callback?: Callback, done?: () => void): number {
  for (const value of values) callback?.(value);
  done?.();
  return values.length;
}
const descending: Compare = (a, b) => b - a;
const sources: Source[] = [() => "text", () => 5];
const seen: string[] = [];

console.log([3, 1, 2].sort(descending).join(), format(2), format("x", 4));
console.log(
  visit([1, 2], (value) => seen.push(`${value}`)),
  visit([3]),
  visit([], undefined, () => seen.push("done")),
);
console.log(seen.join(), sources.map((source) => `${source()}`).join());
console.log(
  ((n: number): number => n * 2)(4),
  (function twice(n: number): number {
    return n > 10 ? n : twice(n * 2);
  })(3),
);
