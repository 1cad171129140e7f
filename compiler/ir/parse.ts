// Parser: reads what print.ts writes, and comments from ";" to the end of the line. Value numbers and block ids are kept.
// What it accepts need not be a valid module: verify.ts decides that.

import type { Block, FunctionSignature, IrFunction, Value } from "./function.ts";
import { intrinsicIndexByName } from "./intrinsics.ts";
import { type ClassShape, type IrClass, Module, type Profile } from "./module.ts";
import { Aux, Effect, Op, ops, panicKindNames } from "./ops.ts";
import { classShapeNames } from "./print.ts";
import { TokenCursor } from "./tokens.ts";
import { type MemoryKind, memoryKinds, ValueType, valueTypeNames } from "./types.ts";

/** Throws IrSyntaxError. */
export function parseModule(text: string): Module {
  return new ModuleParser(text).parse();
}

const opByName: ReadonlyMap<string, Op> = new Map(ops.map((row, op) => [row.name, op as Op]));

function indexIn(cursor: TokenCursor, names: readonly string[], what: string): number {
  const index = names.indexOf(cursor.token.text);
  if (index < 0) cursor.fail(`expected a ${what}`);
  cursor.place++;
  return index;
}

function takeType(cursor: TokenCursor): ValueType {
  return indexIn(cursor, valueTypeNames, "value type");
}
function takeKind(cursor: TokenCursor): MemoryKind {
  return indexIn(
    cursor,
    memoryKinds.map((row) => row.name),
    "memory kind",
  );
}
function takeSignature(cursor: TokenCursor): FunctionSignature {
  const params = cursor.takeList(() => takeType(cursor));
  cursor.expect("->");
  return { params, result: takeType(cursor) };
}
/** An optional file (that of before by default), line and column; of inlined code the function's name and the position of its call. */
function takePosition(cursor: TokenCursor, module: Module, defaultFile: string): number {
  let file = defaultFile;
  if (cursor.token.kind === "string") {
    file = cursor.take("string");
    cursor.expect(":");
  }
  const line = cursor.takeInteger();
  cursor.expect(":");
  const column = cursor.takeInteger();
  return module.internPosition(file, line, column, cursor.accept("in") ? takeScope(cursor, module, defaultFile) : 0);
}
function takeScope(cursor: TokenCursor, module: Module, defaultFile: string): number {
  const functionName = cursor.take("string");
  cursor.expect("@");
  return module.internScope(functionName, takePosition(cursor, module, defaultFile));
}

class ModuleParser {
  private readonly cursor: TokenCursor;
  private module = new Module("linux");
  /** Bodies and slots name functions that come later, so they wait until all headers are read. */
  private readonly bodies: { fn: IrFunction; place: number }[] = [];
  private readonly slots: { owner: IrClass; names: string[] }[] = [];

  constructor(text: string) {
    this.cursor = new TokenCursor(text);
  }

  parse(): Module {
    const { cursor } = this;
    cursor.expect("module");
    this.module = new Module(["kernel", "program", "linux"][indexIn(cursor, ["kernel", "program", "linux"], "profile")] as Profile);
    while (cursor.token.kind !== "end") this.parseItem();
    for (const { owner, names } of this.slots) {
      owner.slots = names.map((name) =>
        name === "" ? -1 : (this.module.functionByName(name)?.index ?? cursor.fail(`no function ${name}`)),
      );
    }
    for (const { fn, place } of this.bodies) {
      cursor.place = place;
      new BodyParser(cursor, this.module, fn).parse();
    }
    return this.module;
  }

  private parseItem(): void {
    const { cursor, module } = this;
    const keyword = cursor.take("word");
    switch (keyword) {
      case "class":
        return this.parseClass();
      case "string-class":
        module.stringClass = classIndex(cursor, module);
        return;
      case "closure-class":
        module.closureClass = classIndex(cursor, module);
        return;
      case "global":
        return this.parseGlobal();
      case "pending-exception": {
        const name = cursor.take("string");
        module.pendingException = module.globals.findIndex((global) => global.name === name);
        return;
      }
      case "string":
        module.internString(cursor.take("string"));
        return;
      case "blob":
        return this.parseBlob();
      case "signature":
        module.internSignature(takeSignature(cursor));
        return;
      case "method":
        return this.parseMethod();
      case "function":
        return this.parseHeader();
      default:
        cursor.fail(`unknown item ${keyword}`);
    }
  }

