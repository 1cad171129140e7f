// Addresses: folds additions, shifts and symbols into the memory operand base + index * scale + displacement.

import type { IrFunction, Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { type MemoryOperand, mem, type Scale } from "./operands.ts";
import type { Register } from "./registers.ts";

/** What address building asks of the selector. */
export interface TermSource {
  readonly fn: IrFunction;
  resolve(value: Value): Value;
  width(value: Value): 32 | 64;
  immediate(value: Value): number | undefined;
  isSymbolAddress(value: Value): boolean;
  symbolOf(value: Value): string;
  canRepeat(value: Value): boolean;
  register(value: Value): Register;
}

/** The sum so far. Terms are taken in as long as there is a place for what remains of them. */
interface Parts {
  base?: Value;
  index?: Value;
  scale: Scale;
  displacement: number;
  symbol?: string;
}

/** The memory operand for `value + offset`. */
export function buildAddress(selector: TermSource, value: Value, offset: number): MemoryOperand {
  const parts: Parts = { scale: 1, displacement: offset };
  addTerm(selector, parts, value);
  const base = parts.base === undefined ? undefined : selector.register(parts.base);
  const index = parts.index === undefined ? undefined : selector.register(parts.index);
  const { scale, displacement, symbol } = parts;
  // An index alone with scale 1 is shorter as a base.
  if (base === undefined && index !== undefined && scale === 1) return mem({ base: index, displacement, symbol });
  return mem({ base, index, scale, displacement, symbol });
}

function addTerm(selector: TermSource, parts: Parts, value: Value): void {
  const { fn } = selector;
  const term = selector.resolve(value);
  if (addConstantOrSymbol(selector, parts, term)) return;
  if (selector.width(term) === 64 && selector.canRepeat(term)) {
    if (fn.op(term) === Op.Add) return addSum(selector, parts, term);
    if (fn.op(term) === Op.Subtract && addConstant(parts, selector.immediate(fn.operand(term, 1)), -1)) {
      return addTerm(selector, parts, fn.operand(term, 0));
    }
    if (parts.index === undefined && addScaled(selector, parts, term)) return;
  }
  addRegister(parts, term);
}

function addSum(selector: TermSource, parts: Parts, sum: Value): void {
  const left = selector.fn.operand(sum, 0);
  const right = selector.fn.operand(sum, 1);
  if (addConstantOrSymbol(selector, parts, right)) return addTerm(selector, parts, left);
  if (addConstantOrSymbol(selector, parts, left)) return addTerm(selector, parts, right);
  if (parts.base !== undefined || parts.index !== undefined) return addRegister(parts, sum);
  // The scaled term first: it needs the index place.
  if (addScaled(selector, parts, right)) return addTerm(selector, parts, left);
  if (addScaled(selector, parts, left)) return addTerm(selector, parts, right);
  parts.index = right;
  addTerm(selector, parts, left);
}

function addConstantOrSymbol(selector: TermSource, parts: Parts, value: Value): boolean {
  const term = selector.resolve(value);
  if (parts.symbol === undefined && selector.isSymbolAddress(term)) {
    parts.symbol = selector.symbolOf(term);
    return true;
  }
  return selector.width(term) === 64 && addConstant(parts, selector.immediate(term), 1);
}

function addConstant(parts: Parts, constant: number | undefined, sign: 1 | -1): boolean {
  if (constant === undefined) return false;
  const displacement = parts.displacement + sign * constant;
  if (displacement < -0x8000_0000 || displacement > 0x7fff_ffff) return false;
  parts.displacement = displacement;
  return true;
}

const SCALES: ReadonlyMap<number, Scale> = new Map([
  [1, 2],
  [2, 4],
  [3, 8],
]);

/** x * 2, 4 or 8 takes the index place. */
function addScaled(selector: TermSource, parts: Parts, value: Value): boolean {
  const term = selector.resolve(value);
  if (selector.fn.op(term) !== Op.ShiftLeft || selector.width(term) !== 64 || !selector.canRepeat(term)) return false;
  const scale = SCALES.get(selector.immediate(selector.fn.operand(term, 1)) ?? 0);
  if (scale === undefined) return false;
  parts.index = selector.fn.operand(term, 0);
  parts.scale = scale;
  return true;
}

function addRegister(parts: Parts, value: Value): void {
  if (parts.base === undefined) {
    parts.base = value;
  } else {
    parts.index = value;
    parts.scale = 1;
  }
}
