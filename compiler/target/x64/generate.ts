// Code generation: a lowered module to an object file, one function at a time: select, allocate registers, emit.
// Invariants: the result depends on nothing but the module and the options

import { basename } from "node:path";
import { CallGraph, functionsByAddress } from "../../analysis/call-graph.ts";
import type { IrFunction } from "../../ir/function.ts";
import type { Module } from "../../ir/module.ts";
import type { DebugFacts, DebugGlobal, DebugTables } from "../../object/debug-facts.ts";
import { codeSection, type ObjectFile, type Relocation, type SourceFunction } from "../../object/object-file.ts";
import { assert } from "../../support/assert.ts";
import { ByteWriter } from "../../support/byte-writer.ts";
import { addData, SectionList } from "../constants-and-variables.ts";
import { SymbolNames } from "../symbol-names.ts";
import type { Allocation } from "./allocation.ts";
import { checkAllocation } from "./allocation-checker.ts";
import type { AssembledCode } from "./assembler.ts";
import { type EmittedFunction, emitFunction, type JumpTable } from "./emit.ts";
import { assembleFloatToInteger, FLOAT_TO_INTEGER_STACK_SIZE_BYTES, FLOAT_TO_INTEGER_SYMBOL } from "./float-to-integer.ts";
import type { LirFunction } from "./lir.ts";
import { verifyLir } from "./lir-verify.ts";
import { allocateByLinearScan } from "./regalloc-linear.ts";
import { allocateBySpilling } from "./regalloc-spill.ts";
import { selectFunction } from "./select-rules.ts";

export type AllocatorName = "linear-scan" | "spill-everything";

export interface CodeOptions {
  readonly optimise: boolean;
  readonly allocator: AllocatorName;
  /** Verifies the LIR of every function, and follows the values through its allocated code; costs about as much as all the rest. */
  readonly isChecked?: boolean;
  /** Where it is given, only the functions are checked of which it says so. */
  readonly isWorthChecking?: (lir: LirFunction) => boolean;
  /** Sees each function before its registers are allocated. */
  readonly onSelected?: (lir: LirFunction) => void;
}

/** For the stack report. */
export interface FrameReport {
  readonly symbol: string;
  /** Return address included. */
  readonly frameSizeBytes: number;
  /** Symbols; of a call through an address, all that it may reach. */
  readonly callees: readonly string[];
}

export interface CodeStatistics {
  functionCount: number;
  instCount: number;
  slotCount: number;
  codeSizeBytes: number;
}

export interface GeneratedCode {
  readonly object: ObjectFile;
  readonly frames: readonly FrameReport[];
  readonly statistics: CodeStatistics;
}

/** Requires: a verified module with low operations only. */
export function generateCode(module: Module, options: CodeOptions): GeneratedCode {
  const names = new SymbolNames(module);
  const list = new SectionList();
  const functions: SourceFunction[] = [];
  const frames: FrameReport[] = [{ symbol: FLOAT_TO_INTEGER_SYMBOL, frameSizeBytes: FLOAT_TO_INTEGER_STACK_SIZE_BYTES, callees: [] }];
  const reached = new IndirectCallees(module, names);
  const statistics: CodeStatistics = { functionCount: 0, instCount: 0, slotCount: 0, codeSizeBytes: 0 };
  for (const fn of module.functions) {
    if (fn.isExternal || fn.isRemoved) continue;
    const lir = selectFunction(module, fn, names, !options.optimise);
    options.onSelected?.(lir);
    const allocation = allocate(lir, options);
    const place = sourceFile(module, fn);
    const emitted = emitFunction(allocation, { module, file: place, declaredAt: fn.declaredAt });
    addFunction(list, lir.symbol, emitted);
    functions.push({
      symbol: lir.symbol,
      ...sourceNames(fn, place),
      positions: emitted.code.positions,
      debug: debugFacts(module, fn, emitted),
    });
    frames.push({ symbol: lir.symbol, frameSizeBytes: emitted.frameSizeBytes, callees: [...lir.callees, ...reached.from(lir)] });
    statistics.functionCount++;
    statistics.instCount += allocation.code.specs.length;
    statistics.slotCount += allocation.slotCount;
    statistics.codeSizeBytes += emitted.code.bytes.length;
  }
  addCode(list, FLOAT_TO_INTEGER_SYMBOL, assembleFloatToInteger(), []);
  addData(list, module, names);
  const debug: DebugTables = { module, globals: debugGlobals(module, names) };
  return { object: { name: "program", sections: list.sections, symbols: list.symbols, functions, debug }, frames, statistics };
}

