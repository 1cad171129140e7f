// Number bits: the parts of an IEEE 754 double.
//
//   63 sign    62..52 exponent + 1023    51..0 fraction; the value is 1.fraction * 2^exponent, of subnormals 0.fraction * 2^-1022

import { bitsOfNumber, numberOfBits } from "tsmetal/unsafe";

export const SIGN_BIT: u64 = 0x8000_0000_0000_0000;
export const FRACTION_MASK: u64 = 0x000f_ffff_ffff_ffff;
export const IMPLICIT_BIT: u64 = 0x0010_0000_0000_0000;
export const FRACTION_BITS: u32 = 52;
const EXPONENT_MASK: u64 = 0x7ff;
/** From the exponent field to the power of two of the fraction's lowest bit. */
const EXPONENT_BIAS: i32 = 1075;
export const EXPONENT_MIN: i32 = -1074;
const EXPONENT_MAX: i32 = 971;
const INFINITY_BITS: u64 = 0x7ff0_0000_0000_0000;

export function isNegative(value: number): boolean {
  return (bitsOfNumber(value) & SIGN_BIT) !== 0;
}

/** The value is significandOf * 2^exponentOf, for finite values; the sign is left out. */
export function significandOf(value: number): u64 {
  const bits: u64 = bitsOfNumber(value);
  const fraction: u64 = bits & FRACTION_MASK;
  return exponentField(bits) === 0 ? fraction : fraction | IMPLICIT_BIT;
}

export function exponentOf(value: number): i32 {
  const field: i32 = exponentField(bitsOfNumber(value));
  return field === 0 ? EXPONENT_MIN : field - EXPONENT_BIAS;
}

/** significand * 2^exponent, exactly; infinity above the range. Requires: significand < 2^53, exponent >= EXPONENT_MIN. */
export function composeNumber(significand: u64, exponent: i32): number {
  let fraction: u64 = significand;
  let power: i32 = exponent;
  if (fraction === 0) return 0;
  while (fraction < IMPLICIT_BIT && power > EXPONENT_MIN) {
    fraction = fraction << 1;
    power--;
  }
  if (power > EXPONENT_MAX) return numberOfBits(INFINITY_BITS);
  if (fraction < IMPLICIT_BIT) return numberOfBits(fraction);
  return numberOfBits((u64(power + EXPONENT_BIAS) << u64(FRACTION_BITS)) | (fraction & FRACTION_MASK));
}

function exponentField(bits: u64): i32 {
  return i32((bits >>> u64(FRACTION_BITS)) & EXPONENT_MASK);
}
