// typeof as the subject of a switch and in conditions with && and ||.

type Value = string | number | boolean | undefined;

function kind(value: Value): string {
  switch (typeof value) {
    case "string":
      return `text of ${value.length}`;
    case "number":
      return `number ${value + 1}`;
    case "boolean":
      return `flag ${!value}`;
    default:
      return "nothing";
  }
}
function longText(value: Value): boolean {
  return typeof value === "string" && value.length > 3;
}
function small(value: Value): boolean {
  return typeof value !== "number" || value < 10;
}
function callOrValue(value: number | (() => number)): number {
  return typeof value === "function" ? value() : value;
}

for (const value of ["ab", 41, true, undefined, "", 0] as Value[]) console.log(kind(value), longText(value), small(value));
console.log(longText("abcd"), small(99));
console.log(
  callOrValue(3),
  callOrValue(() => 4),
);
