// Large angles: the remainder by a quarter turn of angles above 2^19 quarter turns.
// Owns:       the result of the last reduction, and a scratch block for its digits.
// Method:     Payne and Hanek: the angle, in pieces of 24 bits, times those digits of 2/pi that are neither whole turns nor too small to
//             matter; the fraction of the product times pi/2. More digits are taken where the first ones cancel.
// Called:     by angle.ts.
// Manual:     M. Payne, R. Hanek, "Radian Reduction for Trigonometric Functions", 1983; FDLIBM, the published method of k_rem_pio2.

import { loadF64, loadI32, loadU8, storeF64, storeI32, stringUnitsAddress } from "tsmetal/unsafe";
import { allocateMemoryOrThrow, keepMemory } from "../memory/allocation.ts";
import { highWord, powerOfTwo, scaleByTwo, withHighWord } from "./number-words.ts";

/** 2/pi behind the point, in hexadecimal: 66 pieces of 24 bits. */
const TWO_OVER_PI_DIGITS: string =
  "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c" +
  "fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f" +
  "ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08" +
  "56033046fc7b6babf0cfbc209af4361da9e391615ee61b086599855f14a068408dffd8804d73273106061556ca73a8c9" +
  "60e27bc08c6b";
const DIGITS_IN_PIECE: u64 = 6;

const PIECE: number = 16777216;
const PIECE_BITS: i32 = 24;
/** Pieces of 2/pi in the first product, besides the first. */
const FIRST_PIECES: i32 = 4;
/** Pieces of pi/2 that the fraction is multiplied with. */
const HALF_PI_PIECES: i32 = 5;

// The scratch block: three pieces of the angle; the pieces of 2/pi; their products; the products' pieces as integers; the results' parts.
const ANGLE_PIECES: u64 = 0;
const FACTORS: u64 = 32;
const PRODUCTS: u64 = 192;
const PARTS: u64 = 352;
const INTEGERS: u64 = 512;
const BLOCK_SIZE: u64 = 592;

let block: u64 = 0;
/** Index of the last piece of the angle, of the piece of 2/pi that the products begin with, of the last product. */
let lastPiece: i32 = 0;
let firstFactor: i32 = 0;
let lastProduct: i32 = 0;
/** Power of two of the last product's integer. */
let scale: i32 = 0;

let quarters: i32 = 0;
/** 0: the fraction of a quarter turn is below a half; otherwise it was taken from one, and the rest is negative. */
let half: i32 = 0;
let high: number = 0;
let low: number = 0;

export function largeQuarterTurns(): i32 {
  return quarters;
}
export function largeRestHigh(): number {
  return high;
}
export function largeRestLow(): number {
  return low;
}

/** Requires: x is finite and above 2^19 pi/2. */
export function reduceLargeAngle(x: number): void {
  if (block === 0) {
    block = allocateMemoryOrThrow(BLOCK_SIZE);
    keepMemory(block);
  }
  const exponent: i32 = (highWord(x) >> 20) - 1046;
  splitAngle(withHighWord(x, highWord(x) - (exponent << 20)));
  firstFactor = (exponent - 3) / PIECE_BITS;
  scale = exponent - PIECE_BITS * (firstFactor + 1);
  lastProduct = FIRST_PIECES;
  for (let i: i32 = 0; i <= lastPiece + FIRST_PIECES; i++) putFloat(FACTORS, i, twoOverPiPiece(firstFactor - lastPiece + i));
  for (let i: i32 = 0; i <= FIRST_PIECES; i++) computeProduct(i);
  let fraction: number = takeTurns();
  while (fraction === 0 && addProducts()) fraction = takeTurns();
  appendFraction(fraction);
  multiplyByHalfPi();
}

/** Three pieces of 24 bits, zeroes at the end left out. Requires: 2^23 <= x < 2^24. */
function splitAngle(x: number): void {
  let rest: number = x;
  for (let i: i32 = 0; i < 2; i++) {
    putFloat(ANGLE_PIECES, i, Math.trunc(rest));
    rest = (rest - Math.trunc(rest)) * PIECE;
  }
  putFloat(ANGLE_PIECES, 2, rest);
  lastPiece = 2;
  while (float(ANGLE_PIECES, lastPiece) === 0) lastPiece--;
}

function computeProduct(index: i32): void {
  let sum: number = 0;
  for (let i: i32 = 0; i <= lastPiece; i++) sum += float(ANGLE_PIECES, i) * float(FACTORS, lastPiece + index - i);
  putFloat(PRODUCTS, index, sum);
}

