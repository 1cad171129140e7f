// Printer: the text form of modules and functions; parse.ts reads it back to the same text.
//
//   function "divide" (i32, i32) -> i32 export "divide" at "a.ts":3:1 {
//   b0(%1: i32, %2: i32):
//     %4 = ne %2, %3 @4:7                        operation, type, side operand, operands, offset; file only where it is another
//     %5 = add i32 %4, %2 @"b.ts":9:3 in "twice" @4:9      inlined code: the function it was written in, and where that was called
//     branch %4, b1(), b2(%1)
//   b1() cold:

import { type Block, type Edge, type FunctionSignature, type IrFunction, NAMELESS, type Value } from "./function.ts";
import { intrinsics } from "./intrinsics.ts";
import type { Blob, Field, Global, IrClass, Module } from "./module.ts";
import { Aux, Op, ops, panicKindNames } from "./ops.ts";
import { memoryKinds, ValueType, valueTypeNames } from "./types.ts";

export const classShapeNames: readonly string[] = ["instance", "string", "array", "typed-array", "closure", "method", "adapter"];

export interface PrintOptions {
  /** Whether to write source positions; true by default. */
  readonly positions?: boolean;
}

export function printModule(module: Module, options: PrintOptions = {}): string {
  const lines = [`module ${module.profile}`];
  for (const owner of module.classes) lines.push(...printClass(module, owner));
  if (module.stringClass >= 0) lines.push(`string-class ${quote(module.classes[module.stringClass].name)}`);
  if (module.closureClass >= 0) lines.push(`closure-class ${quote(module.classes[module.closureClass].name)}`);
  for (const global of module.globals) lines.push(printGlobal(global));
  if (module.pendingException >= 0) lines.push(`pending-exception ${quote(module.globals[module.pendingException].name)}`);
  for (const text of module.strings) lines.push(`string ${quote(text)}`);
  for (const blob of module.blobs) lines.push(printBlob(blob));
  for (const signature of module.signatures) lines.push(`signature ${printSignature(signature)}`);
  for (const method of module.methods) lines.push(`method ${quote(method.name)} slot ${method.slot} ${printSignature(method.signature)}`);
  const functions = module.functions.map((fn) => printFunction(module, fn, options));
  return `${[lines.join("\n"), ...functions].join("\n\n")}\n`;
}

export function printFunction(module: Module, fn: IrFunction, options: PrintOptions = {}): string {
  const header = `function ${quote(fn.name)} ${printSignature(fn)}${printAttributes(module, fn)}`;
  if (fn.isExternal || fn.isRemoved) return header;
  const lines = [`${header} {`];
  for (const block of fn.blocks) {
    const params = block.params.map((value) => `%${value}: ${valueTypeNames[fn.type(value)]}`).join(", ");
    lines.push(`b${block.id}(${params})${block.isCold ? " cold" : ""}:`);
    for (const value of block.insts) {
      if (fn.op(value) !== Op.Nop) lines.push(`  ${printInst(module, fn, block, value)}${printPosition(module, fn, value, options)}`);
    }
  }
  return `${lines.join("\n")}\n}`;
}

/** One instruction without its position; for terminators with the edges of its block. */
export function printInst(module: Module, fn: IrFunction, block: Block, value: Value): string {
  const op = fn.op(value);
  const row = ops[op];
  const words: string[] = fn.type(value) === ValueType.Void ? [] : [`%${value}`, "="];
  words.push(row.name);
  if (fn.type(value) !== ValueType.Void && typeof row.result !== "number") words.push(valueTypeNames[fn.type(value)]);
  if (row.aux !== Aux.None) words.push(printAux(module, row.aux, fn.aux(value)));
  const operands = fn.operands(value).map((operand) => `%${operand}`);
  const edges = value === fn.terminator(block) ? printEdges(block, op) : [];
  if (operands.length + edges.length > 0) words.push([...operands, ...edges].join(", "));
  if (row.immediate === "constant") words.push(printConstant(fn, value));
  const offset = row.immediate === "offset" ? fn.immediate(value) : 0;
  if (offset !== 0) words.push(offset > 0 ? `+${offset}` : `${offset}`);
  return words.join(" ");
}

function printEdges(block: Block, op: Op): string[] {
  const print = (edge: Edge): string => `b${edge.target}(${edge.args.map((value) => `%${value}`).join(", ")})`;
  if (op !== Op.Switch) return block.edges.map(print);
  return block.edges.map((edge, index) => `${index < block.cases.length ? block.cases[index] : "default"}: ${print(edge)}`);
}

