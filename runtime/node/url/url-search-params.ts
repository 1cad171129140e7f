// Search parameters: names and values in the query of an address.
// Invariants: (1) where they belong to an address, its record has their text as its query; they hold the record, it does not hold them
// Manual:     WHATWG "URL", URLSearchParams; application/x-www-form-urlencoded.

import { type Inspection, inspectMember } from "../../core/console/inspection.ts";
import { FORM_SET, percentDecode, percentEncode } from "./percent-encoding.ts";
import type { UrlRecord } from "./url-record.ts";

/** In the console, on one line. */
const LINE_LENGTH_MAX = 80;

class Parameter {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }
}

type Pair = readonly [string, string];
/** Pairs, or an object whose properties are the parameters. */
type Parameters = readonly Pair[] | Iterable<Pair> | object;

export class URLSearchParams {
  private list: Parameter[] = [];
  private record: UrlRecord | null = null;

  constructor(given: string | Parameters = "") {
    if (typeof given === "string") this.read(given.startsWith("?") ? given.slice(1) : given);
    else if (Array.isArray(given)) for (const [name, value] of given as readonly Pair[]) this.add(name, value);
    else if (Symbol.iterator in given) for (const [name, value] of given as Iterable<Pair>) this.add(name, value);
    else for (const [name, value] of Object.entries(given)) this.add(name, String(value));
  }

  get size(): number {
    return this.list.length;
  }

  append(name: string, value: string): void {
    this.add(name, value);
    this.update();
  }

  delete(name: string, value?: string): void {
    const key = name.toWellFormed();
    this.list = this.list.filter((entry) => entry.name !== key || (value !== undefined && entry.value !== value));
    this.update();
  }

  get(name: string): string | null {
    return this.list.find((entry) => entry.name === name)?.value ?? null;
  }

  getAll(name: string): string[] {
    return this.list.filter((entry) => entry.name === name).map((entry) => entry.value);
  }

  has(name: string, value?: string): boolean {
    return this.list.some((entry) => entry.name === name && (value === undefined || entry.value === value));
  }

  /** In the place of the first of the name; the others go. */
  set(name: string, value: string): void {
    const key = name.toWellFormed();
    const found = this.list.find((entry) => entry.name === key);
    if (found === undefined) this.add(name, value);
    else {
      found.value = value.toWellFormed();
      this.list = this.list.filter((entry) => entry === found || entry.name !== key);
    }
    this.update();
  }

  /** By the units of the names; those of one name keep their order. */
  sort(): void {
    this.list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    this.update();
  }

  forEach(callback: (value: string, name: string, parameters: URLSearchParams) => void): void {
    for (let i = 0; i < this.list.length; i++) callback(this.list[i].value, this.list[i].name, this);
  }

  *entries(): Generator<[string, string]> {
    for (let i = 0; i < this.list.length; i++) yield [this.list[i].name, this.list[i].value];
  }

  *keys(): Generator<string> {
    for (let i = 0; i < this.list.length; i++) yield this.list[i].name;
  }

  *values(): Generator<string> {
    for (let i = 0; i < this.list.length; i++) yield this.list[i].value;
  }

  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }

  toString(): string {
    return this.list.map(({ name, value }) => `${encodeForm(name)}=${encodeForm(value)}`).join("&");
  }

  /** For the console. */
  inspectAs(name: string, state: Inspection): string {
    const instead = state.enter(this, name, `${name} {}`, this.list.length === 0);
    if (instead !== undefined) return instead;
    const parts = this.list.map((entry) => `${inspectMember("", entry.name, state)} => ${inspectMember("", entry.value, state)}`);
    const line = parts.join(", ");
    // Node lays it out by a rule of its own.
    state.leave(this, "", parts, "", false, false);
    return line.length > LINE_LENGTH_MAX ? `${name} {\n  ${parts.join(",\n  ")} }` : `${name} { ${line} }`;
  }

  /** For addresses: from now on these are its parameters. */
  belongTo(record: UrlRecord): void {
    this.record = record;
  }

  /** For addresses: whose query has changed. */
  reread(query: string): void {
    this.list = [];
    this.read(query);
  }

  private read(query: string): void {
    for (const part of query.split("&")) {
      if (part === "") continue;
      const equals = part.indexOf("=");
      const [name, value] = equals < 0 ? [part, ""] : [part.slice(0, equals), part.slice(equals + 1)];
      this.add(decodeForm(name), decodeForm(value));
    }
  }

  private add(name: string, value: string): void {
    this.list.push(new Parameter(name.toWellFormed(), value.toWellFormed()));
  }

  private update(): void {
    const { record } = this;
    if (record === null) return;
    const query = this.toString();
    record.query = query === "" ? null : query;
  }
}

function encodeForm(text: string): string {
  return percentEncode(text, FORM_SET).replaceAll("%20", "+");
}

function decodeForm(text: string): string {
  return percentDecode(text.replaceAll("+", " "));
}
