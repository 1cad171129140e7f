// JSON reader: values out of a text of JSON, in the order in which compiled code asks for them by the type that it wants.
// Invariants: (1) what is not as wanted is looked at once more from the start: malformed text is a SyntaxError wherever it is, as on Node;
//             else the value has the wrong shape, a TypeError
// Called:     by the code that the compiler makes for JSON.parse.

import { numberOfText } from "../numbers/number-reading.ts";
import { JsonCheck } from "./json-check.ts";
import { lineOf, nameAt, nameIndex } from "./json-names.ts";
import { JsonObject } from "./json-object.ts";
import { jsonOfString } from "./json-text.ts";
import { escapedUnit, hexValue, jsonNumberEnd, jsonSpaceEnd, jsonStringEnd, NO_UNIT, unitOrNone } from "./json-tokens.ts";

/** Objects and arrays inside of each other: each level takes some of the stack. */
const DEPTH_MAX: number = 4000;
/** Whole numbers of so many digits are exact. */
const EXACT_DIGITS_MAX: number = 15;
const NOWHERE: number = -1;

export class JsonReader {
  private readonly text: string;
  private at: number = 0;
  private depth: number = 0;
  /** Directly behind the opening of an object or array. */
  private isFirst: boolean = false;

  constructor(text: string) {
    this.text = text;
  }

  /** The unit that the next value or sign begins with. */
  private peek(): number {
    this.at = jsonSpaceEnd(this.text, this.at);
    return unitOrNone(this.text, this.at);
  }

  /** The kind of the next value: "string", "number", "boolean", "null", "array" or "object"; "" where none begins. */
  kind(): string {
    return kindOf(this.peek());
  }

  string(expected: string): string {
    if (this.peek() !== 0x22) this.refuse(expected);
    const start: number = this.at;
    const end: number = jsonStringEnd(this.text, start);
    if (end < 0) this.refuse(expected);
    this.at = end;
    const inside: string = this.text.slice(start + 1, end - 1);
    return inside.includes("\\") ? unescaped(inside) : inside;
  }

  number(expected: string): number {
    const unit: number = this.peek();
    if (kindOf(unit) !== "number") this.refuse(expected);
    const { text, at } = this;
    const end: number = jsonNumberEnd(text, at);
    if (end < 0) this.refuse(expected);
    this.at = end;
    if (end - at > EXACT_DIGITS_MAX || unit === 0x2d) return numberOfText(text.slice(at, end));
    let value: number = 0;
    for (let i = at; i < end; i++) {
      const digit: number = text.charCodeAt(i) - 0x30;
      if (digit < 0 || digit > 9) return numberOfText(text.slice(at, end));
      value = value * 10 + digit;
    }
    return value;
  }

  /** A value of any kind. */
  unknown(): unknown {
    const kind: string = this.kind();
    if (kind === "array") return this.elements();
    if (kind === "object") return this.properties();
    if (kind === "string") return this.string("");
    if (kind === "number") return this.number("");
    if (kind === "boolean") return this.boolean("");
    this.nothing("");
    return null;
  }

  private elements(): unknown[] {
    this.enter("[", "");
    const result: unknown[] = [];
    while (this.hasElement()) result.push(this.unknown());
    return result;
  }

  private properties(): JsonObject {
    this.enter("{", "");
    const result: JsonObject = new JsonObject();
    while (this.hasProperty()) {
      const name: string = this.string("");
      this.passColon();
      result.set(name, this.unknown());
    }
    return result;
  }

  /** A whole number between two. */
  whole(min: number, max: number, expected: string): number {
    this.peek();
    const start: number = this.at;
    const value: number = this.number(expected);
    if (value !== Math.trunc(value) || value < min || value > max) this.refuseAt(start, expected, `${value}`);
    return value;
  }

  boolean(expected: string): boolean {
    const unit: number = this.peek();
    if (unit === 0x74) this.word("true", expected);
    else if (unit === 0x66) this.word("false", expected);
    else this.refuse(expected);
    return unit === 0x74;
  }

