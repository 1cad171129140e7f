// Arcs: the inverses of sine, cosine and tangent, with the bits that V8 gives.
// Method:     arguments are reduced to small ones, where polynomials are as exact as doubles are. The order of operations and the
//             coefficients are those that V8's results follow from: they are part of the meaning.
// Manual:     ECMA-262 "Function Properties of the Math Object"; FDLIBM, the published methods of s_atan, e_atan2, e_asin and e_acos.

import { isNegative } from "./number-bits.ts";
import { highPart, magnitudeWord } from "./number-words.ts";

const PI: number = 3.141592653589793116;
const PI_LOW: number = 1.2246467991473531772e-16;
const HALF_PI: number = 1.570796326794896558;
const HALF_PI_LOW: number = 6.12323399573676603587e-17;
const QUARTER_PI: number = 7.85398163397448278999e-1;
const QUARTER_PI_LOW: number = 3.06161699786838301793e-17;
/** atan(1/2) and atan(3/2). */
const ATAN_HALF: number = 4.63647609000806093515e-1;
const ATAN_HALF_LOW: number = 2.26987774529616870924e-17;
const ATAN_3_2: number = 9.82793723247329054082e-1;
const ATAN_3_2_LOW: number = 1.39033110312309984516e-17;

/** atan(x) = atan(c) + atan((x - c) / (1 + x c)) for the nearest c of 0, 1/2, 1, 3/2 and infinity. */
export function arcTangent(x: number): number {
  if (x !== x) return x;
  const word: i32 = magnitudeWord(x);
  const magnitude: number = Math.abs(x);
  if (word < 0x3e20_0000) return x;
  if (word < 0x3fdc_0000) return x - arcTangentRest(x);
  let result: number = HALF_PI + HALF_PI_LOW;
  if (word < 0x3fe6_0000) result = addArc((2 * magnitude - 1) / (2 + magnitude), ATAN_HALF, ATAN_HALF_LOW);
  else if (word < 0x3ff3_0000) result = addArc((magnitude - 1) / (magnitude + 1), QUARTER_PI, QUARTER_PI_LOW);
  else if (word < 0x4003_8000) result = addArc((magnitude - 1.5) / (1 + 1.5 * magnitude), ATAN_3_2, ATAN_3_2_LOW);
  else if (word < 0x4410_0000) result = addArc(-1 / magnitude, HALF_PI, HALF_PI_LOW);
  return x < 0 ? -result : result;
}

function addArc(x: number, arc: number, arcLow: number): number {
  return arc - (arcTangentRest(x) - arcLow - x);
}

/** x - atan(x) for small x: a series with eleven coefficients. */
function arcTangentRest(x: number): number {
  const z: number = x * x;
  const w: number = z * z;
  const evenTail: number = 6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2);
  const even: number = 3.33333333333329318027e-1 + w * (1.42857142725034663711e-1 + w * (9.09088713343650656196e-2 + w * evenTail));
  const oddTail: number = -5.83357013379057348645e-2 + w * -3.6531572744216915527e-2;
  const odd: number = -1.99999999998764832476e-1 + w * (-1.1111110405462355788e-1 + w * (-7.69187620504482999495e-2 + w * oddTail));
  return x * (z * even + w * odd);
}

/** The angle of the point (x, y), from -pi to pi. */
export function arcTangentOfQuotient(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === 1) return arcTangent(y);
  const isLeft: boolean = isNegative(x);
  const magnitude: number = arcOfQuotient(Math.abs(y), Math.abs(x), isLeft);
  return isNegative(y) ? -magnitude : magnitude;
}

/** For the upper half: y and x are magnitudes. */
function arcOfQuotient(y: number, x: number, isLeft: boolean): number {
  if (y === 0) return isLeft ? PI : 0;
  if (x === 0) return HALF_PI;
  if (x === Infinity) {
    if (y === Infinity) return isLeft ? 3 * QUARTER_PI : QUARTER_PI;
    return isLeft ? PI : 0;
  }
  if (y === Infinity) return HALF_PI;
  const distance: i32 = (magnitudeWord(y) - magnitudeWord(x)) >> 20;
  if (distance > 60) return HALF_PI + 0.5 * PI_LOW;
  const arc: number = isLeft && distance < -60 ? 0 : arcTangent(Math.abs(y / x));
  return isLeft ? PI - (arc - PI_LOW) : arc;
}

/** asin(x) = x + x P(x^2) / Q(x^2) up to 1/2, pi/2 - 2 asin(sqrt((1 - x) / 2)) above. */
export function arcSine(x: number): number {
  const word: i32 = magnitudeWord(x);
  const magnitude: number = Math.abs(x);
  if (magnitude === 1) return x * HALF_PI + x * HALF_PI_LOW;
  if (!(magnitude < 1)) return NaN;
  if (word < 0x3e40_0000) return x;
  if (word < 0x3fe0_0000) return x + x * arcSineRatio(x * x);
  const t: number = (1 - magnitude) * 0.5;
  const root: number = Math.sqrt(t);
  const ratio: number = arcSineRatio(t);
  let result: number = 0;
  if (word >= 0x3fef_3333) {
    result = HALF_PI - (2 * (root + root * ratio) - HALF_PI_LOW);
  } else {
    const rootHigh: number = highPart(root);
    const rootLow: number = (t - rootHigh * rootHigh) / (root + rootHigh);
    const rest: number = 2 * root * ratio - (HALF_PI_LOW - 2 * rootLow);
    result = QUARTER_PI - (rest - (QUARTER_PI - 2 * rootHigh));
  }
  return x < 0 ? -result : result;
}

export function arcCosine(x: number): number {
  const word: i32 = magnitudeWord(x);
  if (x === 1) return 0;
  if (x === -1) return PI + 2 * HALF_PI_LOW;
  if (!(Math.abs(x) < 1)) return NaN;
  if (word < 0x3fe0_0000) {
    if (word <= 0x3c60_0000) return HALF_PI + HALF_PI_LOW;
    return HALF_PI - (x - (HALF_PI_LOW - x * arcSineRatio(x * x)));
  }
  if (x < 0) {
    const z: number = (1 + x) * 0.5;
    const root: number = Math.sqrt(z);
    return PI - 2 * (root + (arcSineRatio(z) * root - HALF_PI_LOW));
  }
  const z: number = (1 - x) * 0.5;
  const root: number = Math.sqrt(z);
  const rootHigh: number = highPart(root);
  const rootLow: number = (z - rootHigh * rootHigh) / (root + rootHigh);
  return 2 * (rootHigh + (arcSineRatio(z) * root + rootLow));
}

/** P(t) / Q(t) = (asin(x) - x) / x for t = x^2 up to 1/4. */
function arcSineRatio(t: number): number {
  const innerTop: number = -4.00555345006794114027e-2 + t * (7.91534994289814532176e-4 + t * 3.4793310759602116757e-5);
  const top: number = t * (1.66666666666666657415e-1 + t * (-3.25565818622400915405e-1 + t * (2.01212532134862925881e-1 + t * innerTop)));
  const innerBottom: number = 2.02094576023350569471 + t * (-6.8828397160545329303e-1 + t * 7.70381505559019352791e-2);
  return top / (1 + t * (-2.40339491173441421878 + t * innerBottom));
}
