// Normalization: texts that look alike or mean the same, in one form: points decomposed, marks in order, and composed again.
// Owns:       the points that pairs are composed to, from the first text that is composed.
// Manual:     Unicode Standard Annex 15; Unicode Standard 3.11 "Normalization Forms", 3.12 "Conjoining Jamo Behavior".

import { pointAt, unitCount, unitsOfPoint } from "./string-units.ts";
import { CANONICAL_PAIRS, MARK_RANGES } from "./unicode-canonical.ts";
import { COMPATIBLE_POINTS, COMPATIBLE_RANGES, COMPATIBLE_SEVERAL } from "./unicode-compatible.ts";
import { findRecord, NO_RECORD, number, POINT_DIGITS } from "./unicode-records.ts";

const MARK_SIZE: u32 = 12;
const RANK_DIGITS: u32 = 2;
const PAIR_SIZE: u32 = 16;
const RANGE_SIZE: u32 = 16;
const SEVERAL_SIZE: u32 = 11;
const PLACE_DIGITS: u32 = 4;
const DISTANCE_ZERO: u32 = 0x8_0000;
/** Below, every point is one alone in all forms; and below, in those that compose and keep what is compatible. */
const PLAIN_END: u32 = 0x80;
const COMPOSED_END: u32 = 0x300;

const HANGUL_FIRST: u32 = 0xac00;
const LEADING_FIRST: u32 = 0x1100;
const VOWEL_FIRST: u32 = 0x1161;
/** One before the first, which stands for none. */
const TRAILING_FIRST: u32 = 0x11a7;
const LEADING_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const TRAILING_COUNT: u32 = 28;
const HANGUL_COUNT: u32 = 11172;

const POINT_COUNT: number = 0x11_0000;

let composites: Map<number, number> | null = null;

export function normalize(text: string, form: string): string {
  const isCompatible: boolean = form === "NFKC" || form === "NFKD";
  const isComposed: boolean = form === "NFC" || form === "NFKC";
  if (!isCompatible && !isComposed && form !== "NFD") throw new RangeError(`The normalization form should be one of NFC, NFD, NFKC, NFKD.`);
  if (isBelow(text, form === "NFC" ? COMPOSED_END : PLAIN_END)) return text;
  const points: u32[] = [];
  let i: u32 = 0;
  while (i < unitCount(text)) {
    const point: u32 = pointAt(text, i);
    addDecomposed(points, point, isCompatible);
    i += unitsOfPoint(point);
  }
  putInOrder(points);
  let result: string = "";
  for (const point of isComposed ? composed(points) : points) result += String.fromCodePoint(Number(point));
  return result;
}

function isBelow(text: string, end: u32): boolean {
  let i: u32 = 0;
  while (i < unitCount(text)) {
    const point: u32 = pointAt(text, i);
    if (point >= end) return false;
    i += unitsOfPoint(point);
  }
  return true;
}

// Decomposing

function addDecomposed(points: u32[], point: u32, isCompatible: boolean): void {
  if (point < PLAIN_END) {
    points.push(point);
    return;
  }
  if (point >= HANGUL_FIRST && point < HANGUL_FIRST + HANGUL_COUNT) {
    addHangul(points, point - HANGUL_FIRST);
    return;
  }
  if (isCompatible && addCompatible(points, point)) return;
  const record: u32 = findRecord(CANONICAL_PAIRS, PAIR_SIZE, POINT_DIGITS, point);
  if (record === NO_RECORD || number(CANONICAL_PAIRS, record, POINT_DIGITS) !== point) {
    points.push(point);
    return;
  }
  addDecomposed(points, number(CANONICAL_PAIRS, record + POINT_DIGITS, POINT_DIGITS), isCompatible);
  const second: u32 = number(CANONICAL_PAIRS, record + 2 * POINT_DIGITS, POINT_DIGITS);
  if (second !== 0) addDecomposed(points, second, isCompatible);
}

/** A syllable is two or three letters. */
function addHangul(points: u32[], index: u32): void {
  const leading: u32 = index / (VOWEL_COUNT * TRAILING_COUNT);
  const vowel: u32 = (index / TRAILING_COUNT) % VOWEL_COUNT;
  const trailing: u32 = index % TRAILING_COUNT;
  points.push(LEADING_FIRST + leading);
  points.push(VOWEL_FIRST + vowel);
  if (trailing !== 0) points.push(TRAILING_FIRST + trailing);
}

