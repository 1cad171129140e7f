// The operation table of HIR: operands, result, effects and side operand of every operation, one row each.
// Invariants: (1) builder, verifier, printer, parser, interpreter and passes read the rows; none keeps a list of its own
//             (2) Op numbers are positions in the table; text forms use names only
//
// Two levels share one form. High operations (new, field.get, array.get, call.virtual, checks, counts) are what passes reason about;
// the pass `lower` replaces them by low ones (load, store, call), and only low ones reach selection.

import { ValueType } from "./types.ts";

export const enum Effect {
  None = 0,
  /** Depends on memory: may not move over a write. */
  Read = 1,
  Write = 2,
  /** May end the program with a panic: may not be speculated, and its order with writes and calls is kept. */
  Trap = 4,
  /** Everything a call may do: reads, writes, traps, does not return. */
  Call = 1 | 2 | 4 | 8,
  Terminator = 16,
}

/** What the side operand `aux` of an instruction means. */
export const enum Aux {
  None,
  /** Index into Module.functions. */
  Function,
  /** Index into Module.classes. */
  Class,
  /** Index into Module.fields. */
  Field,
  /** Index into Module.globals. */
  Global,
  /** Index into Module.strings. */
  String,
  /** A MemoryKind. */
  Memory,
  /** A PanicKind. */
  Panic,
  /** Index into Module.methods: a virtual table slot with its signature. */
  Method,
  /** Index into Module.signatures. */
  Signature,
  /** Index into intrinsics (intrinsics.ts). */
  Intrinsic,
  /** Index into Module.blobs: constant bytes in read-only memory. */
  Blob,
}

/** Why a check failed. The runtime has one panic function a kind (runtime-functions.ts). */
export const enum PanicKind {
  Bounds,
  Null,
  Division,
  Narrowing,
  Conversion,
  Receiver,
  Assertion,
  OutOfMemory,
  Unreachable,
}
export const panicKindNames: readonly string[] = [
  "bounds",
  "null",
  "division",
  "narrowing",
  "conversion",
  "receiver",
  "assertion",
  "out-of-memory",
  "unreachable",
];

/**
 * A type pattern of an operand or result: a fixed ValueType, or
 * "T" the instruction's own type; "int" I32 or I64; "float" F32 or F64; "address" I64 or Ref; "any"; "memory" the value type of the
 * aux MemoryKind, field, or global; "arguments" any number of operands as the callee's signature says (last only); "same" as operand 0.
 */
export type TypePattern = ValueType | "T" | "int" | "float" | "address" | "any" | "memory" | "arguments" | "same";

export interface OpRow {
  readonly name: string;
  readonly operands: readonly TypePattern[];
  /** "T" takes the type given at creation, restricted by `of` when present. */
  readonly result: ValueType | "T" | "memory" | "callee";
  readonly of?: "int" | "float" | "address" | "number" | "any";
  readonly aux: Aux;
  readonly effects: Effect;
  readonly isCommutative?: boolean;
  /** Whether the 64-bit immediate is an operand of the text form: a constant's value, or a byte offset. */
  readonly immediate?: "constant" | "offset";
  readonly level: "low" | "high";
}

const { Bool, I32, I64, F32, F64, Ref, Void } = {
  Void: ValueType.Void as const,
  Bool: ValueType.Bool as const,
  I32: ValueType.I32 as const,
  I64: ValueType.I64 as const,
  F32: ValueType.F32 as const,
  F64: ValueType.F64 as const,
  Ref: ValueType.Ref as const,
};

function binary(name: string, of: "int" | "float", isCommutative = false, effects = Effect.None): OpRow {
  return { name, operands: ["T", "T"], result: "T", of, aux: Aux.None, effects, isCommutative, level: "low" };
}
function unary(name: string, of: "int" | "float"): OpRow {
  return { name, operands: ["T"], result: "T", of, aux: Aux.None, effects: Effect.None, level: "low" };
}
function compare(name: string, operand: "int" | "float" | "any", isCommutative = false): OpRow {
  return { name, operands: [operand, "same"], result: Bool, aux: Aux.None, effects: Effect.None, isCommutative, level: "low" };
}
function convert(name: string, from: ValueType, to: ValueType): OpRow {
  return { name, operands: [from], result: to, aux: Aux.None, effects: Effect.None, level: "low" };
}
function terminator(name: string, operands: readonly TypePattern[], aux = Aux.None): OpRow {
  return { name, operands, result: Void, aux, effects: Effect.Terminator, level: "low" };
}
function row(
  name: string,
  operands: readonly TypePattern[],
  result: OpRow["result"],
  aux: Aux,
  effects: Effect,
  level: OpRow["level"],
  rest: Partial<OpRow> = {},
): OpRow {
  return { name, operands, result, aux, effects, level, ...rest };
}

