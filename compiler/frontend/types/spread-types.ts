// Spread types: what TypeScript says of `{ ...object }` and of a rest in a pattern, and what the object really has.

import ts from "typescript";
import { isLibraryFile } from "./library-types.ts";

/** Whether a property is none of the object: name, message and stack of errors are not copied, but for a name that was given. */
export function isLeftOut(type: ts.Type, symbol: ts.Symbol): boolean {
  // Nothing but a spread or rest makes a type without a name of declarations of the library.
  if (((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Anonymous) === 0) return false;
  const [first] = symbol.declarations ?? [];
  if (first === undefined || !ts.isInterfaceDeclaration(first.parent) || first.parent.name.text !== "Error") return false;
  return isLibraryFile(first.getSourceFile());
}
