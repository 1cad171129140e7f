// Headers: those of a request or an answer of fetch.
// Invariants: (1) names are in small letters; a walk goes by their order
// Manual:     WHATWG "Fetch", Headers class.

import { isHeaderValue, isToken } from "../http/message-parser.ts";

/** Headers, a list of pairs, or an object whose properties they are. */
export type HeadersInit = object;

const COOKIES = "set-cookie";

export class Headers {
  private readonly lists = new Map<string, string[]>();

  constructor(init?: HeadersInit) {
    if (init === undefined) return;
    if (init instanceof Headers) for (const [name, value] of init) this.append(name, value);
    else if (Array.isArray(init)) for (const pair of init) this.appendPair(pair);
    else for (const [name, value] of Object.entries(init)) this.append(name, String(value));
  }

  append(name: string, value: string): void {
    const [key, text] = checked(name, value);
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [text]);
    else list.push(text);
  }

  delete(name: string): void {
    this.lists.delete(name.toLowerCase());
  }

  get(name: string): string | null {
    return this.lists.get(name.toLowerCase())?.join(", ") ?? null;
  }

  getSetCookie(): string[] {
    return [...(this.lists.get(COOKIES) ?? [])];
  }

  has(name: string): boolean {
    return this.lists.has(name.toLowerCase());
  }

  set(name: string, value: string): void {
    const [key, text] = checked(name, value);
    this.lists.set(key, [text]);
  }

  forEach(callback: (value: string, name: string, headers: Headers) => void): void {
    for (const [name, value] of this.sorted()) callback(value, name, this);
  }

  *entries(): Generator<[string, string], void, unknown> {
    for (const entry of this.sorted()) yield entry;
  }

  *keys(): Generator<string, void, unknown> {
    for (const [name] of this.sorted()) yield name;
  }

  *values(): Generator<string, void, unknown> {
    for (const [, value] of this.sorted()) yield value;
  }

  [Symbol.iterator](): Generator<[string, string], void, unknown> {
    return this.entries();
  }

  private sorted(): [name: string, value: string][] {
    const found: [string, string][] = [];
    for (const name of [...this.lists.keys()].sort()) {
      const list = this.lists.get(name) ?? [];
      if (name === COOKIES) for (const value of list) found.push([name, value]);
      else found.push([name, list.join(", ")]);
    }
    return found;
  }

  private appendPair(pair: unknown): void {
    if (!Array.isArray(pair) || pair.length !== 2) throw new TypeError("Headers constructor: expected name/value pair to be length 2");
    this.append(String(pair[0]), String(pair[1]));
  }
}

function checked(name: string, value: string): [name: string, value: string] {
  const text = value.trim();
  if (!isToken(name)) throw new TypeError(`Headers.append: ${name} is an invalid header name.`);
  if (!isHeaderValue(text)) throw new TypeError(`Headers.append: "${text}" is an invalid header value.`);
  return [name.toLowerCase(), text];
}
