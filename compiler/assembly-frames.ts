// Assembly frames: what functions written in assembly take from the stack, and whom they call, read from their machine code.
// Invariants: (1) never too small: every path through a function is followed; an address that code or its data mention counts as a call
//             (2) a loop that grows the stack, or a move by a computed amount, makes the size unknown, never wrong
// Manual:     SDM 1 "Procedure Calls, Interrupts, and Exceptions"

import { createRequire } from "node:module";
import { basename } from "node:path";
import type { Instruction } from "iced-x86";
import type { ObjectFile, ObjectSymbol, Relocation } from "./object/object-file.ts";
import type { StackFrame } from "./stack-depth.ts";

type Disassembler = typeof import("iced-x86");

const RETURN_ADDRESS_SIZE_BYTES = 8;
/** More than any stack here has: a function that gets there grows its stack in a loop. */
const DEPTH_MAX = 1 << 20;
const BITS = 64;

interface AssemblyFunction {
  readonly symbol: string;
  readonly object: ObjectFile;
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/** The frames of all functions in the objects. They must be of 64-bit code, or what is said of them makes no sense. */
export function assemblyFrames(objects: readonly ObjectFile[]): StackFrame[] {
  // Loaded when needed only: it is WebAssembly, and takes a moment.
  const disassembler: Disassembler = createRequire(import.meta.url)("iced-x86");
  const program = new AssemblyProgram(objects);
  return program.functions.map((fn) => new FunctionStack(disassembler, program, fn).frame());
}

/** The functions of all objects, and what their references mean. */
class AssemblyProgram {
  readonly functions: AssemblyFunction[];
  private readonly globals = new Map<string, { object: ObjectFile; symbol: ObjectSymbol }>();

  constructor(objects: readonly ObjectFile[]) {
    for (const object of objects) {
      for (const symbol of object.symbols) if (symbol.binding !== "local") this.globals.set(symbol.name, { object, symbol });
    }
    this.functions = objects.flatMap((object) => this.functionsOf(object));
  }

  private functionsOf(object: ObjectFile): AssemblyFunction[] {
    return object.sections.flatMap((section, index) => {
      if (!section.isExecutable) return [];
      const starts = object.symbols.filter((symbol) => symbol.section === index && isFunctionName(symbol));
      starts.sort((a, b) => Number(a.value) - Number(b.value));
      return starts.map((symbol, place) => ({
        symbol: this.nameOf(object, symbol),
        object,
        section: index,
        start: Number(symbol.value),
        end: place + 1 < starts.length ? Number(starts[place + 1].value) : section.sizeBytes,
      }));
    });
  }

  /** Local names may occur in several files. */
  private nameOf(object: ObjectFile, symbol: ObjectSymbol): string {
    return symbol.binding === "local" && this.globals.has(symbol.name) ? `${symbol.name} (${basename(object.name)})` : symbol.name;
  }

  functionAt(object: ObjectFile, section: number, offset: number): AssemblyFunction | undefined {
    return this.functions.find((fn) => fn.object === object && fn.section === section && offset >= fn.start && offset < fn.end);
  }

