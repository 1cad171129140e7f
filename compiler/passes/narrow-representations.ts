// Narrowing, representations: which f64 values of a program become integers, and how wide.
// Invariants: (1) what has a representation is an integer in its range on every run, and nobody can tell its -0 from 0
//             (2) a Low32 value is used only by what looks at its low 32 bits
// Method:     everything that may be an integer is taken for one, and given up where it would only be converted to and fro, until nothing
//             is left to give up.

import { type Interval, isInt32, isNothing, isSafeIntegral, isWithin, Possibly, UINT32_MAX } from "../analysis/interval.ts";
import type { NumberRanges } from "../analysis/number-ranges.ts";
import { ProgramRanges } from "../analysis/program-ranges.ts";
import { isFloatRemainder } from "../analysis/range-transfer.ts";
import { ZeroSigns } from "../analysis/zero-signs.ts";
import type { IrFunction, Value } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";
import { findQuotients, operandsOf, type Quotient } from "./narrow-quotients.ts";
import { findNumberUses, type NumberUses } from "./narrow-uses.ts";

export const enum Representation {
  Float = 0,
  /** The value itself, signed. */
  Int32,
  Int64,
  /** An I32 with the low 32 bits of a larger integer. */
  Low32,
}

export const enum Operands {
  /** The instruction is reached. */
  Reached = 1,
  /** All are safe integers. */
  Integral = 2,
  /** All are integers from 0 to 2^32 - 1. */
  Unsigned32 = 4,
}

/** The integer type that a representation lives in. */
export function typeOf(representation: Representation): ValueType.I32 | ValueType.I64 {
  return representation === Representation.Int64 ? ValueType.I64 : ValueType.I32;
}

/** One function's values. */
export interface FunctionNumbers {
  readonly fn: IrFunction;
  /** By value, a Representation. */
  readonly representations: Uint8Array;
  /** Its parameters as they were. */
  readonly parameters: readonly Value[];
  /** By instruction, what it can expect of its f64 operands: flags of Operands. */
  readonly operands: Uint8Array;
  readonly uses: NumberUses;
  /** The reached instructions that give a number to a shared place or to the caller, or take one from such a place. */
  readonly exchanges: readonly Value[];
  /** By floor, trunc or conversion to int32: the division that it rounds. */
  readonly quotients: ReadonlyMap<Value, Quotient>;
}

export class Representations {
  /** Those with an f64 value. */
  readonly functions = new Map<number, FunctionNumbers>();
  /** By function, field and global index. */
  readonly results: Uint8Array;
  readonly fields: Uint8Array;
  readonly globals: Uint8Array;
  private readonly module: Module;
  private readonly ranges: ProgramRanges;
  private readonly zeroSigns: ZeroSigns;
  private isChanged = false;

  constructor(module: Module, ranges = new ProgramRanges(module)) {
    this.module = module;
    this.ranges = ranges;
    this.zeroSigns = new ZeroSigns(module, ranges);
    this.results = new Uint8Array(module.functions.length);
    this.fields = new Uint8Array(module.fields.length);
    this.globals = new Uint8Array(module.globals.length);
    this.propose();
    do {
      this.isChanged = false;
      for (const numbers of this.functions.values()) this.review(numbers);
      this.reviewSharedPlaces();
    } while (this.isChanged);
  }

  /** Of a parameter of the function. */
  parameter(callee: number, index: number): Representation {
    const numbers = this.functions.get(callee);
    return numbers === undefined ? Representation.Float : numbers.representations[numbers.parameters[index]];
  }

  // First, everything that could be

  private propose(): void {
    for (const fn of this.module.functions) if (this.ranges.hasNumbers[fn.index] !== 0) this.proposeIn(fn, this.ranges.of(fn));
    this.proposeSharedPlaces();
  }

