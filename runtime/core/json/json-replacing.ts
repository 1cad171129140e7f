// JSON replacing: lists and objects whose values a function replaces, as JSON.stringify was told. json-text.ts writes those that stay.
// Manual:     ECMA-262 "SerializeJSONProperty".

import type { JsonObject } from "./json-object.ts";
import { type JsonWriter, jsonOfString } from "./json-text.ts";

/**
 * The JSON of what stands in the place of a value; undefined if that has none.
 * @derived
 */
declare function replacedPart<T>(value: T, writer: JsonWriter): string | undefined;

export function jsonOfArray<T>(self: T[], writer: JsonWriter): string {
  writer.enter(self);
  const entries: string[] = [];
  const { length } = self;
  for (let i = 0; i < length; i++) {
    writer.atIndex(i);
    // Calls may make the list shorter.
    entries.push((i < self.length ? replacedPart(self[i], writer) : replacedPart(undefined, writer)) ?? "null");
  }
  return writer.leave("[", entries, "]");
}

/** An object whose properties are known only now. */
export function jsonOfObject(self: JsonObject, writer: JsonWriter): string {
  writer.enter(self);
  const names: string[] = self.names();
  const entries: string[] = [];
  for (const name of names) {
    writer.atName(name);
    const text: string | undefined = replacedPart(self.get(name), writer);
    if (text !== undefined) entries.push(writer.property(jsonOfString(name), text));
  }
  return writer.leaveObject(names, entries);
}

/** A typed array is an object with its indices as names. */
export function jsonOfTypedArray<T extends number>(self: T[], writer: JsonWriter): string {
  writer.enter(self);
  const names: string[] = [];
  const entries: string[] = [];
  for (let i = 0; i < self.length; i++) {
    names.push(`${i}`);
    writer.atName(`${i}`);
    const text: string | undefined = replacedPart(Number(self[i]), writer);
    if (text !== undefined) entries.push(writer.property(`"${i}"`, text));
  }
  return writer.leaveObject(names, entries);
}