/** Turns the products into integers of 24 bits, takes the quarter turns off, and gives the fraction before those integers. */
function takeTurns(): number {
  let z: number = float(PRODUCTS, lastProduct);
  for (let i: i32 = 0; i < lastProduct; i++) {
    const upper: number = Math.trunc(z / PIECE);
    putInteger(i, i32(z - PIECE * upper));
    z = float(PRODUCTS, lastProduct - 1 - i) + upper;
  }
  z = scaleByTwo(z, scale);
  z -= 8 * Math.floor(z * 0.125);
  quarters = i32(z);
  z -= quarters;
  half = 0;
  const top: i32 = lastProduct - 1;
  if (scale > 0) {
    const whole: i32 = integer(top) >> (PIECE_BITS - scale);
    quarters += whole;
    putInteger(top, integer(top) - (whole << (PIECE_BITS - scale)));
    half = integer(top) >> (PIECE_BITS - 1 - scale);
  } else if (scale === 0) {
    half = integer(top) >> (PIECE_BITS - 1);
  } else if (z >= 0.5) {
    half = 2;
  }
  return half > 0 ? takeFromOne(z) : z;
}

/** Above half a quarter turn the rest is counted back from the next one. */
function takeFromOne(fraction: number): number {
  quarters = (quarters + 1) & 7;
  let borrows: boolean = false;
  for (let i: i32 = 0; i < lastProduct; i++) {
    const value: i32 = integer(i);
    if (borrows) putInteger(i, 0xff_ffff - value);
    else if (value !== 0) putInteger(i, 0x100_0000 - value);
    if (value !== 0) borrows = true;
  }
  const top: i32 = lastProduct - 1;
  if (scale === 1) putInteger(top, integer(top) & 0x7f_ffff);
  else if (scale === 2) putInteger(top, integer(top) & 0x3f_ffff);
  if (half !== 2) return fraction;
  return borrows ? 1 - fraction - powerOfTwo(scale) : 1 - fraction;
}

/** Where all digits behind those that were asked for cancelled, takes more of 2/pi. */
function addProducts(): boolean {
  for (let i: i32 = lastProduct - 1; i >= FIRST_PIECES; i--) {
    if (integer(i) !== 0) return false;
  }
  let more: i32 = 1;
  while (integer(FIRST_PIECES - more) === 0) more++;
  for (let i: i32 = lastProduct + 1; i <= lastProduct + more; i++) {
    putFloat(FACTORS, lastPiece + i, twoOverPiPiece(firstFactor + i));
    computeProduct(i);
  }
  lastProduct += more;
  return true;
}

/** Puts the fraction before the integers, or drops zeroes there. */
function appendFraction(fraction: number): void {
  if (fraction === 0) {
    lastProduct--;
    scale -= PIECE_BITS;
    while (integer(lastProduct) === 0) {
      lastProduct--;
      scale -= PIECE_BITS;
    }
    return;
  }
  const scaled: number = scaleByTwo(fraction, 0 - scale);
  if (scaled < PIECE) {
    putInteger(lastProduct, i32(scaled));
    return;
  }
  const upper: number = Math.trunc(scaled / PIECE);
  putInteger(lastProduct, i32(scaled - PIECE * upper));
  lastProduct++;
  scale += PIECE_BITS;
  putInteger(lastProduct, i32(upper));
}

function multiplyByHalfPi(): void {
  let weight: number = powerOfTwo(scale);
  for (let i: i32 = lastProduct; i >= 0; i--) {
    putFloat(PRODUCTS, i, weight * Number(integer(i)));
    weight /= PIECE;
  }
  for (let i: i32 = 0; i <= lastProduct; i++) {
    let sum: number = 0;
    for (let k: i32 = 0; k < HALF_PI_PIECES && k <= i; k++) sum += halfPiPiece(k) * float(PRODUCTS, lastProduct - i + k);
    putFloat(PARTS, i, sum);
  }
  let sum: number = 0;
  for (let i: i32 = lastProduct; i >= 0; i--) sum += float(PARTS, i);
  let rest: number = float(PARTS, 0) - sum;
  for (let i: i32 = 1; i <= lastProduct; i++) rest += float(PARTS, i);
  high = half === 0 ? sum : -sum;
  low = half === 0 ? rest : -rest;
}

/** pi/2 in pieces of 24 bits. */
function halfPiPiece(index: i32): number {
  if (index === 0) return 1.57079625129699707031;
  if (index === 1) return 7.54978941586159635335e-8;
  if (index === 2) return 5.39030252995776476554e-15;
  return index === 3 ? 3.28200341580791294123e-22 : 1.27065575308067607349e-29;
}

/** 24 bits of 2/pi, 0 before the point. */
function twoOverPiPiece(index: i32): number {
  if (index < 0) return 0;
  const digits: u64 = stringUnitsAddress(TWO_OVER_PI_DIGITS) + u64(index) * DIGITS_IN_PIECE;
  let value: i32 = 0;
  for (let i: u64 = 0; i < DIGITS_IN_PIECE; i++) {
    const unit: i32 = i32(loadU8(digits + i));
    value = value * 16 + (unit <= 0x39 ? unit - 0x30 : unit - 0x57);
  }
  return value;
}

function float(part: u64, index: i32): number {
  return loadF64(block + part + u64(index) * 8);
}
function putFloat(part: u64, index: i32, value: number): void {
  storeF64(block + part + u64(index) * 8, value);
}
function integer(index: i32): i32 {
  return loadI32(block + INTEGERS + u64(index) * 4);
}
function putInteger(index: i32, value: i32): void {
  storeI32(block + INTEGERS + u64(index) * 4, value);
}
