// Reciprocals: the factors and shifts that replace division by a constant.
// After Granlund and Montgomery, "Division by Invariant Integers using Multiplication" (1994).

import { assert } from "../../support/assert.ts";

export interface Reciprocal {
  /** Unsigned; of a signed reciprocal up to the width's bits. */
  readonly factor: bigint;
  /** To be shifted right by, after the product's upper half was taken. */
  readonly shift: number;
  /** The true factor is 2^64 larger. */
  readonly isTooWide: boolean;
}

/**
 * x / d = x * factor / 2^(width + shift) rounded down, and one more for negative x; for |x| <= 2^(width - 1).
 * Requires: d >= 3, not a power of two.
 */
export function signedReciprocal(divisor: bigint, width: 32 | 64): Reciprocal {
  for (let shift = 0; shift < width; shift++) {
    const power = 1n << BigInt(width + shift);
    const factor = power / divisor + 1n;
    // The error, times the largest x, must not reach 2^(width + shift).
    if (factor * divisor - power < 1n << BigInt(shift + 1)) return { factor, shift, isTooWide: false };
  }
  assert(false, () => `no reciprocal of ${divisor}`);
}

/** x / d = x * factor / 2^(64 + shift) rounded down for 0 <= x < 2^64. Requires: d >= 3, not a power of two. */
export function unsignedReciprocal(divisor: bigint): Reciprocal {
  for (let shift = 0; shift <= 64; shift++) {
    const power = 1n << BigInt(64 + shift);
    const factor = power / divisor + 1n;
    if (factor * divisor - power > 1n << BigInt(shift)) continue;
    const isTooWide = factor >= 1n << 64n;
    return { factor: BigInt.asUintN(64, factor), shift, isTooWide };
  }
  assert(false, () => `no reciprocal of ${divisor}`);
}