/** Op numbers; the order is that of `ops` below, and a test holds the two together. */
export const enum Op {
  Nop,
  Parameter,
  Constant,
  StringConstant,
  FunctionAddress,
  StaticClosure,
  GlobalAddress,
  BlobAddress,
  ClassDescriptor,
  SymbolAddress,
  Add,
  Subtract,
  Multiply,
  DivideSigned,
  DivideUnsigned,
  RemainderSigned,
  RemainderUnsigned,
  And,
  Or,
  Xor,
  ShiftLeft,
  ShiftRightSigned,
  ShiftRightUnsigned,
  Negate,
  Not,
  Equal,
  NotEqual,
  LessSigned,
  LessEqualSigned,
  LessUnsigned,
  LessEqualUnsigned,
  FloatAdd,
  FloatSubtract,
  FloatMultiply,
  FloatDivide,
  FloatNegate,
  FloatAbsolute,
  FloatSquareRoot,
  FloatFloor,
  FloatCeiling,
  FloatTruncate,
  FloatEqual,
  FloatNotEqual,
  FloatLess,
  FloatLessEqual,
  SignExtend8,
  SignExtend16,
  ZeroExtend8,
  ZeroExtend16,
  SignExtend32,
  ZeroExtend32,
  Truncate,
  SignedToFloat,
  UnsignedToFloat,
  Signed64ToFloat,
  Unsigned64ToFloat,
  FloatToInt32,
  FloatToInt64,
  FloatToUint64,
  FloatPromote,
  FloatDemote,
  BitsToFloat,
  FloatToBits,
  BoolToInt,
  IntToBool,
  RefToAddress,
  AddressToRef,
  Select,
  Load,
  Store,
  LoadVolatile,
  StoreVolatile,
  Intrinsic,
  Call,
  CallIndirect,
  CallVirtual,
  CallClosure,
  New,
  Adopt,
  Share,
  FieldGet,
  FieldSet,
  GlobalGet,
  GlobalSet,
  ArrayLength,
  ArrayElements,
  ArrayGet,
  ArraySet,
  StringLength,
  ClassId,
  FunctionText,
  Check,
  CheckBounds,
  CheckNull,
  Retain,
  Release,
  Suspend,
  Jump,
  Branch,
  Switch,
  Return,
  Unreachable,
}

