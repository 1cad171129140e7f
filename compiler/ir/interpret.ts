// Interpreter: runs a module as its operations are defined, before or after any pass. The oracle for passes and for machine code.
// Invariants: (1) high and low operations give the same results
//             (2) calls do not nest on the host's stack, so that deep recursion of the program is the program's business
//             (3) what the program does wrong ends it with an outcome; only a bug of the compiler throws

import { CompilerBug } from "../support/assert.ts";
import { constantOf, evaluate, type Scalar } from "./evaluate.ts";
import type { Block, Edge, IrFunction, Value } from "./function.ts";
import { type IntrinsicHost, runIntrinsic } from "./interpret-intrinsics.ts";
import { InterpreterMemory, MemoryFault } from "./interpret-memory.ts";
import { ProgramFailure, runMissingFunction } from "./interpret-runtime.ts";
import { intrinsics } from "./intrinsics.ts";
import * as layout from "./layout.ts";
import type { Module } from "./module.ts";
import { Op, ops, type PanicKind } from "./ops.ts";
import { panicFunctions, type RuntimeFunction, runtimeFunctions } from "./runtime-functions.ts";
import { MemoryKind, memoryKinds, ValueType } from "./types.ts";

export type Outcome =
  | { readonly kind: "returned"; readonly value: Scalar | undefined }
  | { readonly kind: "exited"; readonly status: number }
  /** What a CPU or the interpreter refused, in words; with the calls that led there, innermost first. */
  | { readonly kind: "failed"; readonly message: string; readonly trace: readonly string[] };

export interface InterpreterOptions {
  readonly memoryBytes?: number;
  /** Instructions after which the run fails. */
  readonly stepsMax?: number;
  /** Calls inside each other after which the run fails. */
  readonly callDepthMax?: number;
  readonly host?: IntrinsicHost;
}

/** Thrown by hosts to end the program. */
export class ProgramExit extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** A function made ready: constants are in the values each frame starts with, and their instructions are gone from the blocks. */
interface Prepared {
  readonly fn: IrFunction;
  readonly initial: readonly Scalar[];
  readonly code: readonly (readonly Value[])[];
  readonly offsets: readonly number[];
}

interface Frame {
  readonly prepared: Prepared;
  readonly values: Scalar[];
  block: Block;
  place: number;
  /** Of the caller: which instruction gets the result. */
  call: Value;
}

const DEFAULT_MEMORY_BYTES = 64 << 20;
const DEFAULT_STEPS_MAX = 200_000_000;
const DEFAULT_CALL_DEPTH_MAX = 100_000;

export class Interpreter {
  readonly module: Module;
  readonly memory: InterpreterMemory;
  steps = 0;
  private readonly options: InterpreterOptions;
  private readonly prepared: (Prepared | undefined)[] = [];
  private readonly frames: Frame[] = [];
  private result: Scalar | undefined = undefined;

  constructor(module: Module, options: InterpreterOptions = {}) {
    this.module = module;
    this.options = options;
    this.memory = new InterpreterMemory(module, options.memoryBytes ?? DEFAULT_MEMORY_BYTES);
  }

  /** Calls a function and runs until it returns or the program ends. Memory keeps its state from call to call. */
  run(fn: IrFunction, args: readonly Scalar[] = []): Outcome {
    const depth = this.frames.length;
    try {
      this.enter(fn, args, 0);
      while (this.frames.length > depth) this.runFrame(this.frames[this.frames.length - 1]);
      return { kind: "returned", value: this.result };
    } catch (error) {
      if (error instanceof ProgramExit) return { kind: "exited", status: error.status };
      if (error instanceof ProgramFailure || error instanceof MemoryFault)
        return { kind: "failed", message: error.message, trace: this.trace() };
      throw error;
    } finally {
      this.frames.length = depth;
    }
  }

  private trace(): string[] {
    const { module } = this;
    return [...this.frames]
      .reverse()
      .slice(0, 50)
      .flatMap(({ prepared, block, place }) => {
        const value = prepared.code[block.id][Math.max(0, place - 1)] ?? 0;
        return sourceFrames(module, prepared.fn, prepared.fn.position(value));
      });
  }

  private fail(message: string): never {
    throw new ProgramFailure(message);
  }