  private parseClass(): void {
    const { cursor, module } = this;
    const name = cursor.take("string");
    const parent = cursor.accept("parent") ? classIndex(cursor, module) : null;
    const shape: ClassShape = indexIn(cursor, classShapeNames, "class shape");
    const elementKind = cursor.accept("of") ? takeKind(cursor) : null;
    const owner = module.addClass(name, parent, shape, cursor.accept("packed"), elementKind);
    cursor.expect("size");
    owner.sizeBytes = cursor.takeInteger();
    cursor.expect("align");
    owner.alignment = cursor.takeInteger();
    cursor.expect("ids");
    owner.firstId = cursor.takeInteger();
    cursor.expect("..");
    owner.lastId = cursor.takeInteger();
    const names: string[] = [];
    if (cursor.accept("slots")) {
      do names.push(cursor.accept("none") ? "" : cursor.take("string"));
      while (cursor.accept(","));
    }
    this.slots.push({ owner, names });
    while (cursor.accept("field")) {
      const field = {
        index: module.fields.length,
        classIndex: owner.index,
        name: cursor.take("string"),
        kind: takeKind(cursor),
        offset: cursor.takeInteger(),
        holdsMethod: cursor.accept("method"),
      };
      module.fields.push(field);
      owner.fields.push(field.index);
    }
  }

  private parseGlobal(): void {
    const { cursor } = this;
    const name = cursor.take("string");
    const global = this.module.addGlobal(name, takeKind(cursor));
    if (cursor.accept("export")) global.exportName = cursor.take("string");
    if (cursor.accept("=")) global.initial = BigInt(cursor.take("number"));
  }

  private parseBlob(): void {
    const { cursor } = this;
    const name = cursor.take("string");
    cursor.expect("align");
    const alignment = cursor.takeInteger();
    const pairs = cursor.take("string").match(/../g) ?? [];
    this.module.blobs.push({ name, alignment, bytes: Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)) });
  }

  private parseMethod(): void {
    const { cursor } = this;
    const name = cursor.take("string");
    cursor.expect("slot");
    const slot = cursor.takeInteger();
    this.module.addMethod(name, slot, takeSignature(cursor));
  }

  private parseHeader(): void {
    const { cursor, module } = this;
    const name = cursor.take("string");
    const fn = module.addFunction(name, takeSignature(cursor));
    if (cursor.accept("export")) fn.exportName = cursor.take("string");
    fn.isExternal = cursor.accept("external");
    fn.isRemoved = cursor.accept("removed");
    if (cursor.accept("inline")) fn.inlining = "always";
    else if (cursor.accept("noinline")) fn.inlining = "never";
    fn.isNoReturn = cursor.accept("noreturn");
    fn.isInitializer = cursor.accept("initializer");
    fn.isAdapter = cursor.accept("adapter");
    if (cursor.accept("shown")) fn.shownAs = cursor.take("string");
    if (cursor.accept("at")) fn.declaredAt = takePosition(cursor, module, "");
    if (fn.isExternal || fn.isRemoved) return;
    cursor.expect("{");
    this.bodies.push({ fn, place: cursor.place });
    while (!cursor.is("}")) {
      if (cursor.token.kind === "end") cursor.fail(`the function ${name} has no end`);
      cursor.place++;
    }
    cursor.expect("}");
  }
}

function classIndex(cursor: TokenCursor, module: Module): number {
  const name = cursor.take("string");
  const found = module.classes.find((owner) => owner.name === name);
  return found?.index ?? cursor.fail(`no class ${name}`);
}

class BodyParser {
  private readonly cursor: TokenCursor;
  private readonly module: Module;
  private readonly fn: IrFunction;
  private readonly file: string;

  constructor(cursor: TokenCursor, module: Module, fn: IrFunction) {
    this.cursor = cursor;
    this.module = module;
    this.fn = fn;
    this.file = module.position(fn.declaredAt).file;
  }

  parse(): void {
    const { cursor, fn } = this;
    this.reserveValues();
    while (!cursor.accept("}")) this.parseBlock();
    for (const block of fn.blocks) {
      for (const edge of block.edges) if (fn.blocks[edge.target] === undefined) cursor.fail(`no block b${edge.target} in ${fn.name}`);
    }
  }

  /** Makes all numbers that the text uses, so that operands may come before their definitions. */
  private reserveValues(): void {
    let last = 0;
    for (let offset = 0; this.cursor.peek(offset).kind !== "end"; offset++) {
      const token = this.cursor.peek(offset);
      if (token.kind === "punctuation" && token.text === "}") break;
      if (token.kind === "value") last = Math.max(last, Number(token.text));
    }
    while (this.fn.instCount <= last) this.fn.create(Op.Nop, ValueType.Void, []);
  }

  private takeBlockId(): number {
    const match = /^b(\d+)$/.exec(this.cursor.take("word"));
    if (match === null) this.cursor.fail("expected a block such as b3");
    return Number(match[1]);
  }

  private takeValue(): Value {
    return Number(this.cursor.take("value"));
  }

  private parseBlock(): void {
    const { cursor, fn } = this;
    const id = this.takeBlockId();
    if (id !== fn.blocks.length) cursor.fail(`block b${id} out of order`);
    const block = fn.addBlock();
    block.params = cursor.takeList(() => {
      const value = this.takeValue();
      cursor.expect(":");
      fn.replace(value, Op.Parameter, takeType(cursor), []);
      return value;
    });
    block.isCold = cursor.accept("cold");
    cursor.expect(":");
    while (!cursor.is("}") && !this.isBlockHeader()) this.parseInst(block);
  }