  nothing(expected: string): void {
    this.word("null", expected);
  }

  private word(word: string, expected: string): void {
    this.peek();
    if (!this.text.startsWith(word, this.at)) this.refuse(expected);
    this.at += word.length;
  }

  /** A string, number or boolean that is one of the values, which are given as lines of JSON. */
  stringAmong(values: string, expected: string): string {
    this.peek();
    const start: number = this.at;
    const value: string = this.string(expected);
    const shown: string = jsonOfString(value);
    if (lineOf(values, shown) < 0) this.refuseAt(start, expected, shown);
    return value;
  }

  numberAmong(values: string, expected: string): number {
    this.peek();
    const start: number = this.at;
    const value: number = this.number(expected);
    // Both zeros are one value.
    const shown: string = `${value}`;
    if (lineOf(values, shown) < 0) this.refuseAt(start, expected, shown);
    return value;
  }

  booleanAmong(values: string, expected: string): boolean {
    this.peek();
    const start: number = this.at;
    const value: boolean = this.boolean(expected);
    if (lineOf(values, `${value}`) < 0) this.refuseAt(start, expected, `${value}`);
    return value;
  }

  // Arrays and objects

  /** Goes into an array or object, and gives where it begins. */
  enter(open: string, expected: string): number {
    if (this.peek() !== open.charCodeAt(0)) this.refuse(expected);
    if (this.depth === DEPTH_MAX) throw new RangeError("JSON text is nested too deeply");
    this.depth++;
    this.isFirst = true;
    this.at++;
    return this.at - 1;
  }

  private leave(): void {
    this.at++;
    this.depth--;
    this.isFirst = false;
  }

  /** In an array: whether an element follows. Behind the last it leaves the array. */
  hasElement(): boolean {
    const unit: number = this.peek();
    if (this.isFirst || unit !== 0x2c) {
      if (unit === 0x5d) {
        this.leave();
        return false;
      }
      if (!this.isFirst || unit === NO_UNIT) this.refuse("");
    } else {
      this.at++;
    }
    this.isFirst = false;
    return true;
  }

  /** In a tuple that wants no more elements. */
  endTuple(start: number, expected: string): void {
    if (this.hasElement()) this.refuseAt(start, expected, "more elements");
  }

  /** In a tuple that wants one more. */
  wantElement(start: number, expected: string): void {
    if (!this.hasElement()) this.refuseAt(start, expected, "fewer elements");
  }

  /**
   * In an object: past the name of the next property that is among the names, and its number there. The others are passed over. Behind the
   * last it leaves the object and gives -1. Names are in quotes, as in JSON, one behind the other.
   */
  nextProperty(names: string): i32 {
    while (this.hasProperty()) {
      const index: i32 = this.propertyIndex(names);
      this.passColon();
      if (index >= 0) return index;
      this.at = new JsonCheck(this.text, this.at, NOWHERE).checkValue();
    }
    return -1;
  }

  /** In an object: whether the name of a property follows. Behind the last it leaves the object. */
  private hasProperty(): boolean {
    let unit: number = this.peek();
    if (!this.isFirst && unit === 0x2c) {
      this.at++;
      unit = this.peek();
    } else if (unit === 0x7d) {
      this.leave();
      return false;
    } else if (!this.isFirst) {
      this.refuse("");
    }
    if (unit !== 0x22) this.refuse("");
    this.isFirst = false;
    return true;
  }

  private passColon(): void {
    if (this.peek() !== 0x3a) this.refuse("");
    this.at++;
  }

  private propertyIndex(names: string): i32 {
    const start: number = this.at;
    const end: number = jsonStringEnd(this.text, start);
    if (end < 0) this.refuse("");
    this.at = end;
    const name: string = this.text.slice(start, end);
    return nameIndex(names, name.includes("\\") ? jsonOfString(unescaped(name.slice(1, name.length - 1))) : name);
  }

