// Machine intrinsics natively, as far as a Linux process may execute them; the privileged ones by their machine code.

import test from "ava";
import { Builder } from "../../compiler/ir/builder.ts";
import { intrinsicIndexByName, intrinsics } from "../../compiler/ir/intrinsics.ts";
import { Module } from "../../compiler/ir/module.ts";
import { Op } from "../../compiler/ir/ops.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { ValueType, valueTypeNames } from "../../compiler/ir/types.ts";
import { generateCode } from "../../compiler/target/x64/generate.ts";
import { ALLOCATORS, type NativeCall, runCalls } from "./native.ts";

interface Example {
  readonly title: string;
  readonly text: string;
  readonly args: readonly bigint[];
  readonly result: bigint;
}

/** A function that applies one intrinsic to its parameters. */
function applying(name: string): string {
  const { parameters, result } = intrinsics[intrinsicIndexByName.get(name) ?? 0];
  const params = parameters.map((type, index) => `%${index + 1}: ${valueTypeNames[type]}`);
  const args = parameters.map((_, index) => `%${index + 1}`);
  const returned = valueTypeNames[result];
  const signature = parameters.map((type) => valueTypeNames[type]).join(", ");
  return `module linux
function "f" (${signature}) -> ${returned} {
b0(${params.join(", ")}):
  %20 = intrinsic ${returned} ${name} ${args.join(", ")}
  return %20
}`;
}

/** A function that keeps its argument in memory, applies the intrinsic to that, and returns result * 1000 + what memory holds then. */
function onCell(name: string, kind: "i32" | "i64", more: string): string {
  return `module linux
global "cell" ${kind}
function "f" (${kind}, ${kind}, ${kind}) -> ${kind} {
b0(%1: ${kind}, %2: ${kind}, %3: ${kind}):
  %4 = global.address "cell"
  store ${kind} %4, %1 +0
  %6 = intrinsic ${kind} ${name} %4, ${more}
  %7 = const ${kind} 1000
  %8 = mul ${kind} %6, %7
  %9 = load ${kind} ${kind} %4 +0
  %10 = add ${kind} %8, %9
  return %10
}`;
}

const EXAMPLES: readonly Example[] = [
  { title: "lowestBit64", text: applying("lowestBit64"), args: [0x50_0000_0000n], result: 36n },
  { title: "highestBit64", text: applying("highestBit64"), args: [0x50_0000_0000n], result: 38n },
  { title: "multiplyHighUnsigned", text: applying("multiplyHighUnsigned"), args: [-1n, 3n], result: 2n },
  {
    title: "systemCall fails with an error number",
    text: applying("systemCall"),
    args: [3n, 12345n, 0n, 0n, 0n, 0n, 0n],
    result: BigInt.asUintN(64, -9n),
  },
  ...(["i32", "i64"] as const).flatMap((kind) => {
    const width = kind.slice(1);
    return [
      { title: `atomicExchange${width}`, text: onCell(`atomicExchange${width}`, kind, "%2"), args: [5n, 7n, 0n], result: 5007n },
      { title: `atomicAdd${width}`, text: onCell(`atomicAdd${width}`, kind, "%2"), args: [5n, 7n, 0n], result: 5012n },
      {
        title: `atomicCompareExchange${width}, equal`,
        text: onCell(`atomicCompareExchange${width}`, kind, "%2, %3"),
        args: [5n, 5n, 8n],
        result: 5008n,
      },
      {
        title: `atomicCompareExchange${width}, other`,
        text: onCell(`atomicCompareExchange${width}`, kind, "%2, %3"),
        args: [5n, 6n, 8n],
        result: 5005n,
      },
    ];
  }),
  {
    title: "fillMemory and copyMemory",
    text: `module linux
global "a" i64
global "b" i64
function "f" (i32) -> i64 {
b0(%1: i32):
  %2 = global.address "a"
  %3 = global.address "b"
  %4 = const i64 5
  intrinsic fillMemory %2, %1, %4
  %6 = const i64 3
  intrinsic copyMemory %3, %2, %6
  %8 = load i64 i64 %2 +0
  %9 = load i64 i64 %3 +0
  %10 = add i64 %8, %9
  return %10
}`,
    args: [0x11n],
    result: 0x11_1122_2222n,
  },
  {
    title: "callAddress",
    text: `module linux
function "callee" (i64, i64, i64, i64) -> i64 noinline {
b0(%1: i64, %2: i64, %3: i64, %4: i64):
  %5 = sub i64 %1, %2
  %6 = mul i64 %5, %3
  %7 = add i64 %6, %4
  return %7
}
function "f" (i64, i64) -> i64 {
b0(%1: i64, %2: i64):
  %3 = function.address "callee"
  %4 = intrinsic i64 callAddress %3, %1, %2, %2, %1
  return %4
}`,
    args: [10n, 3n],
    result: 31n,
  },
  {
    title: "the time stamp counter, pointers to the frame, flags",
    text: `module linux
function "f" () -> i64 {
b0():
  %1 = intrinsic i64 readTimeStampCounter
  intrinsic pause
  intrinsic memoryFence
  %4 = intrinsic i64 readTimeStampCounter
  %5 = ult %1, %4
  %6 = intrinsic i64 framePointer
  %7 = intrinsic i64 stackPointer
  %8 = ule %7, %6
  %9 = intrinsic i64 readFlags
  %10 = const i64 2
  %11 = and i64 %9, %10
  %12 = bool.to.int %5
  %13 = bool.to.int %8
  %14 = add i32 %12, %13
  %15 = zext32 %14
  %16 = add i64 %15, %11
  return %16
}`,
    args: [],
    result: 4n,
  },
];

