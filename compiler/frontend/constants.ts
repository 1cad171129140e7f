// Constants: numbers known while compiling, kept twice: as the double that JavaScript computes, and exactly, for machine integers.
// Invariants: exact is null as soon as a step leaves the integers; number follows ECMAScript at every step

import ts from "typescript";

export interface NumericConstant {
  readonly exact: bigint | null;
  readonly number: number;
}

export function integerConstant(value: bigint): NumericConstant {
  return { exact: value, number: Number(value) };
}

export function floatConstant(value: number): NumericConstant {
  const isInteger = Number.isInteger(value) && !Object.is(value, -0);
  return { exact: isInteger ? BigInt(value) : null, number: value };
}

/** A numeric literal from its source text, where 64-bit values are still exact. */
export function parseNumericLiteral(sourceText: string): NumericConstant {
  const text = sourceText.replaceAll("_", "");
  if (/^(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+)$/.test(text)) return integerConstant(BigInt(text));
  return floatConstant(Number(text));
}

/** Values of one constant that an integer type may take: the exact one first, then what JavaScript makes of it (1 << 31 is -2^31). */
export function candidates(constant: NumericConstant): bigint[] {
  const result: bigint[] = constant.exact === null ? [] : [constant.exact];
  if (Number.isInteger(constant.number)) {
    const rounded = BigInt(constant.number);
    if (rounded !== constant.exact && (constant.exact === null || Number(constant.exact) !== constant.number)) result.push(rounded);
  }
  return result;
}

/** The constant as an integer of so many bits, or undefined where it does not fit. */
export function fitInteger(constant: NumericConstant, bits: number, isSigned: boolean): bigint | undefined {
  const min = isSigned ? -(1n << BigInt(bits - 1)) : 0n;
  const max = isSigned ? (1n << BigInt(bits - 1)) - 1n : (1n << BigInt(bits)) - 1n;
  return candidates(constant).find((value) => value >= min && value <= max);
}

/** The constant wrapped to so many bits, as a conversion function does. */
export function wrapInteger(constant: NumericConstant, bits: number, isSigned: boolean): bigint {
  const value = constant.exact ?? (Number.isFinite(constant.number) ? BigInt(Math.trunc(constant.number)) : 0n);
  return isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

const numberOperators: Partial<Record<ts.SyntaxKind, (a: number, b: number) => number>> = {
  [ts.SyntaxKind.PlusToken]: (a, b) => a + b,
  [ts.SyntaxKind.MinusToken]: (a, b) => a - b,
  [ts.SyntaxKind.AsteriskToken]: (a, b) => a * b,
  [ts.SyntaxKind.SlashToken]: (a, b) => a / b,
  [ts.SyntaxKind.PercentToken]: (a, b) => a % b,
  [ts.SyntaxKind.AsteriskAsteriskToken]: (a, b) => a ** b,
  [ts.SyntaxKind.AmpersandToken]: (a, b) => a & b,
  [ts.SyntaxKind.BarToken]: (a, b) => a | b,
  [ts.SyntaxKind.CaretToken]: (a, b) => a ^ b,
  [ts.SyntaxKind.LessThanLessThanToken]: (a, b) => a << b,
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: (a, b) => a >> b,
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (a, b) => a >>> b,
};

function exactBinary(operator: ts.SyntaxKind, a: bigint, b: bigint): bigint | null {
  const isCount = b >= 0n && b < 64n;
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return a + b;
    case ts.SyntaxKind.MinusToken:
      return a - b;
    case ts.SyntaxKind.AsteriskToken:
      return a * b;
    case ts.SyntaxKind.SlashToken:
      return b !== 0n && a % b === 0n ? a / b : null;
    case ts.SyntaxKind.PercentToken:
      return b === 0n || (a < 0n && a % b === 0n) ? null : a % b;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return isCount ? a ** b : null;
    case ts.SyntaxKind.AmpersandToken:
      return a & b;
    case ts.SyntaxKind.BarToken:
      return a | b;
    case ts.SyntaxKind.CaretToken:
      return a ^ b;
    case ts.SyntaxKind.LessThanLessThanToken:
      return isCount ? a << b : null;
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
      return isCount ? a >> b : null;
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return isCount && a >= 0n ? a >> b : null;
    default:
      return null;
  }
}

/** The result of an arithmetic or bitwise operator, or undefined for another operator. */
export function foldBinary(operator: ts.SyntaxKind, a: NumericConstant, b: NumericConstant): NumericConstant | undefined {
  const compute = numberOperators[operator];
  if (compute === undefined) return undefined;
  const number = compute(a.number, b.number);
  const exact = a.exact === null || b.exact === null ? null : exactBinary(operator, a.exact, b.exact);
  return {
    exact: exact ?? (Number.isInteger(number) && !Object.is(number, -0) && Number.isSafeInteger(number) ? BigInt(number) : null),
    number,
  };
}

export function foldUnary(operator: ts.PrefixUnaryOperator, a: NumericConstant): NumericConstant | undefined {
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return a;
    case ts.SyntaxKind.MinusToken:
      return { exact: a.exact === null || a.exact === 0n ? null : -a.exact, number: -a.number };
    case ts.SyntaxKind.TildeToken:
      return { exact: a.exact === null ? null : ~a.exact, number: ~a.number };
    default:
      return undefined;
  }
}
