// Guards of the program that say more than they know: what they say is believed until a value shows otherwise.
// Exits: 70

interface Circle {
  kind: "circle";
  radius: number;
}
interface Label {
  kind: "label";
  text: string;
}
const isCircle = (shape: Circle | Label): shape is Circle => shape.kind.length > 0;
const isText = (value: string | number): value is string => value !== 0;
function assertTexts(values: string[] | { deep: string }[]): asserts values is string[] {
  if (values.length === 0) throw new RangeError("no values");
}

function radiusOf(shape: Circle | Label): number {
  return isCircle(shape) ? shape.radius : -1;
}
function lengthOf(value: string | number): number {
  if (!isText(value)) return -1;
  return value.length;
}
function firstOf(values: string[] | { deep: string }[]): string {
  assertTexts(values);
  return values[0].toUpperCase();
}

console.log(radiusOf({ kind: "circle", radius: 2 }), lengthOf("four"), lengthOf(0), firstOf(["text"]));
try {
  firstOf([]);
} catch (error) {
  console.log(String(error));
}
console.log(["a", 1, "b"].filter((value): value is string => typeof value === "string").join(""));
console.log(radiusOf({ kind: "label", text: "north" }));
