// Register allocation: random functions give the same results with both allocators, and the checker finds what is planted.

import test from "ava";
import { parseModule } from "../../compiler/ir/parse.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { SymbolNames } from "../../compiler/target/symbol-names.ts";
import { ADDED, type Allocation } from "../../compiler/target/x64/allocation.ts";
import { checkAllocation } from "../../compiler/target/x64/allocation-checker.ts";
import type { Operand } from "../../compiler/target/x64/operands.ts";
import { printOperand, reg } from "../../compiler/target/x64/operands.ts";
import { allocateByLinearScan } from "../../compiler/target/x64/regalloc-linear.ts";
import { allocateBySpilling } from "../../compiler/target/x64/regalloc-spill.ts";
import { R13, RAX, registerName } from "../../compiler/target/x64/registers.ts";
import { selectFunction } from "../../compiler/target/x64/select-rules.ts";
import { bitsOfDouble, type NativeCall, runCalls } from "./native.ts";
import { RANDOM_PARAMS, Random, randomModule } from "./random-functions.ts";

const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1);
const FUNCTIONS_PER_MODULE = 25;

function randomCalls(seed: number): NativeCall[] {
  const random = new Random(seed + 1000);
  return Array.from({ length: FUNCTIONS_PER_MODULE * 4 }, (_, index) => ({
    name: `random ${index % FUNCTIONS_PER_MODULE}`,
    args: RANDOM_PARAMS.map((type) =>
      type === ValueType.F64
        ? bitsOfDouble(random.pick([0, 1.5, -2, 1e30, 3]))
        : BigInt(random.pick([0, 1, -1, 77, random.next(), -random.next()])),
    ),
  }));
}

for (const seed of SEEDS) {
  test(`random functions of seed ${seed}: linear scan agrees with spilling everything`, (t) => {
    const calls = randomCalls(seed);
    t.deepEqual(verifyModule(randomModule(seed, FUNCTIONS_PER_MODULE)), []);
    const spilled = runCalls(randomModule(seed, FUNCTIONS_PER_MODULE), calls, "spill-everything");
    const scanned = runCalls(randomModule(seed, FUNCTIONS_PER_MODULE), calls, "linear-scan");
    const wrong = calls.flatMap(({ name }, index) => (spilled[index] === scanned[index] ? [] : [name]));
    t.deepEqual([...new Set(wrong)], []);
  });
}

const PRESSURE = `module linux
function "f" (i64, i64) -> i64 {
b0(%1: i64, %2: i64):
  %3 = add i64 %1, %2
  %4 = mul i64 %3, %1
  %5 = call i64 "f" %4, %3
  %6 = sub i64 %5, %4
  %7 = xor i64 %6, %2
  return %7
}`;

function allocations(): Allocation[] {
  const module = parseModule(PRESSURE);
  const lir = selectFunction(module, module.functions[0], new SymbolNames(module));
  return [allocateByLinearScan(lir), allocateBySpilling(lir)];
}

test("a right allocation passes the checker", (t) => {
  for (const allocation of allocations()) t.deepEqual(checkAllocation(allocation), []);
});

test("the checker finds any register operand that is exchanged for another register", (t) => {
  for (const allocation of allocations()) {
    const { code, origins, source } = allocation;
    let planted = 0;
    code.operands.forEach((operands, inst) => {
      operands.forEach((operand, index) => {
        const isRead = origins[inst] === ADDED ? index > 0 : source.specs[origins[inst]].roles[index] !== "def";
        if (operand.kind !== "reg" || !isRead) return;
        const changed: Operand[] = [...operands];
        changed[index] = reg(operand.reg === R13 ? RAX : R13);
        code.operands[inst] = changed;
        t.true(checkAllocation(allocation).length > 0, `${code.specs[inst].name} reads ${registerName(operand.reg)}`);
        code.operands[inst] = operands;
        planted++;
      });
    });
    t.true(planted > 5);
  }
});

test("the checker finds a load, copy or inst that is left out", (t) => {
  // Spilling everything loads values again that a scratch register happens to hold still.
  for (const allocation of allocations().slice(0, 1)) {
    for (const block of allocation.code.blocks) {
      const { insts } = block;
      for (const inst of insts) {
        const [target] = allocation.code.operands[inst];
        // A store to a slot that nothing reads again may as well be left out.
        if (allocation.origins[inst] === ADDED && target.kind === "mem") continue;
        block.insts = insts.filter((other) => other !== inst);
        t.true(
          checkAllocation(allocation).length > 0,
          `${allocation.code.specs[inst].name} ${allocation.code.operands[inst].map((operand) => printOperand(operand)).join(", ")}`,
        );
      }
      block.insts = insts;
    }
  }
});

function pressureText(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `  %${index + 2} = ${index % 2 === 0 ? "add" : "mul"} i64 %1, %${index + 1}`);
  let last = 1;
  const sums = Array.from({ length: count + 1 }, (_, index) => {
    const line = `  %${count + 10 + index} = ${index % 3 === 0 ? "xor" : "add"} i64 %${last}, %${index + 1}`;
    last = count + 10 + index;
    return line;
  });
  return `module linux\nfunction "f" (i64) -> i64 {\nb0(%1: i64):\n${lines.join("\n")}\n${sums.join("\n")}\n  return %${last}\n}`;
}

test("forty live values are spilled and found again", (t) => {
  const calls = [5n, 3n, 0n].map((arg) => ({ name: "f", args: [arg] }));
  const expected = runCalls(parseModule(pressureText(40)), calls, "spill-everything");
  t.deepEqual(runCalls(parseModule(pressureText(40)), calls, "linear-scan"), expected);
});
