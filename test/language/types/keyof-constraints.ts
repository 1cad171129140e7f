// Constraints with keyof where the key is a literal, const type parameters, satisfies and as const.

interface Settings {
  width: number;
  title: string;
}
const defaults = { width: 80, title: "none" } satisfies Settings;
const palette = { red: [255, 0, 0], blue: [0, 0, 255] } as const satisfies Record<string, readonly number[]>;
const steps = ["start", "stop"] as const;
type Step = (typeof steps)[number];

function describe(step: Step): string {
  return step === "start" ? "go" : "halt";
}
function pair<const T extends readonly unknown[]>(values: T): number {
  return values.length;
}
function first<T extends { readonly length: number }>(a: T, b: T): T {
  return a.length >= b.length ? a : b;
}

console.log(defaults.width, defaults.title.length, palette.red[0], palette.blue.length);
console.log(steps.map(describe).join(), steps.length, describe(steps[1]));
console.log(pair([1, 2, 3]), first("ab", "c"), first([1], [2, 3]).length);
