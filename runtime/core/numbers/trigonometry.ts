// Trigonometry: sine, cosine and tangent, with the bits that V8 gives.
// Method:     angles are reduced to within pi/4 of a quarter turn; there polynomials are as exact as doubles are. The order of operations
//             and the coefficients are those that V8's results follow from: they are part of the meaning.
// Manual:     ECMA-262 "Function Properties of the Math Object"; FDLIBM, the published methods of k_sin, k_cos, k_tan.

import { QUARTER_PI_WORD, quarterTurns, reduceAngle, restHigh, restLow } from "./angle.ts";
import { highPart, magnitudeWord, numberOfHighWord } from "./number-words.ts";

export function sine(x: number): number {
  if (magnitudeWord(x) <= QUARTER_PI_WORD) return sineOfRest(x, 0, false);
  reduceAngle(x);
  const high: number = restHigh();
  const low: number = restLow();
  switch (quarterTurns() & 3) {
    case 0:
      return sineOfRest(high, low, true);
    case 1:
      return cosineOfRest(high, low);
    case 2:
      return -sineOfRest(high, low, true);
    default:
      return -cosineOfRest(high, low);
  }
}

export function cosine(x: number): number {
  if (magnitudeWord(x) <= QUARTER_PI_WORD) return cosineOfRest(x, 0);
  reduceAngle(x);
  const high: number = restHigh();
  const low: number = restLow();
  switch (quarterTurns() & 3) {
    case 0:
      return cosineOfRest(high, low);
    case 1:
      return -sineOfRest(high, low, true);
    case 2:
      return -cosineOfRest(high, low);
    default:
      return sineOfRest(high, low, true);
  }
}

export function tangent(x: number): number {
  if (magnitudeWord(x) <= QUARTER_PI_WORD) return tangentOfRest(x, 0, true);
  reduceAngle(x);
  return tangentOfRest(restHigh(), restLow(), (quarterTurns() & 1) === 0);
}

/** sin(x + tail) for |x| up to pi/4: x + S1 x^3 + S2 x^5 + ... + S6 x^13. */
function sineOfRest(x: number, tail: number, hasTail: boolean): number {
  if (magnitudeWord(x) < 0x3e40_0000) return x;
  const z: number = x * x;
  const cube: number = z * x;
  const inner: number = 2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10);
  const r: number = 8.33333333332248946124e-3 + z * (-1.98412698298579493134e-4 + z * inner);
  const first: number = -1.66666666666666324348e-1;
  if (!hasTail) return x + cube * (first + z * r);
  return x - (z * (0.5 * tail - cube * r) - tail - cube * first);
}

/** cos(x + tail) for |x| up to pi/4: 1 - x^2/2 + C1 x^4 + ... + C6 x^14; 1 - x^2/2 is kept from cancelling. */
function cosineOfRest(x: number, tail: number): number {
  const word: i32 = magnitudeWord(x);
  if (word < 0x3e40_0000) return 1;
  const z: number = x * x;
  const inner: number = -2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11);
  const r: number = z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * (2.48015872894767294178e-5 + z * inner)));
  if (word < 0x3fd3_3333) return 1 - (0.5 * z - (z * r - x * tail));
  const quarter: number = word > 0x3fe9_0000 ? 0.28125 : numberOfHighWord(word - 0x0020_0000);
  return 1 - quarter - (0.5 * z - quarter - (z * r - x * tail));
}

/** tan(x + tail) for |x| up to pi/4, or -1 / tan(x + tail). */
function tangentOfRest(x: number, tail: number, isDirect: boolean): number {
  const word: i32 = magnitudeWord(x);
  if (word < 0x3e30_0000) return isDirect ? x : negativeReciprocal(x + tail, x, tail);
  if (word < 0x3fe5_9428) {
    const rest: number = tangentRest(x, tail);
    return isDirect ? x + rest : negativeReciprocal(x + rest, x, rest);
  }
  // Above 0.6744: tan(pi/4 - y) = (1 - tan y) / (1 + tan y).
  const isNegative: boolean = x < 0;
  const left: number = 7.85398163397448278999e-1 - (isNegative ? -x : x);
  const y: number = left + (3.06161699786838301793e-17 - (isNegative ? -tail : tail));
  const rest: number = tangentRest(y, 0);
  const w: number = y + rest;
  const unit: number = isDirect ? 1 : -1;
  const result: number = unit - 2 * (y - ((w * w) / (w + unit) - rest));
  return isNegative ? -result : result;
}

/** tan(x + tail) - x, by the series in x with thirteen coefficients. */
function tangentRest(x: number, tail: number): number {
  const z: number = x * x;
  const w: number = z * z;
  const oddTail: number = 5.88041240820264096874e-4 + w * (7.817944429395570923e-5 + w * -1.85586374855275456654e-5);
  const odd: number = 1.33333333333201242699e-1 + w * (2.18694882948595424599e-2 + w * (3.59207910759131235356e-3 + w * oddTail));
  const evenTail: number = 2.46463134818469906812e-4 + w * (7.14072491382608190305e-5 + w * 2.59073051863633712884e-5);
  const even: number = z * (5.39682539762260521377e-2 + w * (8.86323982359930005737e-3 + w * (1.45620945432529025516e-3 + w * evenTail)));
  const cube: number = z * x;
  return tail + z * (cube * (odd + even) + tail) + 3.33333333333334091986e-1 * cube;
}

/** -1 / (x + rest), more exactly than a division of the rounded sum. */
function negativeReciprocal(sum: number, x: number, rest: number): number {
  const sumHigh: number = highPart(sum);
  const sumLow: number = rest - (sumHigh - x);
  const quotient: number = -1 / sum;
  const quotientHigh: number = highPart(quotient);
  return quotientHigh + quotient * (1 + quotientHigh * sumHigh + quotientHigh * sumLow);
}