/** The tables hold whole decompositions. */
function addCompatible(points: u32[], point: u32): boolean {
  const several: u32 = findRecord(COMPATIBLE_SEVERAL, SEVERAL_SIZE, POINT_DIGITS, point);
  if (several !== NO_RECORD && number(COMPATIBLE_SEVERAL, several, POINT_DIGITS) === point) {
    const place: u32 = number(COMPATIBLE_SEVERAL, several + POINT_DIGITS, PLACE_DIGITS);
    const count: u32 = number(COMPATIBLE_SEVERAL, several + POINT_DIGITS + PLACE_DIGITS, RANK_DIGITS);
    for (let i: u32 = place; i < place + count; i++) points.push(number(COMPATIBLE_POINTS, i * POINT_DIGITS, POINT_DIGITS));
    return true;
  }
  const record: u32 = findRecord(COMPATIBLE_RANGES, RANGE_SIZE, POINT_DIGITS, point);
  if (record === NO_RECORD || number(COMPATIBLE_RANGES, record + POINT_DIGITS, POINT_DIGITS) < point) return false;
  const stride: u32 = number(COMPATIBLE_RANGES, record + 2 * POINT_DIGITS, 1);
  if ((point - number(COMPATIBLE_RANGES, record, POINT_DIGITS)) % stride !== 0) return false;
  points.push(point + number(COMPATIBLE_RANGES, record + 2 * POINT_DIGITS + 1, POINT_DIGITS) - DISTANCE_ZERO);
  return true;
}

/** The place of a mark among those behind one letter; 0 for what is no mark. */
function rankOf(point: u32): u32 {
  if (point < COMPOSED_END) return 0;
  const record: u32 = findRecord(MARK_RANGES, MARK_SIZE, POINT_DIGITS, point);
  if (record === NO_RECORD || number(MARK_RANGES, record + POINT_DIGITS, POINT_DIGITS) < point) return 0;
  return number(MARK_RANGES, record + 2 * POINT_DIGITS, RANK_DIGITS);
}

/** Marks of one rank keep their order. */
function putInOrder(points: u32[]): void {
  for (let i = 1; i < points.length; i++) {
    const point: u32 = points[i];
    const rank: u32 = rankOf(point);
    if (rank === 0) continue;
    let place: number = i;
    while (place > 0 && rankOf(points[place - 1]) > rank) {
      points[place] = points[place - 1];
      place--;
    }
    points[place] = point;
  }
}

// Composing

/** Each letter with the marks behind it that it goes together with; what stands between is of a lower rank. */
function composed(points: u32[]): u32[] {
  const result: u32[] = [];
  let start: number = -1;
  let lastRank: u32 = 0;
  for (const point of points) {
    const rank: u32 = rankOf(point);
    const isNext: boolean = start === result.length - 1;
    const together: u32 = start >= 0 && (isNext || (lastRank < rank && lastRank !== 0)) ? compositeOf(result[start], point) : 0;
    if (together !== 0) {
      result[start] = together;
      continue;
    }
    if (rank === 0) start = result.length;
    lastRank = rank;
    result.push(point);
  }
  return result;
}

/** 0 where the two stay apart. */
function compositeOf(first: u32, second: u32): u32 {
  if (first >= LEADING_FIRST && first < LEADING_FIRST + LEADING_COUNT && second >= VOWEL_FIRST && second < VOWEL_FIRST + VOWEL_COUNT)
    return HANGUL_FIRST + ((first - LEADING_FIRST) * VOWEL_COUNT + (second - VOWEL_FIRST)) * TRAILING_COUNT;
  const isSyllable: boolean = first >= HANGUL_FIRST && first < HANGUL_FIRST + HANGUL_COUNT && (first - HANGUL_FIRST) % TRAILING_COUNT === 0;
  if (isSyllable && second > TRAILING_FIRST && second < TRAILING_FIRST + TRAILING_COUNT) return first + (second - TRAILING_FIRST);
  return u32(compositeTable().get(keyOf(first, second)) ?? 0);
}

function keyOf(first: u32, second: u32): number {
  return Number(first) * POINT_COUNT + Number(second);
}

function compositeTable(): Map<number, number> {
  const known: Map<number, number> | null = composites;
  if (known !== null) return known;
  const made: Map<number, number> = new Map();
  for (let record: u32 = 0; record < unitCount(CANONICAL_PAIRS); record += PAIR_SIZE) {
    if (number(CANONICAL_PAIRS, record + 3 * POINT_DIGITS, 1) === 0) continue;
    const first: u32 = number(CANONICAL_PAIRS, record + POINT_DIGITS, POINT_DIGITS);
    const second: u32 = number(CANONICAL_PAIRS, record + 2 * POINT_DIGITS, POINT_DIGITS);
    made.set(keyOf(first, second), Number(number(CANONICAL_PAIRS, record, POINT_DIGITS)));
  }
  composites = made;
  return made;
}