  private prepare(fn: IrFunction): Prepared {
    let prepared = this.prepared[fn.index];
    if (prepared !== undefined && prepared.fn === fn) return prepared;
    const initial: Scalar[] = new Array(fn.instCount).fill(0);
    const offsets: number[] = new Array(fn.instCount).fill(0);
    const code = fn.blocks.map((block) =>
      block.insts.filter((value) => {
        const constant = this.constantValue(fn, value);
        if (constant !== undefined) initial[value] = constant;
        else if (ops[fn.op(value)].immediate === "offset") offsets[value] = fn.immediate(value);
        return constant === undefined && fn.op(value) !== Op.Nop;
      }),
    );
    prepared = { fn, initial, code, offsets };
    this.prepared[fn.index] = prepared;
    return prepared;
  }

  private constantValue(fn: IrFunction, value: Value): Scalar | undefined {
    const { memory } = this;
    const aux = fn.aux(value);
    switch (fn.op(value)) {
      case Op.Constant:
        return constantOf(fn, value);
      case Op.StringConstant:
        return memory.strings[aux];
      case Op.FunctionAddress:
        return BigInt(this.memory.functionAddress(this.definitionOf(this.module.functions[aux]).index));
      case Op.StaticClosure:
        return memory.closureOf(aux);
      case Op.GlobalAddress:
        return BigInt(memory.globals[aux]);
      case Op.BlobAddress:
        return BigInt(memory.blobs[aux]);
      case Op.ClassDescriptor:
        return BigInt(memory.descriptors[aux]);
      case Op.SymbolAddress:
        return BigInt(memory.symbolAddress(this.module.strings[aux]));
      default:
        return undefined;
    }
  }

  /** For a declaration, the function of the module that has its linker symbol. */
  private definitionOf(fn: IrFunction): IrFunction {
    if (!fn.isExternal) return fn;
    const symbol = fn.exportName ?? fn.name;
    return this.module.functions.find((other) => !other.isExternal && (other.exportName ?? other.name) === symbol) ?? fn;
  }

  /** Result: whether there is a frame for it, or the call is done already. */
  private enter(declared: IrFunction, args: readonly Scalar[], call: Value): boolean {
    const fn = this.definitionOf(declared);
    if (fn.blocks.length === 0) return this.enterMissing(fn.exportName ?? fn.name, args, call);
    if (this.frames.length >= (this.options.callDepthMax ?? DEFAULT_CALL_DEPTH_MAX)) this.fail("stack overflow");
    const prepared = this.prepare(fn);
    const values = prepared.initial.slice();
    const entry = fn.blocks[0];
    entry.params.forEach((parameter, index) => {
      values[parameter] = args[index];
    });
    this.frames.push({ prepared, values, block: entry, place: 0, call });
    return true;
  }

  private enterMissing(symbol: string, args: readonly Scalar[], call: Value): false {
    const result = this.options.host?.assembly?.(symbol, args, this.memory) ?? runMissingFunction(symbol, args, this.memory);
    if (call !== 0) this.frames[this.frames.length - 1].values[call] = result;
    return false;
  }

  /** Runs one frame until it calls or returns. */
  private runFrame(frame: Frame): void {
    const { fn, code } = frame.prepared;
    const { values } = frame;
    const stepsMax = this.options.stepsMax ?? DEFAULT_STEPS_MAX;
    for (;;) {
      const value = code[frame.block.id][frame.place++];
      if (++this.steps > stepsMax) this.fail(`no end after ${stepsMax} steps`);
      const op = fn.op(value);
      // Operations on values stand between these two in the table.
      if (op >= Op.Add && op <= Op.Select) values[value] = this.compute(frame, op, value);
      else if (this.execute(frame, op, value)) return;
    }
  }

  private compute({ prepared: { fn }, values }: Frame, op: Op, value: Value): Scalar {
    const count = fn.operandCount(value);
    const a = values[fn.operand(value, 0)];
    const b = count > 1 ? values[fn.operand(value, 1)] : 0;
    const c = count > 2 ? values[fn.operand(value, 2)] : 0;
    return evaluate(op, fn.type(value), a, b, c) ?? this.fail("division by zero that nothing checked");
  }

