// `asserts x is T` and `asserts condition` narrow what follows the call.

class NotText extends Error {
  constructor() {
    super("not a text");
  }
}

function mustBeText(value: string | number): asserts value is string {
  if (typeof value !== "string") throw new NotText();
}
function mustHold(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
function mustBeThere<T>(value: T | null): asserts value is T {
  if (value === null) throw new Error("nothing there");
}

function lengthOf(value: string | number): number {
  mustBeText(value);
  return value.length;
}
function half(value: number | undefined): number {
  mustHold(value !== undefined, "no value");
  return value / 2;
}
function first(list: string[]): string {
  const found = list.length > 0 ? list[0] : null;
  mustBeThere(found);
  return found.toUpperCase();
}

console.log(lengthOf("four"), half(9), first(["abc"]));
for (const action of [() => lengthOf(4), () => half(undefined), () => first([]).length]) {
  try {
    console.log(action());
  } catch (error) {
    if (error instanceof NotText) console.log("NotText", error.message);
    else if (error instanceof Error) console.log("Error", error.message);
  }
}
