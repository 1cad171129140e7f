// Selection of calls and of the function's own parameters, after the calling convention.

import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { INCOMING_ARGUMENTS_OFFSET, placeArguments, resultRegister } from "./calling-convention.ts";
import { type RegisterType, registerType } from "./lir.ts";
import type { LirName } from "./lir-insts.ts";
import { memAt, type Operand, reg, symbol } from "./operands.ts";
import { RBP, type Register, RSP } from "./registers.ts";
import { always, type Rule, type Selector } from "./select.ts";

function moveName(type: RegisterType): "mov32" | "mov64" | "movss" | "movsd" {
  if (type === ValueType.I32) return "mov32";
  if (type === ValueType.I64) return "mov64";
  return type === ValueType.F32 ? "movss" : "movsd";
}

/** Puts the arguments where the callee expects them; returns the registers that hold some. */
function placeCallArguments(s: Selector, args: readonly Value[]): Register[] {
  const { places, stackSizeBytes } = placeArguments(args.map((arg) => s.fn.type(arg)));
  s.lir.outgoingSizeBytes = Math.max(s.lir.outgoingSizeBytes, stackSizeBytes);
  const used: Register[] = [];
  // Stack first: computing an address may need any register, and argument registers are taken once they are filled.
  args.forEach((arg, index) => {
    const place = places[index];
    if ("register" in place) return;
    s.emit(moveName(registerType(s.fn.type(arg))), memAt(RSP, place.stackOffset), s.registerOrImmediate(arg));
  });
  args.forEach((arg, index) => {
    const place = places[index];
    if (!("register" in place)) return;
    s.moveInto(place.register, arg);
    used.push(place.register);
  });
  return used;
}

/** Emits the call and takes its result, if anything wants it. */
export function selectCallTo(s: Selector, value: Value, name: LirName, callee: Operand, args: readonly Value[]): void {
  s.emitUsing(name, placeCallArguments(s, args), callee);
  const type = s.fn.type(value);
  if (type !== ValueType.Void && s.isUsed(value)) s.copy(registerType(type), s.target(value), resultRegister(type));
}

function selectCall(s: Selector, value: Value): void {
  const callee = s.names.functionSymbol(s.module.functions[s.fn.aux(value)]);
  s.lir.callees.add(callee);
  selectCallTo(s, value, "call.symbol", symbol(callee), s.fn.operands(value));
}

function selectCallIndirect(s: Selector, value: Value): void {
  const [address, ...args] = s.fn.operands(value);
  s.lir.indirectCalls.add(s.fn.aux(value));
  const callee = s.source(address);
  selectCallTo(s, value, "call.register", callee, args);
}

/** The entry block's parameters, copied out of their registers at once, so that these are free. */
function selectParameters(s: Selector): void {
  const { params } = s.fn.blocks[0];
  const { places } = placeArguments(params.map((param) => s.fn.type(param)));
  params.forEach((param, index) => {
    if (!s.isUsed(param)) return;
    const place = places[index];
    const type = registerType(s.fn.type(param));
    if ("register" in place) s.copy(type, s.target(param), place.register);
  });
  params.forEach((param, index) => {
    if (!s.isUsed(param)) return;
    const place = places[index];
    const type = registerType(s.fn.type(param));
    if ("stackOffset" in place) s.emit(moveName(type), reg(s.target(param)), memAt(RBP, INCOMING_ARGUMENTS_OFFSET + place.stackOffset));
  });
}

export function callRules(): Rule[] {
  return [
    always(Op.Call, "arguments to their registers, call, result from its register", selectCall),
    always(Op.CallIndirect, "the same through an address", selectCallIndirect),
    always(Op.Parameter, "the function's parameters arrive in registers and on the stack", selectParameters),
  ];
}
