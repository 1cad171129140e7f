// Enums in code: members, and the name of a value, `Colour[1]`.

import ts from "typescript";
import type { IrFunction } from "../../ir/function.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { inOrderOfKeys } from "../classes/derived-members.ts";
import { floatConstant } from "../constants.ts";
import { Context } from "../context.ts";
import { numericConstant, type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { enumOf } from "../types/enum-types.ts";
import { enumMemberName, evaluateEnum } from "../types/enum-values.ts";
import { valueTypeOf } from "../types/representation.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { type EnumType, isNumeric, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { toFloat } from "./conversions.ts";
import { conditional } from "./lower-conditions.ts";
import { checkPresent, lowerExpression } from "./lower-expressions.ts";
import { isNamed } from "./lower-named-access.ts";

/** `Colour.Red` */
export function enumMember(context: Context, declaration: ts.EnumMember): Operand {
  const type = enumOf(context.program.converter, context.program.checker, declaration.parent);
  const value = evaluateEnum(declaration.parent, context.program.checker)?.get(enumMemberName(declaration));
  if (value === undefined) return context.refuse(declaration, "TSM2007", declaration.parent.name.text);
  if (typeof value === "string") return { type: types.string, value: 0, constant: value };
  if (typeof value === "number") return { type: types.number, value: 0, constant: floatConstant(value) };
  return { type, value: 0, constant: { exact: value, number: Number(value) } };
}

/** The enum that an expression names, if it does. */
export function enumNamed(context: Context, node: ts.Expression): ts.EnumDeclaration | undefined {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return undefined;
  const declaration = context.program.symbolOf(node)?.valueDeclaration;
  return declaration !== undefined && ts.isEnumDeclaration(declaration) ? declaration : undefined;
}

/** The properties of the object that an enum is when the program runs: its members, and the names of those that are numbers. */
export function enumProperties(context: Context, declaration: ts.EnumDeclaration): { readonly name: string; readonly given: Operand }[] {
  const object = new Map<string, Operand>();
  for (const member of declaration.members) {
    const given = enumMember(context, member);
    object.set(enumMemberName(member), given);
    if (typeof given.constant === "object")
      object.set(String(given.constant.number), { type: types.string, value: 0, constant: enumMemberName(member) });
  }
  return inOrderOfKeys([...object].map(([name, given]) => ({ name, given })));
}

/** `Colour[key]`: a member by its name, or the name of a value. */
export function enumElement(
  context: Context,
  declaration: ts.EnumDeclaration,
  node: ts.ElementAccessExpression,
  mayBeMissing: boolean,
): Operand {
  const key = lowerExpression(context, node.argumentExpression);
  if (typeof key.constant === "string") {
    const member = declaration.members.find((candidate) => enumMemberName(candidate) === key.constant);
    return member === undefined ? UNDEFINED_OPERAND : enumMember(context, member);
  }
  const type = enumOf(context.program.converter, context.program.checker, declaration);
  const present = (found: Operand, wanted: Type): Operand => {
    if (mayBeMissing || found.type.kind !== TypeKind.Union) return found;
    checkPresent(context, found);
    return context.narrow(found, wanted, node);
  };
  if (key.type.kind === TypeKind.String) return present(memberNamed(context, declaration, key), type);
  const hasNames = (type.kind === TypeKind.Enum && type.bits === 32) || (type.kind !== TypeKind.Enum && isNumeric(key.type));
  if (!hasNames) return context.refuse(node.argumentExpression, "TSM3012", `the name of a member of ${declaration.name.text}`);
  const name = type.kind === TypeKind.Enum ? nameOfValue(context, type, key, node) : nameOfNumber(context, declaration, key, node);
  return present(name, types.string);
}

/** The value of a member by a name that is known when the program runs; undefined for any other text. */
function memberNamed(context: Context, declaration: ts.EnumDeclaration, key: Operand): Operand {
  const { program } = context;
  const type = unionType([enumOf(program.converter, program.checker, declaration), types.undefined]);
  const functions = membersByName.get(program) ?? new Map<ts.EnumDeclaration, IrFunction>();
  membersByName.set(program, functions);
  const fn = functions.get(declaration) ?? membersFunction(program, declaration, type);
  functions.set(declaration, fn);
  return operand(type, context.emit(Op.Call, [context.value(key)], fn.index));
}

const membersByName = new WeakMap<Program, Map<ts.EnumDeclaration, IrFunction>>();

/** The function from a name to the member. The text of a number is the name of a name: it panics. */
function membersFunction(program: Program, declaration: ts.EnumDeclaration, type: Type): IrFunction {
  const signature = { params: [ValueType.Ref], result: valueTypeOf(type) };
  const fn = program.addFunction(`${declaration.name.text}.members`, declaration.getSourceFile(), signature);
  const context = new Context(program, fn, TypeEnvironment.empty, type);
  const { builder } = context;
  const key = operand(types.string, fn.addParameter(builder.block, ValueType.Ref));
  const names = new Set(declaration.members.map(enumMemberName));
  for (const { name, given } of enumProperties(context, declaration)) {
    const [found, next] = [builder.openBlock(), builder.openBlock()];
    builder.branch(isNamed(context, key, name), found, next);
    builder.enter(found);
    if (names.has(name)) builder.return(context.coerce(given, type, declaration));
    else {
      context.check(builder.int(ValueType.Bool, 0), PanicKind.Narrowing);
      builder.unreachable();
    }
    builder.enter(next);
  }
  builder.return(context.coerce(UNDEFINED_OPERAND, type, declaration));
  context.finish();
  return fn;
}

function nameOfValue(context: Context, type: EnumType, key: Operand, node: ts.Node): Operand {
  const constant = numericConstant(key);
  if (constant !== undefined) {
    const names = [...type.members].filter(([, value]) => Number(value) === constant.number);
    const found = names[names.length - 1];
    return found === undefined ? UNDEFINED_OPERAND : { type: types.string, value: 0, constant: found[0] };
  }
  const text = unionType([types.string, types.undefined]);
  const call = (value: number): Operand => operand(text, context.emit(Op.Call, [value], namesFunction(context.program, type).index));
  const isHeld = key.type.kind === TypeKind.Enum && key.type.isSigned === type.isSigned && key.type.bits === 32;
  if (isHeld) return call(context.value(key));
  const float = toFloat(context, key);
  if (float === undefined) return context.refuse(node, "TSM2005", "[ ]", key.type.name);
  const whole = context.emit(Op.FloatToInt32, [float]);
  const back = context.emit(type.isSigned ? Op.SignedToFloat : Op.UnsignedToFloat, [whole]);
  return conditional(
    context,
    context.emit(Op.FloatEqual, [back, float]),
    () => call(whole),
    () => UNDEFINED_OPERAND,
    node,
    text,
  );
}

/** The same where members are fractions, or texts, which have no names. */
function nameOfNumber(context: Context, declaration: ts.EnumDeclaration, key: Operand, node: ts.Node): Operand {
  const text = unionType([types.string, types.undefined]);
  const float = context.coerce(key, types.number, node);
  const names = new Map<number, string>();
  // Keys are texts: -0 and 0 have one.
  for (const [name, value] of evaluateEnum(declaration, context.program.checker) ?? [])
    if (typeof value !== "string") names.set(Number(value) + 0, name);
  const choose = ([first, ...others]: readonly (readonly [number, string])[]): Operand => {
    if (first === undefined) return UNDEFINED_OPERAND;
    const [value, name] = first;
    const isSame = Number.isNaN(value)
      ? context.emit(Op.FloatNotEqual, [float, float])
      : context.emit(Op.FloatEqual, [float, context.builder.float(value)]);
    return conditional(
      context,
      isSame,
      () => ({ type: types.string, value: 0, constant: name }),
      () => choose(others),
      node,
      text,
    );
  };
  return choose([...names]);
}

const made = new WeakMap<Program, Map<EnumType, IrFunction>>();

/** The function from a value to its name, or to undefined. Of equal values the last has the name. */
function namesFunction(program: Program, type: EnumType): IrFunction {
  const functions = made.get(program) ?? new Map<EnumType, IrFunction>();
  made.set(program, functions);
  const known = functions.get(type);
  if (known !== undefined) return known;
  const fn = program.addFunction(`${type.name}.names`, program.loaded.files[0], { params: [ValueType.I32], result: ValueType.Ref });
  functions.set(type, fn);
  const { builder } = new Context(program, fn, TypeEnvironment.empty, null);
  fn.addParameter(builder.block, ValueType.I32);
  const names = new Map<number, string>();
  for (const [name, value] of type.members) names.set(Number(BigInt.asIntN(32, value)), name);
  const blocks = [...names].map(() => builder.openBlock());
  const otherwise = builder.openBlock();
  builder.switch(builder.block.params[0], [...names.keys()], blocks, otherwise);
  [...names.values()].forEach((name, index) => {
    builder.enter(blocks[index]);
    builder.return(builder.emitString(name));
  });
  builder.enter(otherwise);
  builder.return(builder.nullRef());
  builder.finish();
  return fn;
}
