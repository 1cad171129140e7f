// Verifier: whether a module or function keeps the invariants of function.ts, module.ts and the rows of the operation table.
// Messages name function, block and value; an empty list means that every pass and stage may rely on the invariants.

import { DominatorTree } from "./control-flow.ts";
import type { Block, BlockId, FunctionSignature, IrFunction, Value } from "./function.ts";
import { intrinsics } from "./intrinsics.ts";
import type { Module } from "./module.ts";
import { Aux, Effect, Op, type OpRow, ops, panicKindNames, type TypePattern } from "./ops.ts";
import { memoryKinds, ValueType, valueTypeNames } from "./types.ts";

/** What is wrong with the module's tables and all of its functions. */
export function verifyModule(module: Module): string[] {
  return [...verifyTables(module), ...module.functions.flatMap((fn) => verifyFunction(module, fn))];
}

/** What is wrong with one function. */
export function verifyFunction(module: Module, fn: IrFunction): string[] {
  if (fn.isExternal || fn.isRemoved) return fn.blocks.length === 0 ? [] : [`function "${fn.name}": external or removed, but has blocks`];
  if (fn.blocks.length === 0) return [`function "${fn.name}": no blocks`];
  const verifier = new FunctionVerifier(module, fn);
  verifier.run();
  return verifier.messages;
}

/** Callee signature of a call-like instruction, and how many operands come before its arguments. */
export function callSignature(module: Module, op: Op, aux: number): { signature: FunctionSignature; skipped: number } | undefined {
  const row = ops[op];
  if (!row.operands.includes("arguments") || op === Op.Return) return undefined;
  // A code address is not an argument; a receiver or closure is, and the signature has it.
  const skipped = row.operands[0] === ValueType.I64 ? 1 : 0;
  switch (row.aux) {
    case Aux.Function:
      return { signature: module.functions[aux].signature(), skipped };
    case Aux.Method:
      return { signature: module.methods[aux].signature, skipped };
    case Aux.Signature:
      return { signature: module.signatures[aux], skipped };
    default:
      return { signature: { params: intrinsics[aux].parameters, result: intrinsics[aux].result }, skipped };
  }
}

function auxLimit(module: Module, aux: Aux): number {
  switch (aux) {
    case Aux.None:
      return 1;
    case Aux.Function:
      return module.functions.length;
    case Aux.Class:
      return module.classes.length;
    case Aux.Field:
      return module.fields.length;
    case Aux.Global:
      return module.globals.length;
    case Aux.String:
      return module.strings.length;
    case Aux.Memory:
      return memoryKinds.length;
    case Aux.Panic:
      return panicKindNames.length;
    case Aux.Method:
      return module.methods.length;
    case Aux.Signature:
      return module.signatures.length;
    case Aux.Intrinsic:
      return intrinsics.length;
    case Aux.Blob:
      return module.blobs.length;
  }
}

/** Type of the cell that a memory operation touches. */
function cellType(module: Module, kind: Aux, aux: number): ValueType {
  if (kind === Aux.Field) return memoryKinds[module.fields[aux].kind].valueType;
  if (kind === Aux.Global) return memoryKinds[module.globals[aux].kind].valueType;
  return memoryKinds[aux].valueType;
}

function isInClass(type: ValueType, of: OpRow["of"] | TypePattern): boolean {
  const isInt = type === ValueType.I32 || type === ValueType.I64;
  const isFloat = type === ValueType.F32 || type === ValueType.F64;
  switch (of) {
    case "int":
      return isInt;
    case "float":
      return isFloat;
    case "number":
      return isInt || isFloat;
    case "address":
      return type === ValueType.I64 || type === ValueType.Ref;
    default:
      return type !== ValueType.Void;
  }
}

const TERMINATOR_EDGES: Partial<Record<Op, number>> = { [Op.Jump]: 1, [Op.Branch]: 2, [Op.Return]: 0, [Op.Unreachable]: 0 };

class FunctionVerifier {
  readonly messages: string[] = [];
  private readonly module: Module;
  private readonly fn: IrFunction;
  /** By value: the block that defines it, -1 none. */
  private readonly definitionBlock: Int32Array;
  /** By value: its place in that block; parameters -1. */
  private readonly definitionIndex: Int32Array;

  constructor(module: Module, fn: IrFunction) {
    this.module = module;
    this.fn = fn;
    this.definitionBlock = new Int32Array(fn.instCount).fill(-1);
    this.definitionIndex = new Int32Array(fn.instCount).fill(-1);
  }

  run(): void {
    const { fn } = this;
    for (const [index, block] of fn.blocks.entries()) this.define(block, index);
    for (const block of fn.blocks) this.checkShape(block);
    this.checkEntry();
    if (this.messages.length > 0) return; // later checks follow edges and operands
    for (const block of fn.blocks) {
      for (const value of block.insts) this.checkInst(block, value);
      this.checkEdges(block);
    }
    if (this.messages.length === 0) this.checkDominance();
  }

  private report(block: Block, value: Value, message: string): void {
    const op = value > 0 && value < this.fn.instCount ? ` = ${ops[this.fn.op(value)]?.name}` : "";
    this.messages.push(`function "${this.fn.name}", block b${block.id}, %${value}${op}: ${message}`);
  }

