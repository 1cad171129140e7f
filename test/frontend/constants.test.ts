// Constants: literals are exact beyond 2^53, and every step is kept both exactly and as JavaScript computes it.

import test from "ava";
import ts from "typescript";
import {
  candidates,
  fitInteger,
  foldBinary,
  foldUnary,
  integerConstant,
  parseNumericLiteral,
  wrapInteger,
} from "../../compiler/frontend/constants.ts";

test("literals of 64 bits are exact", (t) => {
  t.is(parseNumericLiteral("0xffff_ffff_ffff_ffff").exact, 0xffff_ffff_ffff_ffffn);
  t.is(parseNumericLiteral("9007199254740993").exact, 9007199254740993n);
  t.is(parseNumericLiteral("0b1010").exact, 10n);
  t.is(parseNumericLiteral("1e3").exact, 1000n);
  t.is(parseNumericLiteral("0.5").exact, null);
});

test("a shift into the sign bit fits u32 exactly and i32 as JavaScript has it", (t) => {
  const shifted = foldBinary(ts.SyntaxKind.LessThanLessThanToken, integerConstant(1n), integerConstant(31n));
  t.truthy(shifted);
  if (shifted === undefined) return;
  t.is(fitInteger(shifted, 32, false), 0x8000_0000n);
  t.is(fitInteger(shifted, 32, true), -0x8000_0000n);
  t.deepEqual(candidates(shifted), [0x8000_0000n, -0x8000_0000n]);
});

test("minus zero is no integer", (t) => {
  const negated = foldUnary(ts.SyntaxKind.MinusToken, integerConstant(0n));
  t.is(negated?.exact, null);
  t.true(Object.is(negated?.number, -0));
});

test("division that leaves a remainder is no integer", (t) => {
  t.is(foldBinary(ts.SyntaxKind.SlashToken, integerConstant(7n), integerConstant(2n))?.exact, null);
  t.is(foldBinary(ts.SyntaxKind.SlashToken, integerConstant(8n), integerConstant(2n))?.exact, 4n);
});

test("conversion functions wrap", (t) => {
  t.is(wrapInteger(integerConstant(-1n), 32, false), 0xffff_ffffn);
  t.is(wrapInteger(integerConstant(0x1_8000_0000n), 32, true), -0x8000_0000n);
  t.is(wrapInteger({ exact: null, number: -2.7 }, 8, true), -2n);
});
