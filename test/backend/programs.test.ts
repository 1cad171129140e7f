// Small programs of the IR, run natively with each allocator: control flow, calls, memory, the conventions between them.

import test from "ava";
import { ALLOCATORS, bitsOfDouble, type NativeCall, runText } from "./native.ts";

interface Example {
  readonly title: string;
  readonly text: string;
  readonly calls: readonly (NativeCall & { readonly result: bigint })[];
}

const signed = (value: number): bigint => BigInt.asUintN(32, BigInt(value));

const EXAMPLES: readonly Example[] = [
  {
    title: "a loop adds the numbers below n",
    text: `module linux
function "sum" (i32) -> i32 {
b0(%1: i32):
  %2 = const i32 0
  jump b1(%2, %2)
b1(%4: i32, %5: i32):
  %6 = slt %4, %1
  branch %6, b2(), b3()
b2():
  %8 = add i32 %5, %4
  %9 = const i32 1
  %10 = add i32 %4, %9
  jump b1(%10, %8)
b3():
  return %5
}`,
    calls: [
      { name: "sum", args: [10n], result: 45n },
      { name: "sum", args: [0n], result: 0n },
      { name: "sum", args: [100000n], result: signed(704982704) },
    ],
  },
  {
    title: "recursion keeps values across calls",
    text: `module linux
function "fibonacci" (i64) -> i64 {
b0(%1: i64):
  %2 = const i64 2
  %3 = slt %1, %2
  branch %3, b1(), b2()
b1():
  return %1
b2():
  %6 = const i64 1
  %7 = sub i64 %1, %6
  %8 = call i64 "fibonacci" %7
  %9 = sub i64 %1, %2
  %10 = call i64 "fibonacci" %9
  %11 = add i64 %8, %10
  return %11
}`,
    calls: [{ name: "fibonacci", args: [20n], result: 6765n }],
  },
  {
    title: "loop parameters change places",
    text: `module linux
function "swap" (i64, i64, i32) -> i64 {
b0(%1: i64, %2: i64, %3: i32):
  jump b1(%1, %2, %3)
b1(%5: i64, %6: i64, %7: i32):
  %8 = const i32 0
  %9 = ne %7, %8
  %10 = const i32 1
  %11 = sub i32 %7, %10
  branch %9, b1(%6, %5, %11), b2()
b2():
  %13 = const i64 10
  %14 = mul i64 %5, %13
  %15 = add i64 %14, %6
  return %15
}`,
    calls: [
      { name: "swap", args: [1n, 2n, 3n], result: 21n },
      { name: "swap", args: [1n, 2n, 4n], result: 12n },
    ],
  },
  {
    title: "more arguments than registers, integers and floats mixed",
    text: `module linux
function "many" (i32, f64, i64, f64, i32, i64, i32, i64, i32, f64, f64, f64, f64, f64, f64, f64, bool) -> f64 {
b0(%1: i32, %2: f64, %3: i64, %4: f64, %5: i32, %6: i64, %7: i32, %8: i64, %9: i32, %10: f64, %11: f64, %12: f64, %13: f64, %14: f64, %15: f64, %16: f64, %17: bool):
  %20 = sltof %8
  %21 = sitof %9
  %22 = fmul f64 %20, %21
  %23 = fsub f64 %22, %16
  %24 = fadd f64 %23, %15
  %25 = sitof %1
  %26 = fadd f64 %24, %25
  %27 = select f64 %17, %26, %2
  return %27
}
function "caller" () -> f64 {
b0():
  %1 = const i32 1
  %2 = const f64 0.5
  %3 = const i64 3
  %4 = const i64 -7
  %5 = const i32 9
  %6 = const f64 100
  %7 = const f64 1000
  %8 = const bool 1
  %9 = call f64 "many" %1, %2, %3, %2, %1, %3, %1, %4, %5, %2, %2, %2, %2, %2, %6, %7, %8
  return %9
}`,
    calls: [{ name: "caller", args: [], result: bitsOfDouble(-7 * 9 - 1000 + 100 + 1) }],
  },
  {
    title: "a dense switch and a sparse one",
    text: `module linux
function "dense" (i32) -> i32 {
b0(%1: i32):
  switch %1, -1: b1(), 0: b2(), 1: b1(), 2: b3(%1), 3: b4(), 5: b2(), default: b3(%1)
b1():
  %3 = const i32 11
  return %3
b2():
  %5 = const i32 22
  return %5
b3(%7: i32):
  return %7
b4():
  %9 = const i32 44
  return %9
}
function "sparse" (i32) -> i32 {
b0(%1: i32):
  switch %1, -2147483648: b1(), 2147483647: b2(), 7: b1(), 1000: b3(%1), default: b4()
b1():
  %3 = const i32 11
  return %3
b2():
  %5 = const i32 22
  return %5
b3(%7: i32):
  return %7
b4():
  %9 = const i32 44
  return %9
}`,
    calls: [
      ...[
        [-1, 11],
        [0, 22],
        [1, 11],
        [2, 2],
        [3, 44],
        [4, 4],
        [5, 22],
        [6, 6],
        [-2, -2],
        [-2147483648, -2147483648],
        [2147483647, 2147483647],
      ].map(([arg, result]) => ({ name: "dense", args: [BigInt(arg)], result: signed(result) })),
      ...[
        [-2147483648, 11],
        [2147483647, 22],
        [7, 11],
        [1000, 1000],
        [8, 44],
        [0, 44],
      ].map(([arg, result]) => ({
        name: "sparse",
        args: [BigInt(arg)],
        result: signed(result),
      })),
    ],
  },
  {
    title: "globals, narrow cells, and arithmetic in memory",
    text: `module linux
global "counter" i32 = 5
global "byte" u8
function "bump" (i32) -> i32 {
b0(%1: i32):
  %2 = global.get i32 "counter"
  %3 = add i32 %2, %1
  global.set "counter" %3
  %5 = global.address "byte"
  store u8 %5, %1 +0
  %7 = load i32 i8 %5 +0
  %8 = load i32 u8 %5 +0
  %9 = global.get i32 "counter"
  %10 = const i32 1000
  %11 = mul i32 %9, %10
  %12 = add i32 %11, %7
  %13 = add i32 %12, %8
  return %13
}`,
    calls: [
      { name: "bump", args: [200n], result: signed(205 * 1000 + 200 - 256 + 200) },
      { name: "bump", args: [-1n], result: signed(204 * 1000 - 1 + 255) },
    ],
  },
];