  private define(block: Block, index: number): void {
    if (block.id !== index) this.report(block, 0, `block at place ${index} has another id`);
    const defineValue = (value: Value, place: number): void => {
      if (!(value > 0 && value < this.fn.instCount)) return this.report(block, value, "no such instruction");
      if (this.definitionBlock[value] >= 0) return this.report(block, value, `defined before, in b${this.definitionBlock[value]}`);
      this.definitionBlock[value] = index;
      this.definitionIndex[value] = place;
      const isParameter = this.fn.op(value) === Op.Parameter;
      if (isParameter !== place < 0) this.report(block, value, isParameter ? "parameter among the instructions" : "not a parameter");
    };
    for (const value of block.params) defineValue(value, -1);
    block.insts.forEach(defineValue);
  }

  private checkShape(block: Block): void {
    const { fn } = this;
    if (!fn.isTerminated(block)) return this.report(block, fn.terminator(block) ?? 0, "the block does not end with a terminator");
    for (const value of block.insts.slice(0, -1)) {
      if (ops[fn.op(value)].effects === Effect.Terminator) this.report(block, value, "terminator before the end of the block");
    }
    const last = fn.terminator(block);
    const wanted = TERMINATOR_EDGES[fn.op(last)] ?? block.cases.length + 1;
    if (block.edges.length !== wanted) this.report(block, last, `${block.edges.length} edges, not ${wanted}`);
    if (fn.op(last) === Op.Switch && new Set(block.cases).size !== block.cases.length) this.report(block, last, "two equal cases");
    for (const edge of block.edges) {
      if (fn.blocks[edge.target] === undefined) this.report(block, last, `edge to b${edge.target}, which does not exist`);
      else if (edge.target === 0) this.report(block, last, "edge to the entry block");
    }
  }

  private checkEntry(): void {
    const { fn } = this;
    const entry = fn.blocks[0];
    const types = entry.params.map((value) => fn.type(value));
    if (types.join() !== fn.params.join())
      this.report(entry, 0, `entry parameters (${typeList(types)}) are not the function's (${typeList(fn.params)})`);
  }

  private checkInst(block: Block, value: Value): void {
    const { fn } = this;
    const op = fn.op(value);
    const row = ops[op];
    if (op === Op.Nop) return;
    if (fn.operands(value).some((operand) => !this.checkUsable(block, value, operand))) return;
    const aux = fn.aux(value);
    if (aux < 0 || aux >= auxLimit(this.module, row.aux)) return this.report(block, value, `side operand ${aux} out of range`);
    this.checkResult(block, value, row);
    this.checkOperands(block, value, row);
    if (op === Op.Constant) this.checkConstant(block, value);
  }

  private checkUsable(block: Block, user: Value, operand: Value): boolean {
    const isUsable =
      operand > 0 && operand < this.fn.instCount && this.definitionBlock[operand] >= 0 && this.fn.type(operand) !== ValueType.Void;
    if (!isUsable)
      this.report(block, user, `uses %${operand}, which is ${this.definitionBlock[operand] >= 0 ? "no value" : "not defined"}`);
    return isUsable;
  }

  private checkResult(block: Block, value: Value, row: OpRow): void {
    const type = this.fn.type(value);
    if (row.result === "T") {
      if (!isInClass(type, row.of)) this.report(block, value, `result ${valueTypeNames[type]} is not of class ${row.of}`);
      return;
    }
    let wanted: ValueType;
    if (row.result === "memory") wanted = cellType(this.module, row.aux, this.fn.aux(value));
    else if (row.result === "callee")
      wanted = callSignature(this.module, this.fn.op(value), this.fn.aux(value))?.signature.result ?? ValueType.Void;
    else wanted = row.result;
    if (type !== wanted) this.report(block, value, `result is ${valueTypeNames[type]}, not ${valueTypeNames[wanted]}`);
  }

  private checkOperands(block: Block, value: Value, row: OpRow): void {
    const { fn } = this;
    const wanted = this.operandPatterns(value, row);
    if (fn.operandCount(value) !== wanted.length)
      return this.report(block, value, `${fn.operandCount(value)} operands, not ${wanted.length}`);
    wanted.forEach((pattern, index) => {
      const type = fn.type(fn.operand(value, index));
      if (!this.matches(value, type, pattern))
        this.report(block, value, `operand ${index} is ${valueTypeNames[type]}, not ${patternName(pattern)}`);
    });
    const isEquality = fn.op(value) === Op.Equal || fn.op(value) === Op.NotEqual;
    if (isEquality && isInClass(fn.type(fn.operand(value, 0)), "float")) this.report(block, value, "floats compare with feq and fne");
  }

  /** The row's patterns with "arguments" spelled out. */
  private operandPatterns(value: Value, row: OpRow): TypePattern[] {
    const { fn } = this;
    if (fn.op(value) === Op.Return) return fn.result === ValueType.Void ? [] : [fn.result];
    const call = callSignature(this.module, fn.op(value), fn.aux(value));
    return call === undefined ? [...row.operands] : [...row.operands.slice(0, call.skipped), ...call.signature.params];
  }

