// Float to integer, the slow path: ECMAScript's ToInt modulo 2^64 for doubles that cvttsd2si cannot convert.
// in      [rsp + 8] the double, below it the return address
// out     [rsp + 8] the integer; all registers preserved, flags lost
// manual  ECMA-262 "ToInt32"; SDM 1 "Floating-Point Data Types"

import { type AssembledCode, Assembler } from "./assembler.ts";
import { imm, label, memAt, reg } from "./operands.ts";
import { RAX, RCX, RDX, RSP } from "./registers.ts";

export const FLOAT_TO_INTEGER_SYMBOL = "tsm.float_to_integer";

const MANTISSA_BITS = 52;
const EXPONENT_MASK = 0x7ff;
/** Biased exponent at which the 53-bit mantissa is the integer itself. */
const INTEGER_EXPONENT = 1075;
/** Behind the three pushes and the return address. */
const ARGUMENT_OFFSET = 32;

/** The double, the return address, three pushes. */
export const FLOAT_TO_INTEGER_STACK_SIZE_BYTES = 48;

/** Requires: the biased exponent is at least INTEGER_EXPONENT, as it is for all that cvttsd2si refuses. */
export function assembleFloatToInteger(): AssembledCode {
  const assembler = new Assembler();
  const isZero = assembler.newLabel();
  const isPositive = assembler.newLabel();
  const end = assembler.newLabel();
  for (const register of [RAX, RCX, RDX]) assembler.emit("push", reg(register));
  assembler.emit("mov64", reg(RAX), memAt(RSP, ARGUMENT_OFFSET));
  assembler.emit("mov64", reg(RCX), reg(RAX));
  assembler.emit("shr64", reg(RCX), imm(MANTISSA_BITS));
  assembler.emit("and32", reg(RCX), imm(EXPONENT_MASK));
  assembler.emit("sub32", reg(RCX), imm(INTEGER_EXPONENT));
  // Shifted out to the last bit, as are infinities and NaN by their exponent.
  assembler.emit("cmp32", reg(RCX), imm(63));
  assembler.emit("ja", label(isZero));
  assembler.emit("mov64", reg(RDX), reg(RAX));
  assembler.emit("shl64", reg(RDX), imm(64 - MANTISSA_BITS));
  assembler.emit("shr64", reg(RDX), imm(64 - MANTISSA_BITS));
  assembler.emit("bts64", reg(RDX), imm(MANTISSA_BITS));
  assembler.emit("shl64", reg(RDX), reg(RCX));
  assembler.emit("test64", reg(RAX), reg(RAX));
  assembler.emit("jns", label(isPositive));
  assembler.emit("neg64", reg(RDX));
  assembler.bind(isPositive);
  assembler.emit("mov64", memAt(RSP, ARGUMENT_OFFSET), reg(RDX));
  assembler.bind(end);
  for (const register of [RDX, RCX, RAX]) assembler.emit("pop", reg(register));
  assembler.emit("ret");
  assembler.bind(isZero);
  assembler.emit("mov64", memAt(RSP, ARGUMENT_OFFSET), imm(0));
  assembler.emit("jmp", label(end));
  return assembler.finish();
}
