// Exact types: what type parameters stand for where the values they can have, and not only their type, decide what else they mean:
// K in `Record<K, A>`. Values of them are of the plain type.

import type ts from "typescript";
import { identity, internType, type Type } from "./types.ts";

/** The plain type as TypeScript knows it. Each is another type argument, and thus makes an instance of its own. */
export function exactType(plain: Type, seen: ts.Type, name: string): Type {
  return internType(`exact ${plain.id} ${identity(seen)}`, (id) => ({ ...plain, id, name, exact: { plain, seen } }));
}

export function plainType(type: Type): Type {
  return type.exact?.plain ?? type;
}