function printConstant(fn: IrFunction, value: Value): string {
  const type = fn.type(value);
  if (type === ValueType.Ref) return "null";
  if (type !== ValueType.F64 && type !== ValueType.F32) return String(fn.immediateBigInt(value));
  const float = fn.immediateFloat(value);
  return Object.is(float, -0) ? "-0" : String(float);
}

function printAux(module: Module, kind: Aux, aux: number): string {
  switch (kind) {
    case Aux.None:
      return "";
    case Aux.Function:
      return quote(module.functions[aux].name);
    case Aux.Class:
      return quote(module.classes[aux].name);
    case Aux.Field:
      return `${quote(module.classes[module.fields[aux].classIndex].name)}.${quote(module.fields[aux].name)}`;
    case Aux.Global:
      return quote(module.globals[aux].name);
    case Aux.String:
      return quote(module.strings[aux]);
    case Aux.Memory:
      return memoryKinds[aux].name;
    case Aux.Panic:
      return panicKindNames[aux];
    // Names of methods repeat from class to class.
    case Aux.Method:
      return `${aux}:${quote(module.methods[aux].name)}`;
    case Aux.Signature:
      return printSignature(module.signatures[aux]);
    case Aux.Intrinsic:
      return intrinsics[aux].name;
    case Aux.Blob:
      return quote(module.blobs[aux].name);
  }
}

function printPosition(module: Module, fn: IrFunction, value: Value, options: PrintOptions): string {
  if (options.positions === false || fn.position(value) === 0) return "";
  return ` ${printPlace(module, fn, fn.position(value))}`;
}

/** `@4:7`, and of inlined code: `@"list.ts":4:7 in "List.push" @12:3`, with the place of the call behind the function's name. */
function printPlace(module: Module, fn: IrFunction, position: number): string {
  const { file, line, column, scope } = module.position(position);
  const place = module.position(fn.declaredAt).file === file ? `@${line}:${column}` : `@${quote(file)}:${line}:${column}`;
  if (scope === 0) return place;
  const { functionName, callPosition } = module.scope(scope);
  return `${place} in ${quote(functionName)} ${printPlace(module, fn, callPosition)}`;
}

function printSignature(signature: FunctionSignature): string {
  return `(${signature.params.map((type) => valueTypeNames[type]).join(", ")}) -> ${valueTypeNames[signature.result]}`;
}

function printAttributes(module: Module, fn: IrFunction): string {
  const words: string[] = [];
  if (fn.exportName !== null) words.push(`export ${quote(fn.exportName)}`);
  if (fn.isExternal) words.push("external");
  if (fn.isRemoved) words.push("removed");
  if (fn.inlining !== "auto") words.push(fn.inlining === "always" ? "inline" : "noinline");
  if (fn.isNoReturn) words.push("noreturn");
  if (fn.isInitializer) words.push("initializer");
  if (fn.isAdapter) words.push("adapter");
  if (fn.shownAs !== NAMELESS) words.push(`shown ${quote(fn.shownAs)}`);
  if (fn.declaredAt !== 0) {
    const { file, line, column } = module.position(fn.declaredAt);
    words.push(`at ${quote(file)}:${line}:${column}`);
  }
  return words.map((word) => ` ${word}`).join("");
}

function printClass(module: Module, owner: IrClass): string[] {
  const words = [`class ${quote(owner.name)}`];
  if (owner.parent !== null) words.push(`parent ${quote(module.classes[owner.parent].name)}`);
  words.push(classShapeNames[owner.shape]);
  if (owner.elementKind !== null) words.push(`of ${memoryKinds[owner.elementKind].name}`);
  if (owner.isPacked) words.push("packed");
  words.push(`size ${owner.sizeBytes} align ${owner.alignment} ids ${owner.firstId}..${owner.lastId}`);
  const slots = owner.slots.map((slot) => (slot < 0 ? "none" : quote(module.functions[slot].name)));
  if (slots.length > 0) words.push(`slots ${slots.join(", ")}`);
  const fields = owner.fields.map((index) => module.fields[index]);
  return [words.join(" "), ...fields.map(printField)];
}

function printField({ name, kind, offset, holdsMethod }: Field): string {
  return `  field ${quote(name)} ${memoryKinds[kind].name} +${offset}${holdsMethod ? " method" : ""}`;
}

function printGlobal(global: Global): string {
  const exported = global.exportName === null ? "" : ` export ${quote(global.exportName)}`;
  const initial = global.initial === 0n ? "" : ` = ${global.initial}`;
  return `global ${quote(global.name)} ${memoryKinds[global.kind].name}${exported}${initial}`;
}

function printBlob(blob: Blob): string {
  const bytes = Array.from(blob.bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `blob ${quote(blob.name)} align ${blob.alignment} "${bytes}"`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