  private proposeIn(fn: IrFunction, ranges: NumberRanges | undefined): void {
    const operands = ranges === undefined ? new Uint8Array(fn.instCount) : operandsIn(fn, ranges);
    const numbers: FunctionNumbers = {
      fn,
      representations: new Uint8Array(fn.instCount),
      parameters: [...fn.blocks[0].params],
      operands,
      uses: findNumberUses(fn),
      exchanges: exchangesIn(fn).filter((value) => (operands[value] & Operands.Reached) !== 0),
      quotients: ranges === undefined ? new Map() : findQuotients(fn, (value) => ranges.of(value)),
    };
    this.functions.set(fn.index, numbers);
    if (ranges === undefined) return;
    for (const block of fn.blocks) {
      for (const value of [...block.params, ...block.insts]) {
        if (fn.type(value) === ValueType.F64 && this.isCandidate(numbers, value))
          numbers.representations[value] = this.wanted(fn, value, ranges.of(value));
      }
    }
  }

  private proposeSharedPlaces(): void {
    const { module, ranges } = this;
    for (const fn of module.functions) {
      if (fn.result === ValueType.F64 && this.functions.has(fn.index) && ranges.isClosed[fn.index] !== 0)
        this.results[fn.index] = exact(ranges.result(fn));
    }
    for (const field of module.fields) {
      if (field.kind === MemoryKind.F64 && !ranges.isFieldOpen(field.index)) this.fields[field.index] = exact(ranges.field(field.index));
    }
    for (const global of module.globals) {
      if (global.kind === MemoryKind.F64 && !ranges.isGlobalOpen(global.index))
        this.globals[global.index] = exact(ranges.global(global.index));
    }
  }

  private wanted(fn: IrFunction, value: Value, range: Interval): Representation {
    if (!isSafeIntegral(range) || isNothing(range)) return Representation.Float;
    if ((range.flags & Possibly.MinusZero) !== 0 && this.zeroSigns.isObserved(fn, value)) return Representation.Float;
    if (isInt32(range)) return Representation.Int32;
    return isRingOperation(fn.op(value)) ? Representation.Low32 : Representation.Int64;
  }

  private isCandidate(numbers: FunctionNumbers, value: Value): boolean {
    const { fn } = numbers;
    const op = fn.op(value);
    switch (op) {
      case Op.FloatFloor:
      case Op.FloatCeiling:
      case Op.FloatTruncate:
        return isIntegral(numbers, value) || numbers.quotients.has(value);
      case Op.Call:
        if (isFloatRemainder(this.module, fn, value)) return isIntegral(numbers, value);
        return this.ranges.isClosed[fn.aux(value)] !== 0;
      case Op.Parameter:
        return fn.blocks[0].params.includes(value) ? this.ranges.isClosed[fn.index] !== 0 : true;
      case Op.Select:
      case Op.FieldGet:
      case Op.GlobalGet:
        return true;
      default:
        return (isRingOperation(op) || op === Op.FloatAbsolute) && isIntegral(numbers, value);
    }
  }

  // Then, what does not pay is given up

  private review(numbers: FunctionNumbers): void {
    const { fn, representations } = numbers;
    for (const block of fn.blocks) {
      for (const value of block.insts) {
        if (representations[value] !== Representation.Float && !this.pays(numbers, value))
          this.demote(numbers, value, Representation.Float);
        if (representations[value] === Representation.Low32 && !this.isTruncated(numbers, value))
          this.demote(numbers, value, Representation.Int64);
      }
      if (block.id === 0) continue;
      block.params.forEach((parameter, index) => {
        if (representations[parameter] !== Representation.Float && !this.parameterPays(numbers, block.id, parameter, index))
          this.demote(numbers, parameter, Representation.Float);
      });
    }
    if (this.ranges.isClosed[fn.index] !== 0)
      for (const parameter of fn.blocks[0].params) {
        if (representations[parameter] !== Representation.Float && !this.isUsedAsInteger(numbers, parameter))
          this.demote(numbers, parameter, Representation.Float);
      }
  }