for (const allocator of ALLOCATORS) {
  for (const { title, text, args, result } of EXAMPLES) {
    test(`${allocator}: ${title}`, (t) => {
      const call: NativeCall = { name: "f", args };
      t.is(runCalls(parseModule(text), [call], allocator)[0].toString(16), result.toString(16));
    });
  }
}

/** The machine code of a function that does nothing but one intrinsic, without the frame around it. */
function codeOf(name: string): string {
  const index = intrinsicIndexByName.get(name) ?? -1;
  const { parameters, result } = intrinsics[index];
  const module = new Module("kernel");
  const fn = module.addFunction("f", { params: parameters, result: ValueType.Void });
  const block = fn.addBlock();
  const builder = new Builder(module, fn, block);
  builder.emitTyped(
    Op.Intrinsic,
    result,
    parameters.map((type) => fn.addParameter(block, type)),
    index,
  );
  builder.return();
  const { object } = generateCode(module, { optimise: true, allocator: "linear-scan", isChecked: true });
  const section = object.sections.find(({ name: sectionName }) => sectionName === ".text.f");
  return Buffer.from(section?.bytes ?? [])
    .toString("hex")
    .replace(/^554889e5/, "")
    .replace(/5dc3$/, "");
}

// Manual: SDM 2, the opcode of each inst.
const PRIVILEGED: Readonly<Record<string, string>> = {
  inputByte: "89fa" + "ec",
  inputWord: "89fa" + "66ed",
  inputLong: "89fa" + "ed",
  outputByte: "89fa" + "89f0" + "ee",
  outputLong: "89fa" + "89f0" + "ef",
  halt: "f4",
  enableInterrupts: "fb",
  disableInterrupts: "fa",
  enableInterruptsAndHalt: "fbf4",
  readModelSpecificRegister: "89f9" + "0f32",
  writeModelSpecificRegister: "89f9" + "4889f0" + "4889c2" + "48c1ea20" + "0f30",
  readCr2: "0f20d0",
  writeCr3: "0f22df",
  invalidatePage: "0f013f",
  breakpoint: "cc",
  undefinedInstruction: "0f0b",
  allowUserAccess: "0f01cb",
  forbidUserAccess: "0f01ca",
  swapGs: "0f01f8",
};

test("privileged intrinsics are the insts of their names", (t) => {
  for (const [name, code] of Object.entries(PRIVILEGED)) t.is(codeOf(name), code, name);
});

test("every intrinsic has a selection", (t) => {
  for (const { name } of intrinsics) t.notThrows(() => codeOf(name), name);
});