function debugFacts(module: Module, fn: IrFunction, { frame, variables }: EmittedFunction): DebugFacts {
  return { declaredLine: module.position(fn.declaredAt).line, resultType: fn.resultType, resultHeld: fn.result, variables, frame };
}

function debugGlobals(module: Module, names: SymbolNames): DebugGlobal[] {
  return module.globals
    .filter(({ sourceType }) => sourceType !== 0)
    .map(({ index, name, sourceType, kind, declaredAt }) => {
      const { file, line } = module.position(declaredAt);
      return { symbol: names.globalSymbol(index), name, file, line, type: sourceType, kind };
    });
}

function allocate(lir: LirFunction, options: CodeOptions): Allocation {
  const isChecked = options.isChecked === true && (options.isWorthChecking?.(lir) ?? true);
  if (isChecked) assertNone(`invalid LIR of ${lir.symbol}`, verifyLir(lir));
  const allocation = options.allocator === "linear-scan" ? allocateByLinearScan(lir) : allocateBySpilling(lir);
  if (isChecked) assertNone(`wrong register allocation in ${lir.symbol}`, checkAllocation(allocation));
  return allocation;
}

function assertNone(what: string, messages: readonly string[]): void {
  assert(messages.length === 0, () => `${what}:\n${messages.join("\n")}`);
}

/** What people call a function. The top-level code of a file goes by the name of the file. */
function sourceNames(fn: IrFunction, file: string): Pick<SourceFunction, "name" | "file" | "isTopLevel"> {
  const isTopLevel = fn.isInitializer && file !== "";
  return { name: isTopLevel ? basename(file, ".ts") : fn.name, file, isTopLevel };
}

/** The file a function is declared in: that of its own position, or else of its own first inst that has one. */
function sourceFile(module: Module, fn: IrFunction): string {
  if (fn.declaredAt !== 0) return module.position(fn.declaredAt).file;
  for (const block of fn.blocks) {
    for (const value of block.insts) {
      const { file, line, scope } = module.position(fn.position(value));
      if (line !== 0 && scope === 0) return file;
    }
  }
  return "";
}

/** Whom calls through addresses may reach: looked up once a signature. */
class IndirectCallees {
  private readonly module: Module;
  private readonly names: SymbolNames;
  private readonly graph: CallGraph;
  private readonly known = new Map<number | null, readonly string[]>();

  constructor(module: Module, names: SymbolNames) {
    this.module = module;
    this.names = names;
    this.graph = new CallGraph(module);
  }

  from(lir: LirFunction): string[] {
    return [...lir.indirectCalls].flatMap((signature) => this.ofSignature(signature));
  }

  private ofSignature(index: number | null): readonly string[] {
    let symbols = this.known.get(index);
    if (symbols === undefined) {
      const signature = index === null ? undefined : this.module.signatures[index];
      symbols = functionsByAddress(this.module, this.graph, signature).map((fn) => this.names.functionSymbol(fn));
      this.known.set(index, symbols);
    }
    return symbols;
  }
}

function addFunction(list: SectionList, symbol: string, emitted: EmittedFunction): void {
  addCode(list, symbol, emitted.code, emitted.tables);
}

function addCode(list: SectionList, symbol: string, code: AssembledCode, tables: readonly JumpTable[]): void {
  list.add(codeSection(`.text.${symbol}`, code.bytes, { relocations: code.relocations }), symbol, "function");
  for (const table of tables) {
    const writer = new ByteWriter(table.targets.length * 8);
    const relocations = table.targets.map((target, index): Relocation => ({ offset: index * 8, kind: "abs64", symbol, addend: target }));
    writer.zeros(table.targets.length * 8);
    list.addConstant(table.symbol, writer.toBytes(), 8, relocations);
  }
}