  private isBlockHeader(): boolean {
    return /^b\d+$/.test(this.cursor.token.text) && this.cursor.token.kind === "word";
  }

  private parseInst(block: Block): void {
    const { cursor, fn, module } = this;
    let value: Value = 0;
    if (cursor.token.kind === "value") {
      value = this.takeValue();
      cursor.expect("=");
    }
    const op = this.takeOp();
    const row = ops[op];
    let type = typeof row.result === "number" ? row.result : ValueType.Void;
    if (value !== 0 && typeof row.result !== "number") type = takeType(cursor);
    const aux = this.takeAux(row.aux);
    const operands = this.takeOperands();
    if (value === 0) value = fn.create(Op.Nop, ValueType.Void, []);
    fn.replace(value, op, type, operands, aux);
    block.insts.push(value);
    if (row.effects === Effect.Terminator) this.takeEdges(block, op, operands.length > 0);
    else this.takeImmediate(value, row.immediate);
    if (cursor.accept("@")) fn.setPosition(value, takePosition(cursor, module, this.file));
  }

  private takeOp(): Op {
    const op = opByName.get(this.cursor.token.text);
    if (op === undefined || op === Op.Nop || op === Op.Parameter) return this.cursor.fail("expected an operation");
    this.cursor.place++;
    return op;
  }

  private takeOperands(): Value[] {
    const { cursor } = this;
    const operands: Value[] = [];
    const line = cursor.previousLine;
    if (cursor.token.kind !== "value" || cursor.token.line !== line) return operands;
    operands.push(this.takeValue());
    while (cursor.is(",") && cursor.peek(1).kind === "value") {
      cursor.place++;
      operands.push(this.takeValue());
    }
    return operands;
  }

  private takeEdges(block: Block, op: Op, hasOperands: boolean): void {
    const { cursor } = this;
    if (op === Op.Return || op === Op.Unreachable) return;
    if (hasOperands) cursor.expect(",");
    do {
      if (op === Op.Switch) {
        if (!cursor.accept("default")) block.cases.push(cursor.takeInteger());
        cursor.expect(":");
      }
      block.edges.push({ target: this.takeBlockId(), args: cursor.takeList(() => this.takeValue()) });
    } while (cursor.accept(","));
  }

  private takeImmediate(value: Value, kind: "constant" | "offset" | undefined): void {
    const { cursor, fn } = this;
    if (kind === "offset") {
      if (cursor.token.kind === "number" && cursor.token.line === cursor.previousLine) fn.setImmediate(value, cursor.takeInteger());
      return;
    }
    if (kind === undefined) return;
    const type = fn.type(value);
    if (type === ValueType.Ref) cursor.expect("null");
    else if (type === ValueType.F32 || type === ValueType.F64) fn.setImmediateFloat(value, Number(cursor.take("number")));
    else fn.setImmediate(value, BigInt(cursor.take("number")));
  }

  private takeAux(kind: Aux): number {
    const { cursor, module } = this;
    switch (kind) {
      case Aux.None:
        return 0;
      case Aux.Function:
        return this.takeNamed((name) => module.functionByName(name)?.index, "function");
      case Aux.Class:
        return classIndex(cursor, module);
      case Aux.Field:
        return this.takeField();
      case Aux.Global:
        return this.takeNamed((name) => module.globals.find((global) => global.name === name)?.index, "global");
      case Aux.String:
        return module.internString(cursor.take("string"));
      case Aux.Memory:
        return takeKind(cursor);
      case Aux.Panic:
        return indexIn(cursor, panicKindNames, "kind of panic");
      case Aux.Method:
        return this.takeMethod();
      case Aux.Signature:
        return module.internSignature(takeSignature(cursor));
      case Aux.Intrinsic:
        return this.takeIntrinsic();
      case Aux.Blob:
        return this.takeNamed((name) => module.blobs.findIndex((blob) => blob.name === name), "blob");
    }
  }

  private takeNamed(find: (name: string) => number | undefined, what: string): number {
    const name = this.cursor.take("string");
    const index = find(name);
    return index === undefined || index < 0 ? this.cursor.fail(`no ${what} ${name}`) : index;
  }

  private takeField(): number {
    const owner = classIndex(this.cursor, this.module);
    this.cursor.expect(".");
    return this.takeNamed((name) => this.module.classes[owner].fields.find((index) => this.module.fields[index].name === name), "field");
  }

  private takeMethod(): number {
    const index = this.cursor.takeInteger();
    this.cursor.expect(":");
    this.cursor.take("string");
    return this.module.methods[index] === undefined ? this.cursor.fail("no such method") : index;
  }

  private takeIntrinsic(): number {
    const name = this.cursor.take("word");
    return intrinsicIndexByName.get(name) ?? this.cursor.fail(`no intrinsic ${name}`);
  }
}