  /** The functions that a reference may lead to: the one it names, or all that the data it names refers to. */
  functionsFor(object: ObjectFile, relocation: Relocation, seen: Set<unknown> = new Set()): string[] {
    const own = object.symbols.find((symbol) => symbol.name === relocation.symbol && symbol.section !== undefined);
    const found = own === undefined ? this.globals.get(relocation.symbol) : { object, symbol: own };
    if (found?.symbol.section === undefined) return [relocation.symbol];
    const section = found.object.sections[found.symbol.section];
    if (section.isExecutable) {
      const isSection = found.symbol.type === "section";
      const offset = Number(found.symbol.value) + (isSection ? relocation.addend + (relocation.kind.startsWith("abs") ? 0 : 4) : 0);
      return [this.functionAt(found.object, found.symbol.section, offset)?.symbol ?? relocation.symbol];
    }
    if (seen.has(section)) return [];
    seen.add(section);
    return section.relocations.flatMap((inner) => this.functionsFor(found.object, inner, seen));
  }
}

/** nasm writes local labels as `function.label` without type. */
function isFunctionName(symbol: ObjectSymbol): boolean {
  return symbol.type !== "section" && (symbol.type === "function" || symbol.binding !== "local" || !symbol.name.includes("."));
}

/** A place in the code: how much is on the stack there, and on which one. */
interface State {
  readonly offset: number;
  readonly depth: number;
  /** Another stack was loaded on the way. */
  readonly isSwitched: boolean;
}

/** Follows all paths through one function. */
class FunctionStack {
  private readonly disassembler: Disassembler;
  private readonly program: AssemblyProgram;
  private readonly fn: AssemblyFunction;
  private readonly bytes: Uint8Array;
  private readonly relocations: readonly Relocation[];
  private readonly deepest = new Map<string, number>();
  private readonly pending: State[] = [];
  private readonly callees = new Set<string>();
  private readonly switched = new Map<string, number>();
  private sizeBytes = 0;
  private reason: string | undefined;

  constructor(disassembler: Disassembler, program: AssemblyProgram, fn: AssemblyFunction) {
    this.disassembler = disassembler;
    this.program = program;
    this.fn = fn;
    const section = fn.object.sections[fn.section];
    this.bytes = section.bytes.subarray(0, fn.end);
    this.relocations = section.relocations.filter(({ offset }) => offset >= fn.start && offset < fn.end);
  }

  frame(): StackFrame {
    const reached = new Set<number>();
    // Code that no path leads to is entered in a way that is not seen here, as are the stubs of a table.
    for (let offset = this.fn.start; offset < this.fn.end; ) {
      if (!reached.has(offset)) this.follow({ offset, depth: 0, isSwitched: false }, reached);
      offset = Number(this.decode(offset).nextIP);
    }
    return {
      symbol: this.fn.symbol,
      frameSizeBytes: this.reason === undefined ? this.sizeBytes + RETURN_ADDRESS_SIZE_BYTES : undefined,
      reason: this.reason,
      callees: [...this.callees],
      switched: [...this.switched].map(([callee, sizeBytes]) => ({ callee, sizeBytes })),
    };
  }

  private follow(start: State, reached: Set<number>): void {
    this.pending.push(start);
    for (let state = this.pending.pop(); state !== undefined; state = this.pending.pop()) {
      const key = `${state.offset}:${state.isSwitched}`;
      if (this.reason !== undefined || state.depth <= (this.deepest.get(key) ?? Number.NEGATIVE_INFINITY)) continue;
      if (state.depth > DEPTH_MAX) this.reason = "a loop grows the stack";
      this.deepest.set(key, state.depth);
      reached.add(state.offset);
      this.step(state);
    }
  }

  private decode(offset: number): Instruction {
    const decoder = new this.disassembler.Decoder(BITS, this.bytes, this.disassembler.DecoderOptions.None);
    decoder.position = offset;
    decoder.ip = BigInt(offset);
    return decoder.decode();
  }

  private step(state: State): void {
    const inst = this.decode(state.offset);
    const after = this.apply(inst, state);
    if (!after.isSwitched) this.sizeBytes = Math.max(this.sizeBytes, after.depth);
    const { FlowControl } = this.disassembler;
    for (const callee of this.mentioned(inst, state)) this.call(callee, after);
    const flow = inst.flowControl;
    if (flow === FlowControl.UnconditionalBranch || flow === FlowControl.ConditionalBranch) this.branch(inst, after);
    if ((flow === FlowControl.IndirectBranch || flow === FlowControl.IndirectCall) && this.relocationsOf(inst, state).length === 0) {
      this.reason = "assembly calls a computed address";
    }
    const isEnd =
      flow === FlowControl.UnconditionalBranch ||
      flow === FlowControl.IndirectBranch ||
      flow === FlowControl.Return ||
      flow === FlowControl.Exception;
    if (!isEnd) this.continueAt(after);
  }

  private relocationsOf(inst: Instruction, state: State): Relocation[] {
    return this.relocations.filter(({ offset }) => offset >= state.offset && offset < Number(inst.nextIP));
  }

