// Angle: the remainder of an angle by a quarter turn, as the sum of two doubles, and the number of quarter turns modulo 8.
// Owns:       the result of the last reduction.
// Method:     up to 2^19 quarter turns by subtracting a multiple of pi/2 given in up to three parts; larger ones: angle-large.ts. The
//             order of operations is that which V8's results follow from: it is part of the meaning.
// Manual:     FDLIBM, the published method of e_rem_pio2.

import { largeQuarterTurns, largeRestHigh, largeRestLow, reduceLargeAngle } from "./angle-large.ts";
import { magnitudeWord } from "./number-words.ts";

/** High words of pi/4, pi/2, 3pi/4 and 2^19 pi/2. */
export const QUARTER_PI_WORD: i32 = 0x3fe9_21fb;
const HALF_PI_WORD: i32 = 0x3ff9_21fb;
const THREE_QUARTERS_PI_WORD: i32 = 0x4002_d97c;
const MEDIUM_WORD: i32 = 0x4139_21fb;
const INFINITY_WORD: i32 = 0x7ff0_0000;

const HALF_PI: number = 1.5707963267948966;
const TWO_OVER_PI: number = 6.36619772367581382433e-1;
/** pi/2 = first + second + third + ..., each with 33 bits; the tails are what is left after each. */
const FIRST: number = 1.57079632673412561417;
const FIRST_TAIL: number = 6.07710050650619224932e-11;
const SECOND: number = 6.0771005063039659766e-11;
const SECOND_TAIL: number = 2.02226624879595063154e-21;
const THIRD: number = 2.0222662487111664558e-21;
const THIRD_TAIL: number = 8.47842766036889956997e-32;

let quarters: i32 = 0;
let high: number = 0;
let low: number = 0;

/** Quarter turns in the last angle, modulo 8, below zero for negative angles. */
export function quarterTurns(): i32 {
  return quarters;
}
/** What is left of the last angle, at most pi/4 or a little more. */
export function restHigh(): number {
  return high;
}
/** What restHigh() is rounded by. */
export function restLow(): number {
  return low;
}

export function reduceAngle(x: number): void {
  const word: i32 = magnitudeWord(x);
  if (word <= QUARTER_PI_WORD) setRest(0, x, 0);
  else if (word < THREE_QUARTERS_PI_WORD) subtractOne(x, word);
  else if (word <= MEDIUM_WORD) subtractMultiple(x, word);
  else if (word >= INFINITY_WORD) setRest(0, NaN, NaN);
  else reduceLarge(x);
}

function reduceLarge(x: number): void {
  reduceLargeAngle(Math.abs(x));
  if (x < 0) setRest(0 - largeQuarterTurns(), -largeRestHigh(), -largeRestLow());
  else setRest(largeQuarterTurns(), largeRestHigh(), largeRestLow());
}

function setRest(turns: i32, newHigh: number, newLow: number): void {
  quarters = turns;
  high = newHigh;
  low = newLow;
}

/** Next to pi/2 itself one more part of it is needed. */
function subtractOne(x: number, word: i32): void {
  const sign: number = x < 0 ? -1 : 1;
  let rest: number = x - sign * FIRST;
  let tail: number = FIRST_TAIL;
  if (word === HALF_PI_WORD) {
    rest -= sign * SECOND;
    tail = SECOND_TAIL;
  }
  const restHead: number = rest - sign * tail;
  setRest(x < 0 ? -1 : 1, restHead, rest - restHead - sign * tail);
}

/** Uses more parts of pi/2 the more digits the subtraction cancels. */
function subtractMultiple(x: number, word: i32): void {
  const magnitude: number = Math.abs(x);
  const multiple: number = Math.trunc(magnitude * TWO_OVER_PI + 0.5);
  let rest: number = magnitude - multiple * FIRST;
  let tail: number = multiple * FIRST_TAIL;
  // Small multiples are known not to cancel much unless the angle begins as they do.
  const isClear: boolean = multiple < 32 && word !== magnitudeWord(multiple * HALF_PI);
  if (!isClear && cancelledBits(word, rest - tail) > 16) {
    const before: number = rest;
    rest = before - multiple * SECOND;
    tail = multiple * SECOND_TAIL - (before - rest - multiple * SECOND);
    if (cancelledBits(word, rest - tail) > 49) {
      const beforeThird: number = rest;
      rest = beforeThird - multiple * THIRD;
      tail = multiple * THIRD_TAIL - (beforeThird - rest - multiple * THIRD);
    }
  }
  const restHead: number = rest - tail;
  const restTail: number = rest - restHead - tail;
  if (x < 0) setRest(0 - i32(multiple), -restHead, -restTail);
  else setRest(i32(multiple), restHead, restTail);
}

function cancelledBits(word: i32, rest: number): i32 {
  return (word >> 20) - (magnitudeWord(rest) >> 20);
}
