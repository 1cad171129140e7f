// Member names: what members of classes and object types are found by.

import type ts from "typescript";

/** The name of a member as members of classes and object types are found: well-known symbols as `[iterator]`. */
export function memberName(symbol: ts.Symbol): string {
  const match = /^__@(\w+)@/.exec(symbol.name);
  return match === null ? symbol.name : `[${match[1]}]`;
}
