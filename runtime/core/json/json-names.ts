// JSON names: lists of names and of values in one text, as the compiler gives them to those who read JSON.
// Invariants: (1) names are in quotes, as in JSON, one behind the other; values are lines of JSON

import { equalUnits } from "../text/string-units.ts";
import { jsonStringEnd } from "./json-tokens.ts";

/** The number of the line, -1 if there is no such line. */
export function lineOf(lines: string, wanted: string): i32 {
  let index: i32 = 0;
  let start: number = 0;
  while (start <= lines.length) {
    const found: number = lines.indexOf("\n", start);
    const end: number = found < 0 ? lines.length : found;
    if (end - start === wanted.length && lines.startsWith(wanted, start)) return index;
    start = end + 1;
    index++;
  }
  return -1;
}

/** The number of a name among names in quotes, -1 if it is not among them. */
export function nameIndex(names: string, name: string): i32 {
  let index: i32 = 0;
  let start: number = 0;
  while (start < names.length) {
    const end: number = jsonStringEnd(names, start);
    if (end - start === name.length && equalUnits(names, u32(start), name, 0, u32(name.length))) return index;
    start = end;
    index++;
  }
  return -1;
}

export function nameAt(names: string, index: i32): string {
  let start: number = 0;
  for (let i: i32 = 0; i < index; i++) start = jsonStringEnd(names, start);
  return names.slice(start + 1, jsonStringEnd(names, start) - 1);
}
