// Functions: what programs see of function values.

import { addressOf, loadU64, referenceAt } from "tsmetal/unsafe";
import { descriptorAt, Shape, shapeOf } from "../memory/descriptors.ts";

const FIRST_CAPTURE_OFFSET: u64 = 16;

/** Whether two function values are one function: one may stand for the other where functions have another type. */
export function isSameFunction(left: object, right: object): boolean {
  return addressOf(left) === addressOf(right) || originOf(left) === originOf(right);
}

/** The address of the function itself, or of the object that is no function. */
export function originOf(value: object): u64 {
  let address: u64 = addressOf(value);
  while (shapeOf(descriptorAt(address)) === Shape.Adapter) address = loadU64(address + FIRST_CAPTURE_OFFSET);
  return address;
}

/** The function that a value stands for where functions have another type. */
export function functionItself(value: object): object {
  const address: u64 = originOf(value);
  return address === addressOf(value) ? value : referenceAt<object>(address);
}

/** The name of a function, from what the console shows of it: `[Function: name]`, `[class Name extends Parent]`. */
export function nameOfShown(shown: string): string {
  if (!shown.startsWith("[class ")) {
    const colon = shown.indexOf(": ");
    return colon < 0 ? "" : shown.slice(colon + 2, shown.length - 1);
  }
  const name = shown.slice(7, shown.length - 1);
  if (name.startsWith("(")) return "";
  const inherits = name.indexOf(" extends ");
  return inherits < 0 ? name : name.slice(0, inherits);
}

/** What is asked for the text of a function, its source in JavaScript, gets here. */
export function refuseText(): never {
  panic("a function has no text: programs do not hold their source");
}
