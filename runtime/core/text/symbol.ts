// Symbols: values that are equal to nothing but themselves, with a text that tells people what they are for.
// Owns:       the symbols that programs ask for by a key.
// Manual:     ECMA-262 "Symbol Objects", "GlobalSymbolRegistry Record".

import { Map } from "../collections/map.ts";
import type { Inspection } from "../console/inspection.ts";

/** @symbol */
export class Symbol {
  readonly description: string | undefined;

  constructor(description: string | undefined) {
    this.description = description;
  }

  toString(): string {
    return `Symbol(${this.description ?? ""})`;
  }

  /** JSON leaves them out. */
  toJSON(): undefined {
    return undefined;
  }

  /** For the console. */
  inspectAs(_name: string, _state: Inspection): string {
    return this.toString();
  }
}

let registered: Map<string, Symbol> | undefined;

export function makeSymbol(description: string | undefined = undefined): Symbol {
  return new Symbol(description);
}

/** The one symbol of that key. */
export function symbolOfKey(key: string): Symbol {
  registered ??= new Map<string, Symbol>();
  const known: Symbol | undefined = registered.get(key);
  if (known !== undefined) return known;
  const made = new Symbol(key);
  registered.set(key, made);
  return made;
}

/** The key that a symbol was asked for by. */
export function keyOfSymbol(symbol: Symbol): string | undefined {
  const { description } = symbol;
  return description !== undefined && registered?.get(description) === symbol ? description : undefined;
}
