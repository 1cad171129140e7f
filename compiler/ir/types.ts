// Value types of the IR, and the kinds of memory cell that loads and stores touch.
//
// Integers carry no sign: operations do. A narrow integer (i8 i16 u8 u16) lives in an i32 in canonical form, sign- or zero-extended
// to 32 bits; whoever computes one emits the extension. A bool is 0 or 1.

export const enum ValueType {
  Void = 0,
  Bool = 1,
  I32 = 2,
  I64 = 3,
  F32 = 4,
  F64 = 5,
  /** A reference to a heap object, or null (0). Raw addresses are I64: only a Ref is counted. */
  Ref = 6,
}

export const valueTypeNames: readonly string[] = ["void", "bool", "i32", "i64", "f32", "f64", "ref"];

/** What one cell of memory holds: a field, an array element, a global, or the operand of a load or store. */
export const enum MemoryKind {
  Bool = 0,
  I8 = 1,
  U8 = 2,
  I16 = 3,
  U16 = 4,
  I32 = 5,
  I64 = 6,
  F32 = 7,
  F64 = 8,
  Ref = 9,
}

export interface MemoryKindRow {
  readonly name: string;
  readonly sizeBytes: number;
  /** The type of the value once loaded: narrow integers are extended to I32, by the sign of the kind. */
  readonly valueType: ValueType;
}

/** Indexed by MemoryKind. */
export const memoryKinds: readonly MemoryKindRow[] = [
  { name: "bool", sizeBytes: 1, valueType: ValueType.Bool },
  { name: "i8", sizeBytes: 1, valueType: ValueType.I32 },
  { name: "u8", sizeBytes: 1, valueType: ValueType.I32 },
  { name: "i16", sizeBytes: 2, valueType: ValueType.I32 },
  { name: "u16", sizeBytes: 2, valueType: ValueType.I32 },
  { name: "i32", sizeBytes: 4, valueType: ValueType.I32 },
  { name: "i64", sizeBytes: 8, valueType: ValueType.I64 },
  { name: "f32", sizeBytes: 4, valueType: ValueType.F32 },
  { name: "f64", sizeBytes: 8, valueType: ValueType.F64 },
  { name: "ref", sizeBytes: 8, valueType: ValueType.Ref },
];
