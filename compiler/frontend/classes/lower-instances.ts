// Instances: `instanceof`, by the preorder numbers of classes, and `#name in object`. Generic classes have no number: a slot tells.

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import type { IrClass } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { isAssignable, isSubclass } from "../expressions/conversions.ts";
import { isArrayOfLibrary } from "../expressions/lower-arrays.ts";
import { conditional, truthOf } from "../expressions/lower-conditions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { testName } from "../expressions/lower-typeof.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { evaluated } from "../functions/arguments.ts";
import { isArrayBehind } from "../library/lower-unknown-arrays.ts";
import { type Operand, operand } from "../operands.ts";
import { isLibraryFile, namedTypedArray } from "../types/library-types.ts";
import { typedArrayAbove } from "../types/type-parts.ts";
import { type ClassType, classValueType, functionType, identity, type TypedArrayType, TypeKind, types } from "../types/types.ts";
import { isStatic } from "./class-elements.ts";
import { needsScope, ownScope, scopeValue } from "./class-scopes.ts";
import { isInstanceOfValue } from "./class-values.ts";
import { callStatic } from "./lower-static.ts";

export function lowerInstanceOf(context: Context, node: ts.BinaryExpression): Operand {
  const left = lowerExpression(context, node.left);
  const kind = typedArrayOnRight(context, node.right);
  if (kind !== undefined) return isTypedArray(context, left, kind, node);
  if (isArrayOfLibrary(context, node.right)) return isArrayValue(context, left, node);
  if (isFunctionOfLibrary(context, node.right)) return testName(context, left, "function", true, node);
  const named = classOnRight(context, node.right);
  const answer = named === undefined ? undefined : ownAnswer(context, left, named, node);
  if (answer !== undefined) return answer;
  if (named !== undefined) return isOfClass(context, left, named, node, () => lowerExpression(context, node.right));
  return isOfValue(context, left, lowerExpression(context, node.right), node);
}

/** What a static method of the class, or of one above it, by the name of `Symbol.hasInstance` says. */
function ownAnswer(context: Context, left: Operand, named: ts.ClassLikeDeclaration, node: ts.BinaryExpression): Operand | undefined {
  if (context.program.classes.findStatic(named, "[hasInstance]", "method") === undefined) return undefined;
  const held = operand(left.type, context.value(left));
  const type = classValueType(named, named.name?.text ?? "class");
  const answer = callStatic(context, lowerExpression(context, node.right), type, "[hasInstance]", [evaluated(held, node.left)], node);
  return answer === undefined ? undefined : operand(types.boolean, truthOf(context, answer, node));
}

/** Whether it is `Function`, of which all functions and classes are instances. */
function isFunctionOfLibrary({ program }: Context, node: ts.Expression): boolean {
  const declaration = ts.isIdentifier(node) && node.text === "Function" ? program.symbolOf(node)?.valueDeclaration : undefined;
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}

function isArrayValue(context: Context, given: Operand, node: ts.Node): Operand {
  if (given.type.kind === TypeKind.Unknown) return isArrayBehind(context, given, node);
  const testPart = (part: Operand): Operand => {
    if (part.type.kind === TypeKind.Object) return isArrayBehind(context, operand(types.unknown, context.value(part)), node);
    const members = part.type.kind === TypeKind.Union ? part.type.members : [part.type];
    const isList = members.every(({ kind }) => kind === TypeKind.Array || kind === TypeKind.Tuple);
    return { type: types.boolean, value: 0, constant: isList };
  };
  return isIndistinct(context, given.type) ? testPart(given) : matchUnion(context, given, testPart, node, types.boolean);
}

/** Whether the value is an instance of a class that is known only when the program runs. */
function isOfValue(context: Context, left: Operand, right: Operand, node: ts.BinaryExpression): Operand {
  const { type } = right;
  const isClass = type.kind === TypeKind.ClassValue || (type.kind === TypeKind.Function && type.role === "constructor");
  if (!isClass) return context.refuse(node.right, "TSM3008", type.name, "new (...) => object");
  const held = operand(type, context.value(right));
  return testObject(context, left, (object) => isInstanceOfValue(context, object, held, node), node);
}

/** Whether the value is an instance of the class; `ofClass` gives the class as a value. */
function isOfClass(
  context: Context,
  left: Operand,
  declaration: ts.ClassLikeDeclaration,
  node: ts.BinaryExpression,
  ofClass: () => Operand,
): Operand {
  if ((declaration.typeParameters?.length ?? 0) > 0)
    return testObject(context, left, (object) => isMadeFrom(context, object, declaration), node);
  const target = context.program.converter.classOf(declaration, []);
  if (target.kind !== TypeKind.Class || target.isPacked) return context.refuse(node.right, "TSM9001", "instanceof with a packed class");
  if (needsScope(context.program, declaration)) return isOfScope(context, left, target, ofClass(), node);
  if (left.type.kind === TypeKind.Class && isSubclass(left.type, target)) return { type: types.boolean, value: 0, constant: true };
  return testObject(context, left, (object) => isInstanceOf(context, object, target), node);
}

/** A class that each run of a function makes anew: its instances refer to that very class. */
function isOfScope(context: Context, left: Operand, target: ClassType, right: Operand, node: ts.BinaryExpression): Operand {
  const scope = scopeValue(context, right, node.right);
  const { scopeField } = context.program.classes.layoutOf(target);
  const test = (object: Value): Value => {
    const isSame = (): Operand =>
      operand(types.boolean, context.emit(Op.Equal, [context.emit(Op.FieldGet, [object], scopeField ?? 0), scope]));
    const no = (): Operand => ({ type: types.boolean, value: 0, constant: false });
    return context.value(conditional(context, isInstanceOf(context, object, target), isSame, no, node, types.boolean));
  };
  return testObject(context, left, test, node);
}

