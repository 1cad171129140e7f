// Source types: the types of variables, fields and results as the sources name them, in the form that debug information needs.
// Invariants: indices into Module.sourceTypes; type 0 is "not described"

export type SourceType =
  | { readonly kind: "unknown"; readonly name: string }
  | { readonly kind: "base"; readonly name: string; readonly encoding: BaseEncoding; readonly sizeBytes: number }
  /** JavaScript's number: a float, unless the place that holds it was narrowed to an integer. */
  | { readonly kind: "number"; readonly name: string }
  | { readonly kind: "enum"; readonly name: string; readonly sizeBytes: number; readonly members: readonly EnumMember[] }
  | { readonly kind: "string"; readonly name: string }
  /** A reference to an instance, or to null; of a packed class its address. */
  | { readonly kind: "class"; readonly name: string; readonly classIndex: number }
  /** A packed class that lies inside another. */
  | { readonly kind: "embedded"; readonly name: string; readonly classIndex: number }
  | { readonly kind: "array"; readonly name: string; readonly element: number; readonly isTyped: boolean }
  /** A reference to an object whose class only its header tells. */
  | { readonly kind: "object"; readonly name: string };

export type BaseEncoding = "boolean" | "float" | "signed" | "unsigned";

export interface EnumMember {
  readonly name: string;
  readonly value: bigint;
}

/** A field of a class or a part embedded in it, with its type. */
export interface SourceMember {
  readonly name: string;
  readonly type: number;
  readonly offset: number;
  /** Index of the field, whose kind of cell tells how a number is held; -1 of an embedded part. */
  readonly field: number;
}