  private demote(numbers: FunctionNumbers, value: Value, to: Representation): void {
    numbers.representations[value] = to;
    this.isChanged = true;
  }

  /** Whether the value can be had as an integer without a conversion from f64. */
  isAvailable(numbers: FunctionNumbers, value: Value): boolean {
    const { fn } = numbers;
    if (numbers.representations[value] !== Representation.Float) return true;
    switch (fn.op(value)) {
      case Op.Constant:
        return Number.isSafeInteger(fn.immediateFloat(value));
      case Op.SignedToFloat:
      case Op.UnsignedToFloat:
        return true;
      case Op.Signed64ToFloat: {
        const range = this.ranges.of(fn)?.of(value);
        return range !== undefined && isSafeIntegral(range);
      }
      default:
        return false;
    }
  }

  private pays(numbers: FunctionNumbers, value: Value): boolean {
    const { fn } = numbers;
    const areAvailable = (operands: readonly Value[]): boolean => operands.every((operand) => this.isAvailable(numbers, operand));
    switch (fn.op(value)) {
      case Op.Call:
        if (isFloatRemainder(this.module, fn, value)) return areAvailable(fn.operands(value));
        return this.results[fn.aux(value)] !== Representation.Float;
      case Op.FieldGet:
        return this.fields[fn.aux(value)] !== Representation.Float;
      case Op.GlobalGet:
        return this.globals[fn.aux(value)] !== Representation.Float;
      case Op.Select:
        return areAvailable(fn.operands(value).slice(1));
      case Op.FloatFloor:
      case Op.FloatCeiling:
      case Op.FloatTruncate: {
        const quotient = numbers.quotients.get(value);
        return areAvailable(quotient === undefined ? fn.operands(value) : operandsOf(quotient));
      }
      default:
        return areAvailable(fn.operands(value));
    }
  }

  /** A block parameter pays when nothing must be converted for it, or when it is an index. */
  private parameterPays(numbers: FunctionNumbers, block: number, parameter: Value, index: number): boolean {
    const args = numbers.uses.incoming[block].map((edge) => edge.args[index]);
    if (args.every((argument) => argument === parameter || this.isAvailable(numbers, argument))) return true;
    return numbers.uses.users[parameter].some((user) => numbers.fn.op(user) === Op.FloatToInt32);
  }

  /** Whether only low bits of the value are ever looked at. */
  private isTruncated(numbers: FunctionNumbers, value: Value): boolean {
    const { fn, representations, uses } = numbers;
    if (uses.isArgument[value] !== 0) return false;
    return uses.users[value].every((user) => {
      if (fn.op(user) === Op.FloatToInt32) return true;
      const representation = representations[user];
      return isRingOperation(fn.op(user)) && (representation === Representation.Low32 || representation === Representation.Int32);
    });
  }

  /** Whether something is done with the value that integers do better. */
  private isUsedAsInteger(numbers: FunctionNumbers, value: Value): boolean {
    const { fn, representations, uses } = numbers;
    const isIntegerUse = (user: Value): boolean => {
      switch (fn.op(user)) {
        case Op.FloatToInt32:
        case Op.FloatToInt64:
          return true;
        case Op.FloatEqual:
        case Op.FloatNotEqual:
        case Op.FloatLess:
        case Op.FloatLessEqual:
          return isIntegral(numbers, user) && fn.operands(user).every((operand) => this.isAvailable(numbers, operand));
        case Op.Call:
          if (representations[user] !== Representation.Float && isFloatRemainder(this.module, fn, user)) return true;
          return fn
            .operands(user)
            .some((operand, index) => operand === value && this.parameter(fn.aux(user), index) !== Representation.Float);
        case Op.Return:
          return this.results[fn.index] !== Representation.Float;
        case Op.FieldSet:
          return this.fields[fn.aux(user)] !== Representation.Float;
        case Op.GlobalSet:
          return this.globals[fn.aux(user)] !== Representation.Float;
        default:
          return representations[user] !== Representation.Float;
      }
    };
    if (uses.users[value].some(isIntegerUse)) return true;
    return (
      uses.isArgument[value] !== 0 &&
      fn.blocks.some((block) =>
        block.edges.some((edge) =>
          edge.args.some(
            (argument, index) => argument === value && representations[fn.blocks[edge.target].params[index]] !== Representation.Float,
          ),
        ),
      )
    );
  }