for (const allocator of ALLOCATORS) {
  for (const { title, text, calls } of EXAMPLES) {
    test(`${allocator}: ${title}`, (t) => {
      t.deepEqual(
        runText(text, calls, allocator),
        calls.map(({ result }) => result),
      );
    });
  }
}

const EXACT_INTEGER = `module linux
function "f" (f64) -> i32 {
b0(%1: f64):
  %2 = ftoi32 %1
  %3 = sitof %2
  %4 = feq %3, %1
  %5 = const i32 -1
  %6 = select i32 %4, %2, %5
  return %6
}`;

for (const allocator of ALLOCATORS) {
  test(`${allocator}: a number is taken as an index only if it is an int32`, (t) => {
    const cases: [number, number][] = [
      [0, 0],
      [-0, 0],
      [7, 7],
      [-7, -7],
      [7.5, -1],
      [NaN, -1],
      [Infinity, -1],
      [2 ** 31, -1],
      [2 ** 32 + 5, -1],
      [-(2 ** 31), -(2 ** 31)],
      [2 ** 31 - 1, 2 ** 31 - 1],
      [1e300, -1],
      [-1e-300, -1],
    ];
    const calls = cases.map(([value]) => ({ name: "f", args: [bitsOfDouble(value)] }));
    t.deepEqual(
      runText(EXACT_INTEGER, calls, allocator),
      cases.map(([, result]) => signed(result)),
    );
  });
}

for (const allocator of ALLOCATORS) {
  for (const type of ["i32", "i64"] as const) {
    test(`${allocator}: two shifts of ${type} are one rotation, by a constant or not`, (t) => {
      const width = type === "i32" ? 32 : 64;
      const text = `module linux
function "constant" (${type}) -> ${type} {
b0(%1: ${type}):
  %2 = const ${type} 7
  %3 = const ${type} ${width - 7}
  %4 = ushr ${type} %1, %2
  %5 = shl ${type} %1, %3
  %6 = or ${type} %4, %5
  return %6
}
function "left" (${type}, ${type}) -> ${type} {
b0(%1: ${type}, %2: ${type}):
  %3 = const ${type} ${width}
  %4 = sub ${type} %3, %2
  %5 = shl ${type} %1, %2
  %6 = ushr ${type} %1, %4
  %7 = or ${type} %5, %6
  return %7
}`;
      const value = 0x8765_4321_0fed_cba9n;
      const rotated = (left: bigint): bigint => {
        const low = BigInt.asUintN(width, value);
        return BigInt.asUintN(width, (low << left) | (low >> (BigInt(width) - left)));
      };
      const lefts = [0n, 1n, 31n, 32n, 33n].filter((left) => left < width);
      const calls = [{ name: "constant", args: [value] }, ...lefts.map((left) => ({ name: "left", args: [value, left] }))];
      t.deepEqual(runText(text, calls, allocator), [rotated(BigInt(width - 7)), ...lefts.map(rotated)]);
    });
  }
}