/** The test of each possibility that is an object with a class of its own; of anything else the answer is no. */
function testObject(context: Context, given: Operand, test: (object: Value) => Value, node: ts.Node): Operand {
  const testPart = (part: Operand): Operand => {
    const members = part.type.kind === TypeKind.Union ? part.type.members : [part.type];
    const isTested = members.every((member) => (member.kind === TypeKind.Class && !member.isPacked) || member.kind === TypeKind.Object);
    return isTested ? operand(types.boolean, test(context.value(part))) : { type: types.boolean, value: 0, constant: false };
  };
  return isIndistinct(context, given.type) ? testPart(given) : matchUnion(context, given, testPart, node, types.boolean);
}

/** The kind of typed arrays that the right side names. */
function typedArrayOnRight(context: Context, node: ts.Expression): TypedArrayType | undefined {
  const symbol = context.program.symbolOf(node);
  const isLibrary = symbol?.valueDeclaration !== undefined && isLibraryFile(symbol.valueDeclaration.getSourceFile());
  return isLibrary ? namedTypedArray(symbol.name) : undefined;
}

/** Whether the value is a typed array of the kind. */
export function isTypedArray(context: Context, given: Operand, kind: TypedArrayType, node: ts.Node): Operand {
  const irClass = context.program.classes.typedArrayClass(kind);
  const testPart = (part: Operand): Operand => {
    const { type } = part;
    const isBelow = type.kind === TypeKind.TypedArray && typedArrayAbove(kind) === type;
    if (type.kind === TypeKind.Object || isBelow) return operand(types.boolean, hasClass(context, context.value(part), irClass));
    return { type: types.boolean, value: 0, constant: isAssignable(type, kind) };
  };
  return matchUnion(context, given, testPart, node, types.boolean);
}

/** Whether the object's class is made from the declaration of a generic one. */
export function isMadeFrom(context: Context, object: Value, declaration: ts.ClassLikeDeclaration): Value {
  const method = context.program.methods.slot(null, String(identity(declaration)), "instance", functionType([], types.boolean));
  return context.emit(Op.CallVirtual, [object], method.index);
}

/** `#name in object`: whether the object is of the class that declares it; of a static one, whether it is that class. */
export function hasPrivateName(context: Context, node: ts.BinaryExpression, name: ts.PrivateIdentifier): Operand {
  const member = context.program.symbolOf(name)?.declarations?.[0];
  const written = member?.parent;
  const given = lowerExpression(context, node.right);
  if (member === undefined || written === undefined || !ts.isClassLike(written) || !ts.isClassElement(member))
    return context.refuse(name, "TSM3005", `\`${name.text}\``);
  const declaration = context.program.converter.localClasses.classIn(written, context.environment, node);
  if (isStatic(member) || given.type.kind === TypeKind.ClassValue) {
    if (given.type.kind !== TypeKind.ClassValue) return context.refuse(node, "TSM3021", name.text, given.type.name);
    return { type: types.boolean, value: 0, constant: isStatic(member) && given.type.declaration === declaration };
  }
  const symbol = declaration.name === undefined ? undefined : context.program.symbolOf(declaration.name);
  const held = symbol === undefined ? undefined : context.lookup(symbol);
  const ofClass = (): Operand =>
    held?.kind === "value" ? operand(held.type, context.builder.read(held.ssa)) : classAround(context, declaration, node);
  return isOfClass(context, given, declaration, node, ofClass);
}

/** A class without a name, in a member of it. */
function classAround(context: Context, declaration: ts.ClassLikeDeclaration, node: ts.Node): Operand {
  const { self, ownClass } = context;
  const isIn = self !== null && ownClass?.declaration === declaration;
  return isIn
    ? operand(classValueType(declaration, ownClass.name), ownScope(context, ownClass, self))
    : context.refuse(node, "TSM3025", "class");
}

/** The class named on the right side, one of the program's or one of the library's; undefined for a value. */
function classOnRight(context: Context, node: ts.Expression): ts.ClassLikeDeclaration | undefined {
  const symbol = context.program.symbolOf(node);
  const declared = symbol?.valueDeclaration;
  if (declared !== undefined && isLibraryFile(declared.getSourceFile())) {
    return context.program.libraryClass(symbol?.name ?? "") ?? context.refuse(node, "TSM9001", `instanceof ${node.getText()}`);
  }
  const type = context.checkerType(node);
  const isNamed = declared !== undefined && ts.isClassLike(declared);
  return type.kind === TypeKind.ClassValue && (isNamed || type.choices.length === 1) ? type.declaration : undefined;
}

/** Whether an object, which is there, is of the class or one that derives from it. The range of ids is set when all classes are known. */
export function isInstanceOf(context: Context, object: Value, target: ClassType): Value {
  return hasClass(context, object, context.program.classes.layoutOf(target).irClass);
}

/** Whether the object, which is there, is of the class or one below it. */
export function hasClass(context: Context, object: Value, irClass: IrClass): Value {
  const { builder } = context;
  const id = context.emit(Op.ClassId, [object]);
  const first = builder.int(ValueType.I32, 0);
  const count = builder.int(ValueType.I32, 0);
  context.program.classes.numberLater(context.fn, first, count, irClass);
  // first <= id <= last, as one unsigned comparison.
  return context.emit(Op.LessEqualUnsigned, [context.emit(Op.Subtract, [id, first]), count]);
}