  /** Results, fields and globals are integers where all that is put into them is at hand as one, and where some reader wants one. */
  private reviewSharedPlaces(): void {
    const wantedFields = new Uint8Array(this.fields.length);
    const wantedGlobals = new Uint8Array(this.globals.length);
    for (const numbers of this.functions.values()) {
      const { fn } = numbers;
      for (const value of numbers.exchanges) {
        const aux = fn.aux(value);
        switch (fn.op(value)) {
          case Op.Return:
            if (this.results[fn.index] !== 0 && !this.isAvailable(numbers, fn.operand(value, 0))) this.giveUp(this.results, fn.index);
            break;
          case Op.FieldSet:
            if (this.fields[aux] !== 0 && !this.isAvailable(numbers, fn.operand(value, 1))) this.giveUp(this.fields, aux);
            break;
          case Op.GlobalSet:
            if (this.globals[aux] !== 0 && !this.isAvailable(numbers, fn.operand(value, 0))) this.giveUp(this.globals, aux);
            break;
          case Op.FieldGet:
            if (this.fields[aux] !== 0 && wantedFields[aux] === 0 && this.isUsedAsInteger(numbers, value)) wantedFields[aux] = 1;
            break;
          case Op.GlobalGet:
            if (this.globals[aux] !== 0 && wantedGlobals[aux] === 0 && this.isUsedAsInteger(numbers, value)) wantedGlobals[aux] = 1;
            break;
        }
      }
    }
    for (const index of this.fields.keys()) if (this.fields[index] !== 0 && wantedFields[index] === 0) this.giveUp(this.fields, index);
    for (const index of this.globals.keys()) if (this.globals[index] !== 0 && wantedGlobals[index] === 0) this.giveUp(this.globals, index);
  }

  private giveUp(places: Uint8Array, index: number): void {
    places[index] = Representation.Float;
    this.isChanged = true;
  }
}

function operandsIn(fn: IrFunction, ranges: NumberRanges): Uint8Array {
  const operands = new Uint8Array(fn.instCount);
  ranges.visit((value, _block, scope) => {
    let flags = Operands.Reached | Operands.Integral | Operands.Unsigned32;
    for (const operand of fn.operands(value)) {
      if (fn.type(operand) !== ValueType.F64) continue;
      const range = scope.rangeOf(operand);
      if (!isSafeIntegral(range)) flags &= ~(Operands.Integral | Operands.Unsigned32);
      else if (!isWithin(range, 0, UINT32_MAX)) flags &= ~Operands.Unsigned32;
    }
    operands[value] = flags;
  });
  return operands;
}

function exchangesIn(fn: IrFunction): Value[] {
  const ops: readonly Op[] = [Op.Return, Op.FieldSet, Op.FieldGet, Op.GlobalSet, Op.GlobalGet];
  return fn.blocks.flatMap((block) => block.insts.filter((value) => ops.includes(fn.op(value))));
}

function isIntegral(numbers: FunctionNumbers, value: Value): boolean {
  return (numbers.operands[value] & Operands.Integral) !== 0;
}

/** For a place that holds the value itself, and where -0 would be seen. */
function exact(range: Interval): Representation {
  if (!isSafeIntegral(range) || (range.flags & Possibly.MinusZero) !== 0) return Representation.Float;
  return isInt32(range) ? Representation.Int32 : Representation.Int64;
}

/** What computes the low bits of its result from the low bits of its operands. */
export function isRingOperation(op: Op): boolean {
  return op === Op.FloatAdd || op === Op.FloatSubtract || op === Op.FloatMultiply || op === Op.FloatNegate;
}