  private matches(value: Value, type: ValueType, pattern: TypePattern): boolean {
    switch (pattern) {
      case "T":
        return type === this.fn.type(value);
      case "same":
        return type === this.fn.type(this.fn.operand(value, 0));
      case "memory":
        return type === cellType(this.module, this.fn.auxKind(value), this.fn.aux(value));
      case "int":
      case "float":
      case "address":
      case "any":
        return isInClass(type, pattern);
      case "arguments":
        return true;
      default:
        return type === pattern;
    }
  }

  private checkConstant(block: Block, value: Value): void {
    const { fn } = this;
    const bits = fn.immediateBigInt(value);
    const type = fn.type(value);
    const isRight =
      type === ValueType.I32
        ? bits === BigInt.asIntN(32, bits)
        : type === ValueType.Bool
          ? bits === 0n || bits === 1n
          : type === ValueType.Ref
            ? bits === 0n
            : type === ValueType.F32
              ? Object.is(Math.fround(fn.immediateFloat(value)), fn.immediateFloat(value))
              : true;
    if (!isRight) this.report(block, value, `${bits} is no constant of type ${valueTypeNames[type]}`);
  }

  private checkEdges(block: Block): void {
    const { fn } = this;
    const last = fn.terminator(block);
    for (const edge of block.edges) {
      const params = fn.blocks[edge.target].params;
      if (edge.args.length !== params.length) {
        this.report(block, last, `edge to b${edge.target} carries ${edge.args.length} arguments, not ${params.length}`);
        continue;
      }
      edge.args.forEach((argument, index) => {
        if (!this.checkUsable(block, last, argument) || fn.type(argument) === fn.type(params[index])) return;
        const types = `${valueTypeNames[fn.type(argument)]}, not ${valueTypeNames[fn.type(params[index])]}`;
        this.report(block, last, `argument ${index} to b${edge.target} is ${types}`);
      });
    }
  }

  private checkDominance(): void {
    const { fn } = this;
    const tree = new DominatorTree(fn);
    const check = (block: Block, user: Value, place: number, used: Value): void => {
      const home: BlockId = this.definitionBlock[used];
      const isBefore = home === block.id ? this.definitionIndex[used] < place : tree.dominates(home, block.id);
      if (!isBefore) this.report(block, user, `%${used} of b${home} does not dominate this use`);
    };
    for (const block of fn.blocks) {
      if (!tree.isReachable(block.id)) continue;
      block.insts.forEach((value, place) => {
        for (const operand of fn.operands(value)) check(block, value, place, operand);
      });
      for (const edge of block.edges) {
        for (const argument of edge.args) check(block, fn.terminator(block), block.insts.length, argument);
      }
    }
  }
}

function typeList(types: readonly ValueType[]): string {
  return types.map((type) => valueTypeNames[type]).join(", ");
}

function patternName(pattern: TypePattern): string {
  return typeof pattern === "number" ? valueTypeNames[pattern] : pattern;
}

function verifyTables(module: Module): string[] {
  const messages: string[] = [];
  const seen = (kind: string): ((name: string) => void) => {
    const names = new Set<string>();
    return (name) => {
      if (names.has(name)) messages.push(`module: two ${kind} are named "${name}"`);
      names.add(name);
    };
  };
  const symbol = seen("linker symbols");
  for (const fn of module.functions) if (!fn.isRemoved && !fn.isExternal) symbol(fn.exportName ?? fn.name);
  for (const global of module.globals) if (global.exportName !== null) symbol(global.exportName);
  module.globals.map((global) => global.name).forEach(seen("globals"));
  module.classes.map((owner) => owner.name).forEach(seen("classes"));
  module.blobs.map((blob) => blob.name).forEach(seen("blobs"));
  for (const owner of module.classes) messages.push(...verifyClass(module, owner.index));
  return messages;
}

function verifyClass(module: Module, index: number): string[] {
  const messages: string[] = [];
  const owner = module.classes[index];
  const report = (message: string): void => void messages.push(`class "${owner.name}": ${message}`);
  if (owner.parent !== null && module.classes[owner.parent] === undefined)
    return [`class "${owner.name}": parent ${owner.parent} does not exist`];
  for (const fieldIndex of owner.fields) {
    const field = module.fields[fieldIndex];
    if (field === undefined || field.classIndex !== index) report(`field ${fieldIndex} is not of this class`);
    else if (field.offset + memoryKinds[field.kind].sizeBytes > owner.sizeBytes) report(`field ${field.name} ends outside the object`);
  }
  for (const slot of owner.slots)
    if (slot !== -1 && module.functions[slot] === undefined) report(`function ${slot} in a slot does not exist`);
  if (owner.firstId > owner.lastId) report(`ids ${owner.firstId}..${owner.lastId}`);
  const parent = owner.parent === null ? undefined : module.classes[owner.parent];
  if (parent !== undefined && (owner.firstId < parent.firstId || owner.lastId > parent.lastId)) report("ids outside the parent's");
  return messages;
}