/** Indexed by Op. */
export const ops: readonly OpRow[] = [
  row("nop", [], Void, Aux.None, Effect.None, "low"),
  // A block parameter: the values come with the edges. Never in a block's instruction list.
  row("parameter", [], "T", Aux.None, Effect.None, "low", { of: "any" }),
  row("const", [], "T", Aux.None, Effect.None, "low", { of: "any", immediate: "constant" }),
  row("string", [], Ref, Aux.String, Effect.None, "low"),
  row("function.address", [], I64, Aux.Function, Effect.None, "low"),
  // The immortal closure object (Module.closureClass) of a function that captures nothing; the function's first parameter is the closure.
  row("closure.static", [], Ref, Aux.Function, Effect.None, "low"),
  row("global.address", [], I64, Aux.Global, Effect.None, "low"),
  row("blob.address", [], I64, Aux.Blob, Effect.None, "low"),
  row("class.descriptor", [], I64, Aux.Class, Effect.None, "low"),
  // A symbol that only the linker knows: of assembly, or a section border.
  row("symbol.address", [], I64, Aux.String, Effect.None, "low"),

  // Integer arithmetic wraps. Division: a zero divisor must have been checked away; MIN / -1 = MIN and MIN % -1 = 0.
  binary("add", "int", true),
  binary("sub", "int"),
  binary("mul", "int", true),
  binary("sdiv", "int", false, Effect.Trap),
  binary("udiv", "int", false, Effect.Trap),
  binary("srem", "int", false, Effect.Trap),
  binary("urem", "int", false, Effect.Trap),
  binary("and", "int", true),
  binary("or", "int", true),
  binary("xor", "int", true),
  // Shift counts have the type of the shifted value and are taken modulo its width.
  binary("shl", "int"),
  binary("sshr", "int"),
  binary("ushr", "int"),
  unary("neg", "int"),
  unary("not", "int"),
  // Bool, I32, I64 and Ref compare for equality; order is for integers.
  compare("eq", "any", true),
  compare("ne", "any", true),
  compare("slt", "int"),
  compare("sle", "int"),
  compare("ult", "int"),
  compare("ule", "int"),

  // IEEE 754, round to nearest even.
  binary("fadd", "float", true),
  binary("fsub", "float"),
  binary("fmul", "float", true),
  binary("fdiv", "float"),
  unary("fneg", "float"),
  unary("fabs", "float"),
  unary("fsqrt", "float"),
  unary("ffloor", "float"),
  unary("fceil", "float"),
  unary("ftrunc", "float"),
  // False with a NaN, but fne, which is true.
  compare("feq", "float", true),
  compare("fne", "float", true),
  compare("flt", "float"),
  compare("fle", "float"),

  convert("sext8", I32, I32),
  convert("sext16", I32, I32),
  convert("zext8", I32, I32),
  convert("zext16", I32, I32),
  convert("sext32", I32, I64),
  convert("zext32", I32, I64),
  convert("trunc", I64, I32),
  convert("sitof", I32, F64),
  convert("uitof", I32, F64),
  convert("sltof", I64, F64),
  convert("ultof", I64, F64),
  // ECMAScript ToInt32 (modulo 2^32, NaN and infinities to 0), and the same modulo 2^64; ftou64 is ftoi64 for values from 2^63 on too.
  convert("ftoi32", F64, I32),
  convert("ftoi64", F64, I64),
  convert("ftou64", F64, I64),
  convert("fpromote", F32, F64),
  convert("fdemote", F64, F32),
  convert("bits.to.float", I64, F64),
  convert("float.to.bits", F64, I64),
  convert("bool.to.int", Bool, I32),
  // Requires 0 or 1.
  convert("int.to.bool", I32, Bool),
  convert("ref.to.address", Ref, I64),
  convert("address.to.ref", I64, Ref),
  row("select", [Bool, "T", "T"], "T", Aux.None, Effect.None, "low", { of: "any" }),

  row("load", ["address"], "memory", Aux.Memory, Effect.Read, "low", { immediate: "offset" }),
  row("store", ["address", "memory"], Void, Aux.Memory, Effect.Write, "low", { immediate: "offset" }),
  // For device memory and memory that others change: neither removed, merged nor reordered among themselves.
  row("load.volatile", ["address"], "memory", Aux.Memory, Effect.Read | Effect.Write, "low", { immediate: "offset" }),
  row("store.volatile", ["address", "memory"], Void, Aux.Memory, Effect.Read | Effect.Write, "low", { immediate: "offset" }),
  row("intrinsic", ["arguments"], "callee", Aux.Intrinsic, Effect.Call, "low"),

  row("call", ["arguments"], "callee", Aux.Function, Effect.Call, "low"),
  // Operand 0 is the code address, not an argument.
  row("call.indirect", [I64, "arguments"], "callee", Aux.Signature, Effect.Call, "low"),
  // Operand 0 is the receiver, not null; the slot comes from the method.
  row("call.virtual", [Ref, "arguments"], "callee", Aux.Method, Effect.Call, "high"),
  // Operand 0 is the closure object, not null; its first field is the code address. It is also the first argument (a Ref in the signature).
  row("call.closure", [Ref, "arguments"], "callee", Aux.Signature, Effect.Call, "high"),

  // A new object with all fields zero, owned by the result. Panics when memory is out.
  row("new", [], Ref, Aux.Class, Effect.Read | Effect.Write | Effect.Trap, "high"),
  // The object at an address, whose count the runtime has set to 1 already: owned by the result.
  row("adopt", [I64], Ref, Aux.None, Effect.Write, "high"),
  // The object at an address, which may not be null, with one count more: owned by the result.
  row("share", [I64], Ref, Aux.None, Effect.Write, "high"),
  // Objects of field and array operations are not null: check.null comes before where it is not known.
  row("field.get", ["address"], "memory", Aux.Field, Effect.Read, "high"),
  row("field.set", ["address", "memory"], Void, Aux.Field, Effect.Write, "high"),
  row("global.get", [], "memory", Aux.Global, Effect.Read, "high"),
  row("global.set", ["memory"], Void, Aux.Global, Effect.Write, "high"),
  // Arrays and typed arrays share one head (layout.ts). Indices were checked: 0 <= index < length.
  row("array.length", [Ref], I32, Aux.None, Effect.Read, "high"),
  // Address of element 0. Stays the same until a call makes the array grow.
  row("array.elements", [Ref], I64, Aux.None, Effect.Read, "high"),
  row("array.get", [Ref, I32], "memory", Aux.Memory, Effect.Read, "high"),
  row("array.set", [Ref, I32, "memory"], Void, Aux.Memory, Effect.Write, "high"),
  row("string.length", [Ref], I32, Aux.None, Effect.None, "high"),
  // The preorder number of the object's class: instanceof C is C.firstId <= id <= C.lastId.
  row("class.id", [Ref], I32, Aux.None, Effect.None, "high"),
  // What the console shows of a function value: a constant string, IrFunction.shownAs.
  row("function.text", [Ref], Ref, Aux.None, Effect.None, "high"),

  row("check", [Bool], Void, Aux.Panic, Effect.Trap, "high"),
  // Panics unless operand 0 is below operand 1, both unsigned.
  row("check.bounds", [I32, I32], Void, Aux.None, Effect.Trap, "high"),
  row("check.null", [Ref], Void, Aux.None, Effect.Trap, "high"),
  row("retain", [Ref], Void, Aux.None, Effect.Read | Effect.Write, "high"),
  row("release", [Ref], Void, Aux.None, Effect.Call, "high"),
  // Leaves a coroutine; the next call of it goes on behind. Only inside the front end: what it hands on has been split at these.
  row("suspend", [], Void, Aux.None, Effect.Call, "high"),

  // Edges hold targets and arguments. branch: edge 0 if true, 1 if false. switch: I32 operand, edge i for cases[i], the last the default.
  terminator("jump", []),
  terminator("branch", [Bool]),
  terminator("switch", [I32]),
  // No operand from a void function.
  terminator("return", ["arguments"]),
  // After a call that does not return.
  terminator("unreachable", []),
];
