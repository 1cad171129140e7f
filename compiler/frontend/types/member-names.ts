// Member names: what members of classes and object types are found by.

import type ts from "typescript";

/** What the checker calls members by symbols of a program, and the keys that they have here. */
const symbolMembers = new Map<ts.__String, string>();

/** Notes the key of the members that a symbol is the name of. */
export function nameSymbolMembers(type: ts.UniqueESSymbolType, key: string): void {
  symbolMembers.set(type.escapedName, key);
}

/** The name of a member as members of classes and object types are found: well-known symbols as `[iterator]`. */
export function memberName(symbol: ts.Symbol): string {
  const match = /^__@(\w+)@/.exec(symbol.name);
  return match === null ? symbol.name : (symbolMembers.get(symbol.escapedName) ?? `[${match[1]}]`);
}
