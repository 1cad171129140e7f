// Native runs: modules of the IR compiled and run as Linux processes, many calls to a process.
// A start routine made with the assembler passes each call its arguments by the calling convention and collects the results.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Module } from "../../compiler/ir/module.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { LINUX_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { codeSection, type ObjectFile, zeroSection } from "../../compiler/object/object-file.ts";
import { lowerModule } from "../../compiler/passes/lower.ts";
import { Assembler } from "../../compiler/target/x64/assembler.ts";
import { placeArguments } from "../../compiler/target/x64/calling-convention.ts";
import { type AllocatorName, generateCode } from "../../compiler/target/x64/generate.ts";
import { imm, memAt, memSymbol, reg, symbol } from "../../compiler/target/x64/operands.ts";
import { R12, R13, R14, R15, RAX, RBX, RDI, RDX, RSI, RSP, XMM0 } from "../../compiler/target/x64/registers.ts";

export const ALLOCATORS: readonly AllocatorName[] = ["spill-everything", "linear-scan"];

/** Arguments and results as 64 bits: floats by their bits, an f32 in the low half. */
export interface NativeCall {
  readonly name: string;
  readonly args: readonly bigint[];
}

const floats = new DataView(new ArrayBuffer(8));

export function bitsOfDouble(value: number): bigint {
  floats.setFloat64(0, value);
  return floats.getBigUint64(0);
}
export function doubleOfBits(bits: bigint): number {
  floats.setBigUint64(0, bits);
  return floats.getFloat64(0);
}
export function bitsOfSingle(value: number): bigint {
  floats.setFloat32(0, value);
  return BigInt(floats.getUint32(0));
}

function isFloat(type: ValueType): boolean {
  return type === ValueType.F32 || type === ValueType.F64;
}

const SYS_WRITE = 1;
const SYS_EXIT = 60;
const RESULTS = "test results";
/** What callee-saved registers hold across each call; a call that changes one ends the process. */
const GUARD = 0x1234_5678_9abc_def0n;
const GUARDED = [RBX, R12, R13, R14, R15];

/** Arguments of integer types get rubbish in the upper half of their register, where the convention allows it. */
function dirty(type: ValueType, arg: bigint): bigint {
  const isNarrow = type === ValueType.I32 || type === ValueType.Bool;
  return isNarrow ? BigInt.asUintN(32, arg) | (0xdead_beefn << 32n) : BigInt.asUintN(64, arg);
}

function emitCall(assembler: Assembler, module: Module, call: NativeCall, index: number): void {
  const fn = module.functionByName(call.name);
  if (fn === undefined) throw new Error(`no function ${call.name}`);
  const { places, stackSizeBytes } = placeArguments(fn.params);
  const reserved = Math.ceil(stackSizeBytes / 16) * 16;
  if (reserved > 0) assembler.emit("sub64", reg(RSP), imm(reserved));
  call.args.forEach((arg, at) => {
    const place = places[at];
    assembler.emit("mov64", reg(RAX), imm(dirty(fn.params[at], arg)));
    if ("stackOffset" in place) assembler.emit("mov64", memAt(RSP, place.stackOffset), reg(RAX));
    else if (isFloat(fn.params[at])) assembler.emit("movq", reg(place.register), reg(RAX));
    else assembler.emit("mov64", reg(place.register), reg(RAX));
  });
  assembler.emit("call", symbol(fn.exportName ?? fn.name));
  if (reserved > 0) assembler.emit("add64", reg(RSP), imm(reserved));
  if (isFloat(fn.result)) assembler.emit("movq", reg(RAX), reg(XMM0));
  if (fn.result === ValueType.I32 || fn.result === ValueType.Bool || fn.result === ValueType.F32)
    assembler.emit("mov32", reg(RAX), reg(RAX));
  assembler.emit("mov64", memSymbol(RESULTS, index * 8), reg(RAX));
}

function startObject(module: Module, calls: readonly NativeCall[]): ObjectFile {
  const assembler = new Assembler();
  const failed = assembler.newLabel();
  assembler.emit("and64", reg(RSP), imm(-16));
  for (const register of GUARDED) assembler.emit("mov64", reg(register), imm(GUARD));
  for (const [index, call] of calls.entries()) emitCall(assembler, module, call, index);
  assembler.emit("mov64", reg(RDX), imm(GUARD));
  for (const register of GUARDED) {
    assembler.emit("cmp64", reg(register), reg(RDX));
    assembler.emit("jne", { kind: "label", id: failed });
  }
  assembler.emit("mov32", reg(RAX), imm(SYS_WRITE));
  assembler.emit("mov32", reg(RDI), imm(1));
  assembler.emit("lea64", reg(RSI), memSymbol(RESULTS));
  assembler.emit("mov32", reg(RDX), imm(calls.length * 8));
  assembler.emit("syscall");
  assembler.emit("xor32", reg(RDI), reg(RDI));
  assembler.emit("mov32", reg(RAX), imm(SYS_EXIT));
  assembler.emit("syscall");
  assembler.bind(failed);
  assembler.emit("ud2");
  const code = assembler.finish();
  return {
    name: "start",
    sections: [codeSection(".text._start", code.bytes, { relocations: code.relocations }), zeroSection(".bss.results", calls.length * 8)],
    symbols: [
      { name: "_start", section: 0, value: 0, sizeBytes: code.bytes.length, binding: "global", type: "function" },
      { name: RESULTS, section: 1, value: 0, sizeBytes: calls.length * 8, binding: "global", type: "object" },
    ],
    functions: [],
  };
}

/** Compiles the module to an executable that makes the calls. Changes the module: it is lowered. */
export function compileCalls(module: Module, calls: readonly NativeCall[], allocator: AllocatorName, isChecked = true): Uint8Array {
  const messages = verifyModule(module);
  if (messages.length > 0) throw new Error(messages.join("\n"));
  lowerModule(module);
  const loweredMessages = verifyModule(module);
  if (loweredMessages.length > 0) throw new Error(loweredMessages.join("\n"));
  const { object } = generateCode(module, { optimise: true, allocator, isChecked });
  const linked = link([startObject(module, calls), object], LINUX_LAYOUT);
  if (linked.bytes === undefined) throw new Error(linked.errors.join("\n"));
  return linked.bytes;
}

export interface ProcessResult {
  readonly status: number | null;
  readonly signal: string | null;
  readonly output: Buffer;
}

export function runExecutable(bytes: Uint8Array): ProcessResult {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-native-"));
  try {
    const file = join(folder, "program");
    writeFileSync(file, bytes);
    chmodSync(file, 0o755);
    const run = spawnSync(file, { timeout: 20_000, maxBuffer: 1 << 26 });
    return { status: run.status, signal: run.signal, output: run.stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The results of the calls, as unsigned 64 bits. */
export function runCalls(module: Module, calls: readonly NativeCall[], allocator: AllocatorName, isChecked = true): bigint[] {
  const { status, signal, output } = runExecutable(compileCalls(module, calls, allocator, isChecked));
  if (status !== 0) throw new Error(`process ended with status ${status}, signal ${signal}`);
  return calls.map((_, index) => output.readBigUInt64LE(index * 8));
}

/** The same for a module in text form. */
export function runText(text: string, calls: readonly NativeCall[], allocator: AllocatorName): bigint[] {
  return runCalls(parseModule(text), calls, allocator);
}
