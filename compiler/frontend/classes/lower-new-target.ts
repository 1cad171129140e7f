// `new.target` and `object.constructor`: the class that an object is made of; `new.target` is asked in a constructor, and anywhere else
// there is none. Comparisons with classes, and the name, the object itself can tell.

import ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { failedAssertion } from "../expressions/lower-assertions.ts";
import { lowerEquality } from "../expressions/lower-comparisons.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { anyFunctionType } from "../types/function-roles.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { valueTypeOf } from "../types/representation.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import {
  anyObject,
  type ClassValueType,
  classChoiceType,
  classValueType,
  functionType,
  identity,
  type Type,
  TypeKind,
  types,
} from "../types/types.ts";
import { needsScope, scopeValue } from "./class-scopes.ts";
import { classObject } from "./class-values.ts";
import type { LiveClass } from "./classes.ts";
import { isLibraryClass } from "./derived-members.ts";
import { readStatic } from "./lower-static.ts";
import { isReference } from "./open-classes.ts";

/** Whether the expression is `new.target`. */
export function isNewTarget(node: ts.Node): node is ts.MetaProperty {
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.NewKeyword;
}

/** The object whose class it is; null outside of constructors, where it is undefined. */
function madeObject(context: Context, node: ts.Node): Operand | null {
  let around = node.parent;
  while (ts.isArrowFunction(around) || !(ts.isFunctionLike(around) || ts.isClassElement(around) || ts.isSourceFile(around)))
    around = around.parent;
  const { self, ownClass } = context;
  return ts.isConstructorDeclaration(around) && self !== null && ownClass !== null ? self : null;
}

/** The object whose class the expression is, as `new.target` or `object.constructor`; null for other expressions. */
function objectOfClass(context: Context, node: ts.Expression): Operand | null {
  if (isNewTarget(node)) return madeObject(context, node);
  if (!isConstructorOf(context, node)) return null;
  const self = lowerExpression(context, node.expression);
  if (self.type.kind === TypeKind.Unknown) return someObject(context, self, node);
  return self.type.kind === TypeKind.Class || self.type.kind === TypeKind.Object ? self : null;
}

/** Whether it is the member `constructor` that every object has. */
function isConstructorOf(context: Context, node: ts.Expression): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "constructor" || node.questionDotToken !== undefined) return false;
  const declaration = context.program.symbolOf(node)?.valueDeclaration;
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile()) && isOfSomeClass(context, node.expression);
}

function isOfSomeClass(context: Context, node: ts.Expression): boolean {
  const { checker } = context.program;
  const seen = checker.getTypeAtLocation(node);
  const isNarrowed = (argument: ts.Type): boolean => (argument.flags & ts.TypeFlags.Any) !== 0;
  // What `instanceof` made of an unknown value.
  if (seen.isClass() || (isReference(seen) && checker.getTypeArguments(seen).some(isNarrowed))) return true;
  const { kind } = context.checkerType(node);
  const isVague = kind === TypeKind.Unknown && ((checker.getBaseConstraintOfType(seen) ?? seen).flags & ts.TypeFlags.NonPrimitive) !== 0;
  return isVague || kind === TypeKind.Class || kind === TypeKind.Object;
}

/** What is known to be an object, and no more: a function panics. */
function someObject(context: Context, given: Operand, node: ts.Node): Operand {
  const take = (part: Operand): Operand => (part.type === anyObject ? part : failedAssertion(context));
  return matchUnion(context, given, take, node, anyObject);
}

/** `new.target` as a value; undefined outside of constructors. */
export function lowerNewTarget(context: Context, node: ts.MetaProperty): Operand {
  if (!isNewTarget(node)) return context.refuse(node, "TSM9001", "`import.meta`");
  const made = madeObject(context, node);
  return made === null ? UNDEFINED_OPERAND : classOfObject(context, made);
}

/** `object.constructor` as a value; undefined for other members. */
export function readConstructor(context: Context, node: ts.PropertyAccessExpression): Operand | undefined {
  const made = objectOfClass(context, node);
  return made === null ? undefined : classOfObject(context, made);
}

/** Of objects of no class of the program, or of the library's own kinds of those. */
function plainName(program: Program, { type, array }: LiveClass): "Object" | "Array" | undefined {
  if (array !== null) return "Array";
  return type === null || isLibraryClass(program, type, "JsonObject") || isLibraryClass(program, type, "IterationStep")
    ? "Object"
    : undefined;
}

/** The class that an object is made of: the one that its type says, or one below. */
function classOfObject(context: Context, self: Operand): Operand {
  const { program } = context;
  const any = anyFunctionType();
  const method = program.methods.derivedSlot(null, "constructor", functionType([], any), (live) => {
    const { type, layout } = live;
    return answerOf(context, live, "constructor", any, (inner, object) => {
      const plain = plainName(program, live);
      if (type === null || plain !== undefined)
        return operand(any, inner.emit(Op.StaticClosure, [], program.marker(plain ?? "Object").index));
      if (layout.scopeField !== undefined) return operand(any, inner.emit(Op.FieldGet, [object], layout.scopeField));
      return operand(any, classObject(inner, classValueType(type.declaration, type.name)));
    });
  });
  const value = context.emit(Op.CallVirtual, [context.value(self)], method.index);
  if (self.type.kind !== TypeKind.Class) return operand(any, value);
  const { declaration, name } = self.type;
  return operand(classChoiceType(program.classes.withSubclasses(declaration), `typeof ${name}`), value);
}

