// A value that may be null, undefined or there: === tells all three apart, == the first two not.

function state(value: string | null | undefined): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  return `"${value}"`;
}
function numberState(value: number | null | undefined): string {
  return value === undefined ? "undefined" : value === null ? "null" : `${value}`;
}
function loose(value: boolean | null | undefined): string {
  if (value == null) return "none";
  return value ? "yes" : "no";
}

interface Settings {
  title?: string | null;
  depth?: number | null;
}
function title(settings: Settings): string {
  return settings.title === undefined ? "default" : settings.title === null ? "untitled" : settings.title;
}

console.log(state(null), state(undefined), state(""), state("x"));
console.log(numberState(null), numberState(undefined), numberState(0), numberState(Number.NaN));
console.log(loose(null), loose(undefined), loose(false), loose(true));
console.log(title({}), title({ title: null }), title({ title: "T" }), title({ title: undefined }));
const list: (string | null | undefined)[] = ["a", null, undefined, "b"];
console.log(list.map(state).join(), list.filter((one) => one !== null).length, list.filter((one) => one != null).length);
let held: Settings | null | undefined;
console.log(held === undefined, held === null, held?.depth ?? -1);
held = null;
console.log(held === undefined, held === null);
held = { depth: null };
console.log(held.depth === null, held.depth === undefined, held.title === undefined, typeof held.title);
const text: string | null | undefined = list.pop();
console.log(`${text} ${list.pop()} ${list.pop()}`, text ?? "none", text?.length);
const chain = (settings: Settings | undefined): string => `${settings?.depth}`;
console.log(chain(undefined), chain({ depth: null }), chain({ depth: 3 }));
