// Inspection: the text that the console shows for arrays, objects and collections, in Node's form.
// Owns:       depth, indentation and the objects around a value while its text is made; how entries are laid out in lines.
// Called:     by code the compiler derives from static types: `inspectPart` stands for the text of a value of its type.

import { addressOf } from "tsmetal/unsafe";
import type { Promise } from "../async/promise.ts";
import { countMissing } from "../collections/array-storage.ts";
import type { Map } from "../collections/map.ts";
import type { Set } from "../collections/set.ts";
import type { JsonObject } from "../json/json-object.ts";
import { loggedText } from "../numbers/number.ts";
import { groupEntries } from "./inspection-groups.ts";
import { isIdentifier, quote } from "./inspection-text.ts";

/** A line is this long at most, if what it shows has more than one entry. */
const LINE_LENGTH_MAX: number = 80;
/** An object with more levels inside is shown on several lines. */
const LEVELS_IN_LINE_MAX: number = 3;
/** Arrays and collections are shown up to here. */
const ENTRIES_MAX: number = 100;
const DEPTH_DEFAULT: number = 2;
const CELL_ENTRIES_MAX: number = 3;
/** Arrays with more entries are shown in columns. */
const UNGROUPED_MAX: number = 6;
/** A longer string may be shown as several. */
const TEXT_LENGTH_MIN: number = 16;

export class Inspection {
  indentation: number = 0;
  /** How many levels further in are shown. */
  readonly depthMax: number;
  private depth: number = 0;
  /** The depth of the object that was shown last. */
  private lastDepth: number = 0;
  /** Whether the value that was shown last is a number. */
  wasNumber: boolean = false;
  private readonly around: u64[] = [];
  private readonly repeated: u64[] = [];
  entriesMax: number = ENTRIES_MAX;
  lineLengthMax: number = LINE_LENGTH_MAX;

  constructor(depthMax: number) {
    this.depthMax = depthMax;
  }

  /** As a cell of a table shows it: on one line, and of a list three entries. */
  narrow(): void {
    this.entriesMax = CELL_ENTRIES_MAX;
    this.lineLengthMax = Infinity;
  }

  /** What is shown instead of the entries of an object: where it is inside itself, empty, or too deep. undefined: its entries. */
  enter(object: object, name: string, braces: string, isEmpty: boolean): string | undefined {
    this.wasNumber = false;
    const address: u64 = addressOf(object);
    if (this.around.includes(address)) {
      if (!this.repeated.includes(address)) this.repeated.push(address);
      return `[Circular *${this.repeated.indexOf(address) + 1}]`;
    }
    if (isEmpty) return braces;
    if (this.depth > this.depthMax) return `[${name}]`;
    this.depth++;
    this.lastDepth = this.depth;
    this.around.push(address);
    return undefined;
  }

  /** The text of an object whose entries are known. */
  leave(object: object, open: string, entries: string[], close: string, isArray: boolean, isNumeric: boolean): string {
    this.around.pop();
    this.wasNumber = false;
    const address: u64 = addressOf(object);
    const depth: number = this.depth;
    this.depth--;
    let base: string = "";
    if (this.repeated.includes(address)) base = `<ref *${this.repeated.indexOf(address) + 1}> `;
    const lines: string[] =
      isArray && entries.length > UNGROUPED_MAX
        ? groupEntries(entries, this.indentation, entries.length > this.entriesMax, isNumeric, LINE_LENGTH_MAX)
        : entries;
    const mayFit: boolean = this.lastDepth - depth < LEVELS_IN_LINE_MAX && lines === entries && !open.includes("\n");
    if (mayFit && this.fitsLine(entries, open.length + base.length)) {
      const line: string = entries.join(", ");
      if (!line.includes("\n")) return `${base}${open} ${line} ${close}`;
    }
    const start: string = `\n${" ".repeat(this.indentation)}`;
    return `${base}${open}${start}  ${lines.join(`,${start}  `)}${start}${close}`;
  }

  private fitsLine(entries: string[], openLength: number): boolean {
    let length: number = entries.length + entries.length + this.indentation + openLength + 10;
    if (length + entries.length > this.lineLengthMax) return false;
    for (const entry of entries) length += entry.length;
    return length <= this.lineLengthMax;
  }
}

/** How many levels further in the options ask for. */
export function depthOf(options: InspectionOptions): number {
  const { depth } = options;
  return depth === undefined ? DEPTH_DEFAULT : depth === null ? Infinity : depth;
}

/**
 * The text of a value by its static type.
 * @derived
 */
declare function inspectPart<T>(value: T, state: Inspection): string;

export function inspectNumber(value: number, state: Inspection): string {
  state.wasNumber = true;
  return loggedText(value);
}

/** The name of a class, with what its objects say that they are. */
export function taggedName(name: string, tag: string): string {
  return tag === "" || tag === name ? name : `${name} [${tag}]`;
}

