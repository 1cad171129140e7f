// JSON text: what JSON.stringify makes of values. The compiler derives `jsonPart` from static types.
// Manual:     ECMA-262 "JSON.stringify".

import { addressOf } from "tsmetal/unsafe";
import { isMissing } from "../collections/array-storage.ts";
import { hexadecimal, LOWER_DIGITS, shortEscape } from "../text/escapes.ts";
import type { JsonObject } from "./json-object.ts";

const GAP_MAX: number = 10;

export class JsonWriter {
  private readonly gap: string;
  private indent: string = "";
  /** The objects around the value that is written. */
  private readonly around: u64[] = [];

  /** The names of the properties that are written, in their order; null for all. */
  private readonly wanted: string[] | null;
  /** Gives what is written in the place of each value; null where they stay as they are. */
  private readonly replacer: ((key: string, value: unknown) => unknown) | null;
  /** Where the value is that is written: the name of a property, or the index of an element, which is -1 there. */
  private name: string = "";
  private index: number = -1;

  constructor(gap: string, wanted: string[] | null, replacer: ((key: string, value: unknown) => unknown) | null) {
    this.gap = gap.slice(0, GAP_MAX);
    this.wanted = wanted;
    this.replacer = replacer;
  }

  atName(name: string): void {
    this.name = name;
    this.index = -1;
  }

  atIndex(index: number): void {
    this.index = index;
  }

  /** What toJSON is told. */
  key(): string {
    return this.index < 0 ? this.name : `${this.index}`;
  }

  replaced(value: unknown): unknown {
    return this.replacer === null ? value : this.replacer(this.key(), value);
  }

  wants(name: string): boolean {
    return this.wanted === null || this.wanted.includes(name);
  }

  /** The text of the object that was gone into last: its properties by their names. */
  leaveObject(names: string[], entries: string[]): string {
    if (this.wanted === null) return this.leave("{", entries, "}");
    const ordered: string[] = [];
    for (let i = 0; i < this.wanted.length; i++) {
      const place: number = names.indexOf(this.wanted[i]);
      if (place >= 0 && this.wanted.indexOf(this.wanted[i]) === i) ordered.push(entries[place]);
    }
    return this.leave("{", ordered, "}");
  }

  /** Goes into an object or array. */
  enter(object: object): void {
    const address: u64 = addressOf(object);
    if (this.around.includes(address)) throw new TypeError("Converting circular structure to JSON");
    this.around.push(address);
    this.indent += this.gap;
  }

  /** The text of the object or array that was gone into last. */
  leave(open: string, entries: string[], close: string): string {
    const inside: string = this.indent;
    this.around.pop();
    this.indent = inside.slice(0, inside.length - this.gap.length);
    if (entries.length === 0) return open + close;
    if (this.gap === "") return open + entries.join(",") + close;
    return `${open}\n${inside}${entries.join(`,\n${inside}`)}\n${this.indent}${close}`;
  }

  /** A property behind its name in quotes. */
  property(name: string, text: string): string {
    return name + (this.gap === "" ? ":" : ": ") + text;
  }
}

/**
 * The JSON of a value by its static type; undefined for what has none.
 * @derived
 */
declare function jsonPart<T>(value: T, writer: JsonWriter): string | undefined;

export function jsonOfNumber(value: number): string {
  return Number.isFinite(value) ? `${value}` : "null";
}

export function jsonOfArray<T>(self: T[], writer: JsonWriter): string {
  writer.enter(self);
  const entries: string[] = [];
  for (let i = 0; i < self.length; i++) {
    writer.atIndex(i);
    entries.push(isMissing(self, u32(i)) ? "null" : (jsonPart(self[i], writer) ?? "null"));
  }
  return writer.leave("[", entries, "]");
}

/** An object whose properties are known only now. */
export function jsonOfObject(self: JsonObject, writer: JsonWriter): string {
  writer.enter(self);
  const names: string[] = [];
  const entries: string[] = [];
  for (const name of self.names()) {
    if (!writer.wants(name)) continue;
    writer.atName(name);
    const text: string | undefined = jsonPart(self.get(name), writer);
    if (text === undefined) continue;
    names.push(name);
    entries.push(writer.property(jsonOfString(name), text));
  }
  return writer.leaveObject(names, entries);
}

/** A typed array is an object with its indices as names. */
export function jsonOfTypedArray<T extends number>(self: T[], writer: JsonWriter): string {
  writer.enter(self);
  const names: string[] = [];
  const entries: string[] = [];
  for (let i = 0; i < self.length; i++) {
    const name: string = `${i}`;
    if (!writer.wants(name)) continue;
    names.push(name);
    entries.push(writer.property(`"${i}"`, jsonOfNumber(Number(self[i]))));
  }
  return writer.leaveObject(names, entries);
}

/** The gap for a number of spaces. */
export function gapOf(count: number): string {
  const whole: number = Math.trunc(count);
  return whole >= 1 ? " ".repeat(Math.min(whole, GAP_MAX)) : "";
}

/** In double quotes, with escapes for control characters, quotes, backslashes and halves of surrogate pairs. */
export function jsonOfString(text: string): string {
  let result: string = '"';
  let start: number = 0;
  for (let i = 0; i < text.length; i++) {
    const unit: number = text.charCodeAt(i);
    if (unit >= 0x20 && unit !== 0x22 && unit !== 0x5c && (unit < 0xd800 || unit > 0xdfff)) continue;
    if ((text.codePointAt(i) ?? 0) > 0xffff) {
      i++;
      continue;
    }
    result += text.slice(start, i) + escapeOf(unit);
    start = i + 1;
  }
  return `${result}${text.slice(start)}"`;
}

function escapeOf(unit: number): string {
  if (unit === 0x22) return '\\"';
  const short: string = shortEscape(unit);
  return short === "" ? `\\u${hexadecimal(unit, LOWER_DIGITS, 4)}` : short;
}
