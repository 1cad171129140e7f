// Division by constants: the shifts and reciprocals that stand for it, natively against evaluate, at the borders where they
// could be one off.

import test from "ava";
import { Builder } from "../../compiler/ir/builder.ts";
import { evaluate } from "../../compiler/ir/evaluate.ts";
import { Module } from "../../compiler/ir/module.ts";
import { Op, ops } from "../../compiler/ir/ops.ts";
import { ValueType } from "../../compiler/ir/types.ts";
import { type NativeCall, runCalls } from "./native.ts";
import { Random } from "./random-functions.ts";

const DIVISIONS = [Op.DivideSigned, Op.DivideUnsigned, Op.RemainderSigned, Op.RemainderUnsigned];
const DIVISORS = [
  1n,
  2n,
  3n,
  5n,
  6n,
  7n,
  9n,
  10n,
  11n,
  12n,
  25n,
  60n,
  64n,
  100n,
  125n,
  641n,
  1000n,
  3600n,
  65535n,
  65537n,
  1000000007n,
  0x7fff_ffffn,
  0x8000_0001n,
];
const LARGE_DIVISORS = [10_000_000_000n, 0x7fff_ffff_ffff_ffffn, 0x5555_5555_5555_5555n, 0xffff_ffff_ffff_fff1n, 6_700_417n];

function signed(width: 32 | 64, value: bigint): bigint {
  return BigInt.asIntN(width, value);
}

/** Dividends around multiples of the divisor, and at the ends of the range. */
function dividends(divisor: bigint, width: 32 | 64, random: Random): bigint[] {
  const ends = [0n, 1n, (1n << BigInt(width - 1)) - 1n, 1n << BigInt(width - 1), (1n << BigInt(width)) - 1n];
  const limit = (1n << BigInt(width - 1)) / (divisor < 0n ? -divisor : divisor) + 1n;
  const multiples = [1n, 2n, limit - 1n, limit, BigInt(random.next()) % limit, (BigInt(random.next()) * BigInt(random.next())) % limit].map(
    (n) => n * divisor,
  );
  return [...ends, ...multiples.flatMap((n) => [n - 1n, n, n + 1n, -n, 1n - n])];
}

for (const width of [32, 64] as const) {
  test(`${width}-bit division by constants`, (t) => {
    const type = width === 32 ? ValueType.I32 : ValueType.I64;
    const random = new Random(width);
    const module = new Module("linux");
    const calls: (NativeCall & { expected: bigint })[] = [];
    const randoms = Array.from({ length: 10 }, () => BigInt(random.next()) + 1n);
    const magnitudes = width === 32 ? [...DIVISORS, ...randoms] : [...DIVISORS, ...LARGE_DIVISORS, ...randoms];
    for (const divisor of magnitudes.flatMap((magnitude) => [magnitude, -magnitude]).map((value) => signed(width, value))) {
      for (const op of DIVISIONS) {
        const name = `${ops[op].name} ${divisor}`;
        if (module.functionByName(name) !== undefined) continue;
        const fn = module.addFunction(name, { params: [type], result: type });
        const block = fn.addBlock();
        const builder = new Builder(module, fn, block);
        builder.return(builder.emitTyped(op, type, [fn.addParameter(block, type), builder.int(type, divisor)]));
        for (const dividend of dividends(divisor, width, random).map((value) => signed(width, value))) {
          const [a, b] = width === 32 ? [Number(dividend), Number(divisor)] : [dividend, divisor];
          const result = evaluate(op, type, a, b, 0);
          calls.push({ name, args: [dividend], expected: BigInt.asUintN(width, BigInt(result ?? 0)) });
        }
      }
    }
    const results = runCalls(module, calls, "linear-scan");
    const wrong = calls.flatMap(({ name, args, expected }, index) =>
      results[index] === expected ? [] : [`${args[0]} ${name}: ${results[index]}, not ${expected}`],
    );
    t.deepEqual(wrong.slice(0, 20), []);
    t.true(calls.length > 4000);
  });
}
