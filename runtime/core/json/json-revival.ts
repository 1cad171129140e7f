// JSON revival: the values of a text after a function has put others in their places, taken apart by the type that is wanted.
// Invariants: (1) Revival has the members of JsonReader that ask for values: the compiler makes the same code for both
//             (2) a value that is no longer as JSON has it is handed out as it is, where its class is wanted
// Manual:     ECMA-262 "InternalizeJSONProperty".

import { nameStep } from "./json-check.ts";
import { lineOf, nameAt, nameIndex } from "./json-names.ts";
import { JsonObject } from "./json-object.ts";
import { JsonReader } from "./json-reader.ts";
import { jsonOfString } from "./json-text.ts";

type Reviver = (key: string, value: unknown) => unknown;

/** The value of the text, with what the function gives in the place of each value, the inner ones first. */
export function reviveText(text: string, reviver: Reviver): Revival {
  const reader: JsonReader = new JsonReader(text);
  const value: unknown = reader.unknown();
  reader.finish();
  return new Revival(revive("", value, reviver));
}

function revive(key: string, value: unknown, reviver: Reviver): unknown {
  if (value instanceof JsonObject) {
    for (const name of value.names()) {
      const other: unknown = revive(name, value.get(name), reviver);
      if (other === undefined) value.delete(name);
      else value.set(name, other);
    }
  } else if (isList(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(`${i}`, value[i], reviver);
  }
  return reviver(key, value);
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** An array or object that is gone through. */
class RevivedContainer {
  readonly elements: readonly unknown[];
  readonly names: readonly string[];
  readonly object: JsonObject | null;
  /** Of the element or property that was handed out last. */
  index: number = -1;

  constructor(elements: readonly unknown[], object: JsonObject | null) {
    this.elements = elements;
    this.object = object;
    this.names = object === null ? [] : object.names();
  }

  step(): string {
    if (this.index < 0) return "";
    return this.object === null ? `[${this.index}]` : nameStep(this.names[this.index]);
  }
}

export class Revival {
  private current: unknown;
  private readonly around: RevivedContainer[] = [];

  constructor(value: unknown) {
    this.current = value;
  }

  kind(): string {
    return kindOf(this.current);
  }

  /** Whether the value is an object of JSON still. */
  isParsed(): boolean {
    return this.current instanceof JsonObject;
  }

  unknown(): unknown {
    return this.current;
  }

  object(expected: string): object {
    const value: unknown = this.current;
    return typeof value === "object" && value !== null ? value : this.refuse(expected);
  }

  string(expected: string): string {
    const value: unknown = this.current;
    return typeof value === "string" ? value : this.refuse(expected);
  }

  number(expected: string): number {
    const value: unknown = this.current;
    return typeof value === "number" ? value : this.refuse(expected);
  }

  boolean(expected: string): boolean {
    const value: unknown = this.current;
    return typeof value === "boolean" ? value : this.refuse(expected);
  }

  nothing(expected: string): void {
    if (this.current !== null) this.refuse(expected);
  }

  whole(min: number, max: number, expected: string): number {
    const value: number = this.number(expected);
    if (value !== Math.trunc(value) || value < min || value > max) throw this.misfit(expected, `${value}`);
    return value;
  }

  stringAmong(values: string, expected: string): string {
    const value: string = this.string(expected);
    if (lineOf(values, jsonOfString(value)) < 0) throw this.misfit(expected, jsonOfString(value));
    return value;
  }

  numberAmong(values: string, expected: string): number {
    const value: number = this.number(expected);
    if (lineOf(values, `${value}`) < 0) throw this.misfit(expected, `${value}`);
    return value;
  }

  booleanAmong(values: string, expected: string): boolean {
    const value: boolean = this.boolean(expected);
    if (lineOf(values, `${value}`) < 0) throw this.misfit(expected, `${value}`);
    return value;
  }

  // Arrays and objects

  /** Goes into an array or object. The number says nothing here: the path is known. */
  enter(open: string, expected: string): number {
    const value: unknown = this.current;
    if (open === "{" && value instanceof JsonObject) this.around.push(new RevivedContainer([], value));
    else if (open === "[" && Array.isArray(value)) this.around.push(new RevivedContainer(value, null));
    else this.refuse(expected);
    return 0;
  }

  hasElement(): boolean {
    const container: RevivedContainer = this.around[this.around.length - 1];
    container.index++;
    if (container.index < container.elements.length) {
      this.current = container.elements[container.index];
      return true;
    }
    this.around.pop();
    return false;
  }

  endTuple(_start: number, expected: string): void {
    if (this.hasElement()) {
      this.around.pop();
      throw this.misfit(expected, "more elements");
    }
  }

  wantElement(_start: number, expected: string): void {
    if (!this.hasElement()) throw this.misfit(expected, "fewer elements");
  }

  nextProperty(names: string): i32 {
    const container: RevivedContainer = this.around[this.around.length - 1];
    for (container.index++; container.index < container.names.length; container.index++) {
      const name: string = container.names[container.index];
      const index: i32 = nameIndex(names, jsonOfString(name));
      if (index < 0) continue;
      this.current = container.object?.get(name);
      return index;
    }
    this.around.pop();
    return -1;
  }

  choose(name: string, values: string, expected: string): i32 {
    const value: unknown = this.current;
    if (!(value instanceof JsonObject)) return this.refuse(expected);
    const own: unknown = value.get(nameAt(name, 0));
    if (typeof own === "string") return lineOf(values, jsonOfString(own));
    return typeof own === "number" || typeof own === "boolean" ? lineOf(values, `${own}`) : -1;
  }

  hasAll(names: string, count: number, expected: string): boolean {
    const value: unknown = this.current;
    if (!(value instanceof JsonObject)) return this.refuse(expected);
    for (let i: i32 = 0; i < count; i++) if (!value.has(nameAt(names, i))) return false;
    return true;
  }

  finish(): void {}

  // What does not fit

  refuse(expected: string): never {
    throw this.misfit(expected, kindOf(this.current));
  }

  private misfit(expected: string, found: string): TypeError {
    return new TypeError(`${this.path()}: expected ${expected}, found ${found}`);
  }

  missing(_start: number, names: string, first: i32, seen: i32, wanted: i32, expected: string): never {
    let index: i32 = 0;
    while ((wanted & ~seen & (1 << index)) === 0) index++;
    const name: string = nameAt(names, first + index);
    throw new TypeError(`${this.path()}.${name}: expected ${expected.split("\n")[first + index]}, found nothing`);
  }

  private path(): string {
    return `$${this.around.map((container) => container.step()).join("")}`;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "object") return Array.isArray(value) ? "array" : "object";
  return typeof value;
}
