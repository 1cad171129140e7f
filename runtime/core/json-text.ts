// JSON text: what JSON.stringify makes of values. The compiler derives `jsonPart` from static types.
// Manual:     ECMA-262 "JSON.stringify".

import { addressOf } from "tsmetal/unsafe";

const GAP_MAX: number = 10;

export class JsonWriter {
  private readonly gap: string;
  private indent: string = "";
  /** The objects around the value that is written. */
  private readonly around: u64[] = [];

  constructor(gap: string) {
    this.gap = gap.slice(0, GAP_MAX);
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
  for (let i = 0; i < self.length; i++) entries.push(jsonPart(self[i], writer) ?? "null");
  return writer.leave("[", entries, "]");
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
  switch (unit) {
    case 8:
      return "\\b";
    case 9:
      return "\\t";
    case 10:
      return "\\n";
    case 12:
      return "\\f";
    case 13:
      return "\\r";
    case 0x22:
      return '\\"';
    case 0x5c:
      return "\\\\";
    default:
      return `\\u${unit.toString(16).padStart(4, "0")}`;
  }
}