/** `new.target === Class` and the like; undefined for other comparisons. */
export function lowerNewTargetTest(context: Context, node: ts.BinaryExpression): Operand | undefined {
  const { kind } = node.operatorToken;
  const isEquality = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
  if (!isEquality && kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken && kind !== ts.SyntaxKind.ExclamationEqualsToken) return undefined;
  const isLeft = isNewTarget(node.left) || isConstructorOf(context, node.left);
  const [target, other] = isLeft ? [node.left, node.right] : [node.right, node.left];
  const made = objectOfClass(context, target);
  if (made === null) return undefined;
  const library = libraryConstructor(context, other);
  if (library !== undefined) return lowerEquality(context, kind, classOfObject(context, made), library, node);
  const given = lowerExpression(context, other);
  if (given.type.kind === TypeKind.Undefined || given.type.kind === TypeKind.Null)
    return { type: types.boolean, value: 0, constant: !isEquality };
  if (given.type.kind !== TypeKind.ClassValue || given.type.choices.length > 1)
    return lowerEquality(context, kind, classOfObject(context, made), given, node);
  const isOfClass = isExactly(context, made, given, given.type, node);
  if (isEquality) return isOfClass;
  return operand(types.boolean, context.emit(Op.Equal, [context.value(isOfClass), context.builder.int(ValueType.Bool, 0)]));
}

/** `Object` and `Array`, which no class of the runtime stands behind. */
function libraryConstructor(context: Context, node: ts.Expression): Operand | undefined {
  if (!ts.isIdentifier(node) || (node.text !== "Object" && node.text !== "Array")) return undefined;
  const declaration = context.program.symbolOf(node)?.valueDeclaration;
  if (declaration === undefined || !isLibraryFile(declaration.getSourceFile())) return undefined;
  return operand(anyFunctionType(), context.emit(Op.StaticClosure, [], context.program.marker(node.text).index));
}

/** Whether the object is of the class itself and not of one below; of a class in a function, of the one that this run has made. */
function isExactly(context: Context, self: Operand, given: Operand, { declaration }: ClassValueType, node: ts.Node): Operand {
  const name = `new.target is ${declaration.name?.text ?? "class"} ${identity(declaration)}`;
  // Of any object: TypeScript takes classes with the same members for one another.
  const answer = functionType([], types.boolean);
  const method = context.program.methods.derivedSlot(null, name, answer, (live) =>
    answerOf(context, live, name, types.boolean, () => ({
      type: types.boolean,
      value: 0,
      constant: live.type?.declaration === declaration,
    })),
  );
  const object = context.value(self);
  const isOfClass = context.emit(Op.CallVirtual, [object], method.index);
  if (!needsScope(context.program, declaration)) return operand(types.boolean, isOfClass);
  const target = context.program.converter.classOf(declaration, []);
  if (target.kind !== TypeKind.Class) return context.refuse(node, "TSM3009", target.name);
  const scope = scopeValue(context, given, node);
  const { scopeField } = context.program.classes.layoutOf(target);
  const isSame = (): Operand =>
    operand(types.boolean, context.emit(Op.Equal, [context.emit(Op.FieldGet, [object], scopeField ?? 0), scope]));
  return conditional(context, isOfClass, isSame, () => ({ type: types.boolean, value: 0, constant: false }), node, types.boolean);
}

/** `new.target.name`, `object.constructor.name`; undefined for other members. */
export function newTargetName(context: Context, node: ts.PropertyAccessExpression): Operand | undefined {
  const made = node.name.text === "name" ? objectOfClass(context, node.expression) : null;
  if (made === null) return undefined;
  const method = context.program.methods.derivedSlot(null, "new.target.name", functionType([], types.string), (live) =>
    answerOf(context, live, "new.target.name", types.string, (inner, object) => {
      const { type, layout } = live;
      const plain = plainName(inner.program, live);
      if (type === null || plain !== undefined) return { type: types.string, value: 0, constant: plain ?? "Object" };
      const own = layout.scopeField === undefined ? 0 : inner.emit(Op.FieldGet, [object], layout.scopeField);
      return readStatic(inner, operand(classValueType(type.declaration, type.name), own), "name", node);
    }),
  );
  return operand(types.string, context.emit(Op.CallVirtual, [context.value(made)], method.index));
}

/** A function of an object that gives the answer for its class. */
function answerOf(
  context: Context,
  live: LiveClass,
  name: string,
  result: Type,
  answer: (inner: Context, object: Value) => Operand,
): IrFunction {
  const { program } = context;
  const [file] = program.loaded.files;
  const fn = program.addFunction(`${live.layout.irClass.name}.${name}`, file, { params: [ValueType.Ref], result: valueTypeOf(result) });
  const inner = new Context(program, fn, TypeEnvironment.empty, result);
  const object = fn.addParameter(inner.builder.block, ValueType.Ref);
  inner.builder.return(coerce(inner, answer(inner, object), result, file));
  inner.finish();
  return fn;
}