  /** Result: whether another frame is to run now. */
  private execute(frame: Frame, op: Op, value: Value): boolean {
    const { prepared, values } = frame;
    const { fn } = prepared;
    switch (op) {
      case Op.Load:
      case Op.LoadVolatile:
        values[value] = this.memory.load(fn.aux(value), Number(values[fn.operand(value, 0)]) + prepared.offsets[value]);
        return false;
      case Op.Store:
      case Op.StoreVolatile:
        this.memory.store(fn.aux(value), Number(values[fn.operand(value, 0)]) + prepared.offsets[value], values[fn.operand(value, 1)]);
        return false;
      case Op.Jump:
        this.follow(frame, frame.block.edges[0]);
        return false;
      case Op.Branch:
        this.follow(frame, frame.block.edges[values[fn.operand(value, 0)] !== 0 ? 0 : 1]);
        return false;
      case Op.Switch: {
        const index = frame.block.cases.indexOf(values[fn.operand(value, 0)] as number);
        this.follow(frame, frame.block.edges[index < 0 ? frame.block.edges.length - 1 : index]);
        return false;
      }
      case Op.Return:
        return this.leave(fn.operandCount(value) > 0 ? values[fn.operand(value, 0)] : undefined);
      case Op.Unreachable:
        return this.fail("reached what is marked unreachable");
      case Op.Call:
      case Op.CallVirtual:
      case Op.CallClosure:
      case Op.CallIndirect:
      case Op.Intrinsic:
        return this.call(frame, op, value);
      default:
        return this.executeObject(frame, op, value);
    }
  }

  /** All arguments are read before any parameter changes. */
  private follow(frame: Frame, edge: Edge): void {
    const { values } = frame;
    const target = frame.prepared.fn.blocks[edge.target];
    const { args } = edge;
    if (args.length === 1) values[target.params[0]] = values[args[0]];
    else if (args.length > 1) {
      const moved = args.map((argument) => values[argument]);
      target.params.forEach((parameter, index) => {
        values[parameter] = moved[index];
      });
    }
    frame.block = target;
    frame.place = 0;
  }

  private leave(result: Scalar | undefined): true {
    const left = this.frames.pop();
    this.result = result;
    const caller = this.frames[this.frames.length - 1];
    if (caller !== undefined && left !== undefined && left.call !== 0 && result !== undefined) caller.values[left.call] = result;
    return true;
  }

  private call(frame: Frame, op: Op, value: Value): boolean {
    const {
      prepared: { fn },
      values,
    } = frame;
    const operands = fn.operands(value).map((operand) => values[operand]);
    const aux = fn.aux(value);
    const receiver = Number(operands[0]);
    switch (op) {
      case Op.Call:
        return this.enter(this.module.functions[aux], operands, value);
      case Op.CallVirtual: {
        const offset = layout.DESCRIPTOR_SLOTS_OFFSET + this.module.methods[aux].slot * 8;
        return this.callAddress(Number(this.memory.load(MemoryKind.I64, this.descriptorOf(receiver) + offset)), operands, value);
      }
      case Op.CallClosure:
        return this.callAddress(Number(this.memory.load(MemoryKind.I64, receiver + layout.CLOSURE_CODE_OFFSET)), operands, value);
      case Op.CallIndirect:
        return this.callAddress(receiver, operands.slice(1), value);
      default:
        return this.callIntrinsic(frame, intrinsics[aux].name, operands, value);
    }
  }

  private callIntrinsic(frame: Frame, name: string, operands: readonly Scalar[], value: Value): boolean {
    if (name === "callAddress") return this.callAddress(Number(operands[0]), operands.slice(1), value);
    const result = runIntrinsic(name, operands, this.memory, this.options.host);
    if (result === undefined) this.fail(`the interpreter has no ${name}`);
    if (frame.prepared.fn.type(value) !== ValueType.Void) frame.values[value] = result;
    return false;
  }

  private callAddress(address: number, args: readonly Scalar[], value: Value): boolean {
    const index = this.memory.functionAt(address);
    if (index === undefined) this.fail(`call of 0x${address.toString(16)}, where no function is`);
    const fn = this.module.functions[index];
    // callAddress passes 64-bit words for every parameter.
    const typed = fn.params.map((type, place) => {
      const argument = args[place] ?? 0;
      return typeof argument === "bigint" && type !== ValueType.I64
        ? Number(BigInt.asIntN(type === ValueType.Ref ? 64 : 32, argument))
        : argument;
    });
    return this.enter(fn, typed, value);
  }

  private descriptorOf(object: number): number {
    return this.memory.load(MemoryKind.I32, object + layout.DESCRIPTOR_OFFSET) as number;
  }