  private mentioned(inst: Instruction, state: State): string[] {
    const { FlowControl } = this.disassembler;
    const relocations = this.relocationsOf(inst, state);
    const isNearCall = inst.flowControl === FlowControl.Call && relocations.length === 0;
    const near = isNearCall ? this.program.functionAt(this.fn.object, this.fn.section, Number(inst.nearBranchTarget)) : undefined;
    const symbols = relocations.flatMap((relocation) => this.program.functionsFor(this.fn.object, relocation));
    return near === undefined ? symbols : [...symbols, near.symbol];
  }

  /** A branch to a label of its own, or to another function of the file, which is as good as a call. */
  private branch(inst: Instruction, after: State): void {
    if (this.relocationsOf(inst, { ...after, offset: Number(inst.ip) }).length === 0) {
      this.continueAt({ ...after, offset: Number(inst.nearBranchTarget) });
    }
  }

  private continueAt(state: State): void {
    if (state.offset >= this.fn.start && state.offset < this.fn.end) {
      this.pending.push(state);
      return;
    }
    const target = this.program.functionAt(this.fn.object, this.fn.section, state.offset);
    if (target !== undefined) this.call(target.symbol, state);
  }

  private call(callee: string, state: State): void {
    if (state.isSwitched) this.switched.set(callee, Math.max(this.switched.get(callee) ?? 0, state.depth));
    else this.callees.add(callee);
  }

  /** What is on the stack behind the inst; of a call, when it has returned. */
  private apply(inst: Instruction, { depth, isSwitched }: State): State {
    const { FlowControl, Mnemonic, OpKind, Register } = this.disassembler;
    const offset = Number(inst.nextIP);
    const isCall = inst.flowControl === FlowControl.Call || inst.flowControl === FlowControl.IndirectCall;
    if (isCall) return { offset, depth, isSwitched };
    // Back to before the frame was made, which is the first thing that functions with frames do.
    if (inst.mnemonic === Mnemonic.Leave) return { offset, depth: 0, isSwitched };
    const writesPointer =
      inst.opCount > 0 &&
      inst.op0Kind === OpKind.Register &&
      inst.op0Register === Register.RSP &&
      inst.mnemonic !== Mnemonic.Push &&
      inst.mnemonic !== Mnemonic.Cmp &&
      inst.mnemonic !== Mnemonic.Test;
    if (!writesPointer) return { offset, depth: depth - inst.stackPointerIncrement, isSwitched };
    return { offset, ...this.movePointer(inst, depth, isSwitched) };
  }

  private movePointer(inst: Instruction, depth: number, isSwitched: boolean): Omit<State, "offset"> {
    const { Mnemonic, OpKind, Register } = this.disassembler;
    const hasRegister = inst.opCount > 1 && inst.op1Kind === OpKind.Register;
    switch (inst.mnemonic) {
      case Mnemonic.Mov:
      case Mnemonic.Pop:
      case Mnemonic.Lea:
        // From the frame pointer, the stack is what it was when that was set up.
        if (hasRegister && inst.op1Register === Register.RBP) return { depth: RETURN_ADDRESS_SIZE_BYTES, isSwitched };
        return { depth: 0, isSwitched: true };
      case Mnemonic.Add:
      case Mnemonic.Sub:
      case Mnemonic.And:
        if (hasRegister || inst.op1Kind === OpKind.Memory) break;
        return { depth: depth + movedBytes(inst.mnemonic === Mnemonic.Add, inst.mnemonic === Mnemonic.And, inst.immediate(1)), isSwitched };
    }
    this.reason = "assembly moves the stack by a computed amount";
    return { depth, isSwitched };
  }
}

/** How far add, sub or and with a constant moves the stack pointer down; alignment at most by all that the mask clears. */
function movedBytes(isAdd: boolean, isAnd: boolean, immediate: bigint): number {
  const signed = Number(BigInt.asIntN(BITS, immediate));
  return isAnd ? -signed - 1 : isAdd ? -signed : signed;
}
