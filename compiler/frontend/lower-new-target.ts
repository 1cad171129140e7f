// `new.target` and `object.constructor`: the class that an object is made of; `new.target` is asked in a constructor, and anywhere else
// there is none. Both are compared with classes and asked for their name, which the object itself can tell.

import ts from "typescript";
import type { IrFunction } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { needsScope, scopeValue } from "./class-scopes.ts";
import type { LiveClass } from "./classes.ts";
import { Context } from "./context.ts";
import { nameOf } from "./function-names.ts";
import { isLibraryFile } from "./library-types.ts";
import { conditional } from "./lower-conditions.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { type Operand, operand, UNDEFINED_OPERAND } from "./operands.ts";
import { TypeEnvironment } from "./type-environment.ts";
import { functionType, identity, TypeKind, types } from "./types.ts";

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
  return self.type.kind === TypeKind.Class ? self : null;
}

/** Whether it is the member `constructor` that every object has. */
function isConstructorOf(context: Context, node: ts.Expression): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "constructor" || node.questionDotToken !== undefined) return false;
  const declaration = context.program.symbolOf(node)?.valueDeclaration;
  const isOfClass = context.checkerType(node.expression).kind === TypeKind.Class;
  return isOfClass && declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}

/** As a value: only where there is none. */
export function lowerNewTarget(context: Context, node: ts.MetaProperty): Operand {
  if (!isNewTarget(node)) return context.refuse(node, "TSM9001", "`import.meta`");
  return madeObject(context, node) === null ? UNDEFINED_OPERAND : context.refuse(node, "TSM3081");
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
  const given = lowerExpression(context, other);
  if (given.type.kind === TypeKind.Undefined || given.type.kind === TypeKind.Null)
    return { type: types.boolean, value: 0, constant: !isEquality };
  if (given.type.kind !== TypeKind.ClassValue) return context.refuse(target, "TSM3081");
  const isOfClass = isExactly(context, made, given, node);
  if (isEquality) return isOfClass;
  return operand(types.boolean, context.emit(Op.Equal, [context.value(isOfClass), context.builder.int(ValueType.Bool, 0)]));
}

/** Whether the object is of the class itself and not of one below; of a class in a function, of the one that this run has made. */
function isExactly(context: Context, self: Operand, given: Operand, node: ts.Node): Operand {
  if (given.type.kind !== TypeKind.ClassValue) return context.refuse(node, "TSM3081");
  const { declaration } = given.type;
  const name = `new.target is ${declaration.name?.text ?? "class"} ${identity(declaration)}`;
  // Of any object: TypeScript takes classes with the same members for one another.
  const answer = functionType([], types.boolean);
  const method = context.program.methods.derivedSlot(null, name, answer, (live) =>
    answerOf(context, live, name, () => ({ type: types.boolean, value: 0, constant: live.type?.declaration === declaration })),
  );
  const object = context.value(self);
  const isOfClass = context.emit(Op.CallVirtual, [object], method.index);
  if (!needsScope(context.program, declaration)) return operand(types.boolean, isOfClass);
  const target = context.program.converter.classOf(declaration, []);
  if (target.kind !== TypeKind.Class) return context.refuse(node, "TSM3081");
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
    answerOf(context, live, "new.target.name", () => {
      const { classes } = context.program;
      const declaration = live.type?.declaration;
      if (declaration === undefined) return { type: types.string, value: 0, constant: "Object" };
      const isOwn = classes.findStaticField(declaration, "name") ?? classes.findStatic(declaration, "name", "get");
      if (isOwn !== undefined) context.refuse(node, "TSM3081");
      return { type: types.string, value: 0, constant: nameOf(declaration) };
    }),
  );
  return operand(types.string, context.emit(Op.CallVirtual, [context.value(made)], method.index));
}

/** A function of an object that gives the answer for its class. */
function answerOf(context: Context, live: LiveClass, name: string, answer: () => Operand): IrFunction {
  const { program } = context;
  const [file] = program.loaded.files;
  const given = answer();
  const fn = program.addFunction(`${live.layout.irClass.name}.${name}`, file, {
    params: [ValueType.Ref],
    result: given.type.kind === TypeKind.String ? ValueType.Ref : ValueType.Bool,
  });
  const inner = new Context(program, fn, TypeEnvironment.empty, given.type);
  fn.addParameter(inner.builder.block, ValueType.Ref);
  inner.builder.return(inner.value(given));
  inner.finish();
  return fn;
}