  private executeObject(frame: Frame, op: Op, value: Value): boolean {
    const {
      prepared: { fn },
      values,
    } = frame;
    const { memory, module } = this;
    const aux = fn.aux(value);
    const operand = (index: number): Scalar => values[fn.operand(value, index)];
    const object = fn.operandCount(value) > 0 ? Number(operand(0)) : 0;
    switch (op) {
      case Op.New:
        return this.allocate(aux, value);
      case Op.Share:
        this.addToCount(object, 1);
        values[value] = object;
        return false;
      case Op.Adopt:
        values[value] = object;
        return false;
      case Op.FieldGet:
        values[value] = memory.load(module.fields[aux].kind, object + module.fields[aux].offset);
        return false;
      case Op.FieldSet:
        memory.store(module.fields[aux].kind, object + module.fields[aux].offset, operand(1));
        return false;
      case Op.GlobalGet:
        values[value] = memory.load(module.globals[aux].kind, memory.globals[aux]);
        return false;
      case Op.GlobalSet:
        memory.store(module.globals[aux].kind, memory.globals[aux], operand(0));
        return false;
      case Op.ArrayLength:
        values[value] = memory.load(MemoryKind.I32, object + layout.ARRAY_LENGTH_OFFSET);
        return false;
      case Op.ArrayElements:
        values[value] = memory.load(MemoryKind.I64, object + layout.ARRAY_ELEMENTS_OFFSET);
        return false;
      case Op.ArrayGet:
        values[value] = memory.load(aux, this.elementAddress(object, operand(1) as number, aux));
        return false;
      case Op.ArraySet:
        memory.store(aux, this.elementAddress(object, operand(1) as number, aux), operand(2));
        return false;
      case Op.StringLength:
        values[value] = memory.load(MemoryKind.I32, object + layout.STRING_LENGTH_OFFSET);
        return false;
      case Op.ClassId:
        values[value] = memory.load(MemoryKind.I32, this.descriptorOf(object) + layout.DESCRIPTOR_FIRST_ID_OFFSET);
        return false;
      case Op.FunctionText:
        values[value] = memory.shownText(object);
        return false;
      default:
        return this.executeCheck(op, aux, operand);
    }
  }

  private executeCheck(op: Op, aux: number, operand: (index: number) => Scalar): boolean {
    switch (op) {
      case Op.Check:
        return operand(0) === 0 && this.callRuntime(panicFunctions[aux as PanicKind], [], 0);
      case Op.CheckBounds: {
        const [index, length] = [operand(0) as number, operand(1) as number];
        return !(index >>> 0 < length >>> 0) && this.callRuntime("panicBounds", [index, length], 0);
      }
      case Op.CheckNull:
        return operand(0) === 0 && this.callRuntime("panicNull", [], 0);
      case Op.Retain:
        this.addToCount(Number(operand(0)), 1);
        return false;
      case Op.Release:
        return this.release(Number(operand(0)));
      default:
        throw new CompilerBug(`the interpreter does not know ${ops[op].name}`);
    }
  }

  /** Gives up one reference. The last count of an object stays 1 when its end begins, as in compiled code. */
  private release(object: number): boolean {
    if (object !== 0 && this.countOf(object) === 1) return this.callRuntime("dropObject", [BigInt(object)], 0);
    this.addToCount(object, -1);
    return false;
  }

  /** Null has no count, and those of immortal objects do not change. */
  private addToCount(object: number, change: number): void {
    if (object === 0) return;
    const count = this.countOf(object);
    if (count >= 0) this.memory.store(MemoryKind.I32, object + layout.COUNT_OFFSET, count + change);
  }

  private countOf(object: number): number {
    return this.memory.load(MemoryKind.I32, object + layout.COUNT_OFFSET) as number;
  }

  private elementAddress(array: number, index: number, kind: MemoryKind): number {
    return Number(this.memory.load(MemoryKind.I64, array + layout.ARRAY_ELEMENTS_OFFSET)) + (index >>> 0) * memoryKinds[kind].sizeBytes;
  }

  private allocate(classIndex: number, value: Value): boolean {
    const descriptor = BigInt(this.memory.descriptors[classIndex]);
    return this.callRuntime("allocateObject", [descriptor, BigInt(this.module.classes[classIndex].sizeBytes)], value);
  }

  private callRuntime(name: RuntimeFunction, args: readonly Scalar[], value: Value): boolean {
    const { exportName } = runtimeFunctions[name];
    const fn = this.module.functions.find((candidate) => candidate.exportName === exportName && candidate.blocks.length > 0);
    return fn === undefined ? this.enterMissing(exportName, args, value) : this.enter(fn, args, value);
  }
}

/** `name (file:line)` of an instruction, and of each call through which it was inlined into the function. */
function sourceFrames(module: Module, fn: IrFunction, position: number): string[] {
  const { file, line, scope } = module.position(position);
  const place = line > 0 ? ` (${file}:${line})` : "";
  if (scope === 0) return [`${fn.name}${place}`];
  const { functionName, callPosition } = module.scope(scope);
  return [`${functionName}${place}`, ...sourceFrames(module, fn, callPosition)];
}