/** A string inside something else, in quotes; a long one line by line. */
export function inspectString(text: string, state: Inspection): string {
  state.wasNumber = false;
  if (text.length <= TEXT_LENGTH_MIN || text.length <= LINE_LENGTH_MAX - state.indentation - 4) return quote(text);
  const separator: string = ` +\n${" ".repeat(state.indentation + 2)}`;
  let result: string = "";
  let start: number = 0;
  while (start < text.length) {
    const end: number = text.indexOf("\n", start);
    const next: number = end < 0 ? text.length : end + 1;
    result += `${start === 0 ? "" : separator}${quote(text.slice(start, next))}`;
    start = next;
  }
  return result;
}

/** A property of an object or an element of a tuple, behind its name; inside, lines begin further right. */
export function inspectMember<T>(label: string, value: T, state: Inspection): string {
  state.indentation += 2;
  const text: string = label + inspectPart(value, state);
  state.indentation -= 2;
  return text;
}

/** Where elements cannot be undefined, `hasGaps` says that those which are not there were never written. */
export function inspectArray<T>(self: T[], hasGaps: boolean, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Array", "[]", self.length === 0);
  if (instead !== undefined) return instead;
  const entries: string[] = [];
  let isNumeric: boolean = true;
  let i: number = 0;
  while (i < self.length && entries.length < state.entriesMax) {
    const gap: number = hasGaps ? countMissing(self, u32(i)) : 0;
    entries.push(gap > 0 ? `<${gap} empty item${gap > 1 ? "s" : ""}>` : inspectMember("", self[i], state));
    isNumeric = isNumeric && gap === 0 && state.wasNumber;
    i += gap > 0 ? gap : 1;
  }
  addRest(entries, self.length - i);
  return state.leave(self, "[", entries, "]", true, isNumeric);
}

/** An array whose elements are null where there is nothing. */
export function inspectNullable(self: unknown[], state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Array", "[]", self.length === 0);
  if (instead !== undefined) return instead;
  const entries: string[] = [];
  for (let i = 0; i < self.length && i < state.entriesMax; i++) {
    const element: unknown = self[i];
    entries.push(element === undefined ? "null" : inspectMember("", element, state));
  }
  addRest(entries, self.length - state.entriesMax);
  return state.leave(self, "[", entries, "]", true, false);
}

export function inspectTypedArray<T extends number>(self: T[], name: string, state: Inspection): string {
  const length: number = self.length;
  const instead: string | undefined = state.enter(self, name, `${name}(0) []`, length === 0);
  if (instead !== undefined) return instead;
  const entries: string[] = [];
  for (let i = 0; i < length && i < state.entriesMax; i++) entries.push(loggedText(Number(self[i])));
  addRest(entries, length - state.entriesMax);
  return state.leave(self, `${name}(${length}) [`, entries, "]", true, true);
}

export function inspectMap<K, V>(self: Map<K, V>, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Map", "Map(0) {}", self.size === 0);
  if (instead !== undefined) return instead;
  const entries: string[] = [];
  state.indentation += 2;
  self.forEach((value, key) => {
    if (entries.length >= state.entriesMax) return;
    const shown: string = inspectPart(key, state);
    entries.push(`${shown} => ${inspectPart(value, state)}`);
  });
  state.indentation -= 2;
  addRest(entries, self.size - state.entriesMax);
  return state.leave(self, `Map(${self.size}) {`, entries, "}", false, false);
}

export function inspectSet<T>(self: Set<T>, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Set", "Set(0) {}", self.size === 0);
  if (instead !== undefined) return instead;
  const entries: string[] = [];
  state.indentation += 2;
  self.forEach((value) => {
    if (entries.length < state.entriesMax) entries.push(inspectPart(value, state));
  });
  state.indentation -= 2;
  addRest(entries, self.size - state.entriesMax);
  return state.leave(self, `Set(${self.size}) {`, entries, "}", false, false);
}

export function inspectJsonObject(self: JsonObject, state: Inspection): string {
  const names: string[] = self.names();
  const instead: string | undefined = state.enter(self, "Object", "{}", names.length === 0);
  if (instead !== undefined) return instead;
  const entries: string[] = [];
  for (const name of names) entries.push(inspectMember(`${isIdentifier(name) ? name : quote(name)}: `, self.get(name), state));
  return state.leave(self, "{", entries, "}", false, false);
}

export function inspectPromise<T>(self: Promise<T>, state: Inspection): string {
  const instead: string | undefined = state.enter(self, "Promise", "", false);
  if (instead !== undefined) return instead;
  let outcome: string = "<pending>";
  if (self.isRejected()) outcome = inspectMember("<rejected> ", self.reason, state);
  else if (!self.isPending()) outcome = inspectMember("", self.value, state);
  return state.leave(self, "Promise {", [outcome], "}", false, false);
}

function addRest(entries: string[], rest: number): void {
  if (rest > 0) entries.push(`... ${rest} more item${rest > 1 ? "s" : ""}`);
}
