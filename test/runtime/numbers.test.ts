// Numbers: their texts, their reading and the elementary functions on random doubles, against Node. SEED in the environment chooses others.

import test from "ava";
import { compileForLinux, run, writeProgram } from "./linux-program.ts";

const seed = Number(process.env.SEED ?? 1);
const COUNT = 400;

function randomWords(state: number): () => number {
  let current = state >>> 0 || 1;
  return () => {
    current ^= current << 13;
    current ^= current >>> 17;
    current ^= current << 5;
    return current >>> 0;
  };
}

const view = new DataView(new ArrayBuffer(8));
const next = randomWords(seed * 2654435761);

/** A third any bits, a third small decimals, a third ordinary sizes. */
function randomNumber(): number {
  const kind = next() % 3;
  if (kind === 1) return ((next() % 2_000_000) - 1_000_000) / 10 ** (next() % 8);
  view.setUint32(0, kind === 0 ? next() : (next() % 0x0800_0000) + 0x3c00_0000);
  view.setUint32(4, next());
  const value = view.getFloat64(0);
  return Number.isFinite(value) ? value : 0.5;
}

/** Runs one loop body over the numbers on Node and compiled; `x` and `y` are doubles, what it prints is compared. */
function compare(t: { is(actual: string, expected: string): void }, name: string, body: string): void {
  const numbers = Array.from({ length: COUNT }, randomNumber);
  const literals = numbers.map((number) => `${number}`.replace("-", "0 - "));
  const source = `const numbers: number[] = [${literals.join(", ")}];
for (let i = 1; i < numbers.length; i++) {
  const x: number = numbers[i];
  const y: number = numbers[i - 1];
  ${body}
}
`;
  const file = writeProgram(name, source);
  const expected: string[] = [];
  const script = new Function("console", source.replaceAll(": number[]", "").replaceAll(": number", ""));
  script({ log: (...values: unknown[]) => expected.push(values.map(String).join(" ")) });
  const { stdout } = run(compileForLinux(file, true));
  t.is(stdout, `${expected.join("\n")}\n`);
}

test("texts of numbers", (t) => compare(t, "number-texts", "console.log(`${x}`);"));
test("texts in radix 2, 3, 16 and 36", (t) =>
  compare(t, "radix-texts", "console.log(x.toString(2), x.toString(3), x.toString(16), x.toString(36));"));
test("fixed decimals", (t) => compare(t, "fixed-texts", "console.log(x.toFixed(0), x.toFixed(3), x.toFixed(17));"));
test("reading back what was printed, and with digits more or less", (t) =>
  compare(
    t,
    "number-reading-back",
    "const text: string = `${x}`; console.log(`${Number(text) === x} ${parseFloat(text.slice(0, 6))} ${parseInt(text, 16)} ${Number(`${text.slice(0, 4)}5`)}`);".replace(
      ": string",
      "",
    ),
  ));
test("remainders and powers", (t) =>
  compare(t, "remainders", "console.log(`${x % y} ${y % x} ${Math.abs(x) ** (y % 50)} ${Math.hypot(x, y)}`);"));
test("exponentials and logarithms", (t) =>
  compare(
    t,
    "exponentials",
    "console.log(`${Math.exp(x % 700)} ${Math.log(Math.abs(x))} ${Math.log2(Math.abs(x))} ${Math.log10(Math.abs(x))} ${Math.cbrt(x)}`);",
  ));
test("angles", (t) =>
  compare(
    t,
    "angles",
    "console.log(`${Math.sin(x)} ${Math.cos(x)} ${Math.tan(x)} ${Math.atan(x)} ${Math.atan2(x, y)} ${Math.asin(x % 1)} ${Math.acos(x % 1)}`);",
  ));
test("rounding", (t) =>
  compare(
    t,
    "rounding",
    "console.log(`${Math.round(x)} ${Math.floor(x)} ${Math.ceil(x)} ${Math.trunc(x)} ${x | 0} ${x >>> 0} ${Math.fround(x)}`);",
  ));