  /**
   * Which of the values, lines of JSON, the property has in the object that follows: -1 for none of them. The reader stays in front.
   */
  choose(name: string, values: string, expected: string): i32 {
    const scout: JsonReader = this.scout();
    scout.enter("{", expected);
    let found: i32 = -1;
    while (scout.nextProperty(name) >= 0) found = lineOf(values, scout.scalarText());
    return found;
  }

  /** Whether the object that follows has properties of all these names. The reader stays in front. */
  hasAll(names: string, count: number, expected: string): boolean {
    const scout: JsonReader = this.scout();
    scout.enter("{", expected);
    const seen: i32[] = [];
    for (let index = scout.nextProperty(names); index >= 0; index = scout.nextProperty(names)) {
      if (!seen.includes(index)) seen.push(index);
      scout.scalarText();
    }
    return seen.length === count;
  }

  private scout(): JsonReader {
    const scout: JsonReader = new JsonReader(this.text);
    scout.at = this.at;
    scout.depth = this.depth;
    return scout;
  }

  /** Past the next value; its text if it is no object or array, as JSON.stringify would write it. */
  private scalarText(): string {
    const kind: string = this.kind();
    if (kind === "string") return jsonOfString(this.string(""));
    if (kind === "number") return `${this.number("")}`;
    const start: number = this.at;
    this.at = new JsonCheck(this.text, start, NOWHERE).checkValue();
    return kind === "boolean" ? this.text.slice(start, this.at) : "";
  }

  /** Throws if something follows. */
  finish(): void {
    if (this.peek() !== NO_UNIT) this.refuse("");
  }

  // What does not fit

  /** Throws: what follows is not what is expected. */
  refuse(expected: string): never {
    const kind: string = this.kind();
    throw this.misfit(this.at, expected, kind);
  }

  private refuseAt(start: number, expected: string, found: string): never {
    throw this.misfit(start, expected, found);
  }

  private misfit(start: number, expected: string, found: string): TypeError {
    const check: JsonCheck = new JsonCheck(this.text, 0, start);
    check.checkAll();
    return new TypeError(`${check.path}: expected ${expected}, found ${found}`);
  }

  /**
   * Throws: the object that begins at `start` has not all the properties that it must have. `seen` has a bit for each of 31 names from
   * `first` on, and `wanted` too. `expected` has a line for each name.
   */
  missing(start: number, names: string, first: i32, seen: i32, wanted: i32, expected: string): never {
    let index: i32 = 0;
    while ((wanted & ~seen & (1 << index)) === 0) index++;
    const check: JsonCheck = new JsonCheck(this.text, 0, start);
    check.checkAll();
    const name: string = nameAt(names, first + index);
    throw new TypeError(`${check.path}.${name}: expected ${expected.split("\n")[first + index]}, found nothing`);
  }
}

function kindOf(unit: number): string {
  switch (unit) {
    case 0x22:
      return "string";
    case 0x5b:
      return "array";
    case 0x7b:
      return "object";
    case 0x74:
    case 0x66:
      return "boolean";
    case 0x6e:
      return "null";
    default:
      return unit === 0x2d || (unit >= 0x30 && unit <= 0x39) ? "number" : "";
  }
}

/** The text that the inside of a string of JSON stands for. Requires: it is well-formed. */
function unescaped(inside: string): string {
  let result: string = "";
  let start: number = 0;
  let at: number = inside.indexOf("\\");
  while (at >= 0) {
    result += inside.slice(start, at);
    const escape: number = inside.charCodeAt(at + 1);
    if (escape === 0x75) {
      let unit: number = 0;
      for (let i = 2; i < 6; i++) unit = unit * 16 + hexValue(inside.charCodeAt(at + i));
      result += String.fromCharCode(unit);
      start = at + 6;
    } else {
      result += String.fromCharCode(escapedUnit(escape));
      start = at + 2;
    }
    at = inside.indexOf("\\", start);
  }
  return result + inside.slice(start);
}
