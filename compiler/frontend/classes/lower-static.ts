// Static members: fields are globals, methods plain functions; a subclass has those of its parents.
// Invariants: a static member has an instance for each class it is used on, so that `this` in it is that class

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import type { Place } from "../expressions/lower-assignments.ts";
import { lowerName } from "../expressions/lower-computed-names.ts";
import { lowerAs } from "../expressions/lower-expressions.ts";
import { absentValue } from "../expressions/stored-members.ts";
import type { Argument } from "../functions/arguments.ts";
import { nameOf } from "../functions/function-names.ts";
import type { FunctionInstance, Owner } from "../functions/functions.ts";
import { makeGenericFunction } from "../functions/generic-functions.ts";
import { callDeclared, callInstance } from "../functions/lower-calls.ts";
import { instanceValue } from "../functions/lower-closures.ts";
import { type Operand, operand, VOID_OPERAND } from "../operands.ts";
import { lowerStatements } from "../statements/lower-statements.ts";
import { usesThis } from "../types/this-parameters.ts";
import { type ClassValueType, classValueType, TypeKind, types } from "../types/types.ts";
import { isStatic } from "./class-elements.ts";
import { type ClassScope, classScope, keepClass, makeScope, needsScope, type ScopeField, scopeOf, scopeValue } from "./class-scopes.ts";
import { matchClass } from "./class-values.ts";
import type { FoundStatic, MemberNode } from "./classes.ts";
import { readShadowed, writeShadow } from "./static-shadows.ts";

/** The class as a value: gives the static fields their first values and runs the static blocks, where the class is declared. */
export function lowerClassDeclaration(context: Context, written: ts.ClassLikeDeclaration): Operand {
  const node = context.program.converter.localClasses.classIn(written, context.environment, written);
  for (const member of node.members) lowerName(context, member.name);
  if (!needsScope(context.program, node)) {
    lowerStaticMembers(context, node, null);
    return operand(classValueType(node, node.name?.text ?? "class"), 0);
  }
  const { scope, value } = makeScope(context, node);
  keepClass(context, node, value);
  lowerStaticMembers(context, node, { scope, value });
  return value;
}

function lowerStaticMembers(
  context: Context,
  node: ts.ClassLikeDeclaration,
  own: { readonly scope: ClassScope; readonly value: Operand } | null,
): void {
  const members = node.members.filter(
    (member) => ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && isStatic(member)),
  );
  if (members.length === 0) return;
  const outer = { self: context.self, ownClass: context.ownClass };
  const owner = context.program.converter.classOf(node, []);
  context.ownClass = owner.kind === TypeKind.Class ? owner : null;
  context.self = own?.value ?? operand(classValueType(node, node.name?.text ?? "class"), 0);
  for (const member of members) {
    if (ts.isClassStaticBlockDeclaration(member)) lowerStatements(context, member.body.statements);
    else if (ts.isPropertyDeclaration(member) && own === null) setField(context, member, node);
    else if (ts.isPropertyDeclaration(member) && own !== null) setScopeField(context, member, own.scope, own.value);
  }
  Object.assign(context, outer);
}

function setField(context: Context, member: ts.PropertyDeclaration, node: ts.ClassLikeDeclaration): void {
  const { global, type, isInitialized } = context.program.globals.of(member, node.name?.text ?? "class");
  if (global === null || isInitialized) return;
  const value = member.initializer === undefined ? absentValue(context, type) : lowerAs(context, member.initializer, type);
  context.emit(Op.GlobalSet, [value], global.index);
}

function setScopeField(context: Context, member: ts.PropertyDeclaration, scope: ClassScope, value: Operand): void {
  const found = scope.statics.get(member);
  if (found === undefined) return;
  const given = member.initializer === undefined ? absentValue(context, found.type) : lowerAs(context, member.initializer, found.type);
  context.emit(Op.FieldSet, [value.value, given], found.field);
}

/** The field of a scope that holds a static field, and the scope; undefined where it is a global. */
function scopeFieldOf(
  context: Context,
  self: Operand,
  receiver: ts.ClassLikeDeclaration,
  found: FoundStatic<ts.PropertyDeclaration>,
  node: ts.Node,
): (ScopeField & { readonly scope: Value }) | undefined {
  if (!needsScope(context.program, found.declaration)) return undefined;
  const scope = scopeOf(context, receiver, scopeValue(context, self, node), found.declaration, node);
  const field = classScope(context.program, found.declaration).statics.get(found.node);
  return field === undefined ? undefined : { ...field, scope };
}

/** What a static member is called on, where it takes that. */
function receiverFor(context: Context, self: Operand, receiver: ts.ClassLikeDeclaration): Operand | null {
  return needsScope(context.program, receiver) ? self : null;
}

/** The owner of a static member that is used on a class. */
function ownerOf(context: Context, found: FoundStatic<MemberNode>, receiver: ts.ClassLikeDeclaration, node: ts.Node): Owner {
  const ownClass = context.program.converter.classOf(found.declaration, []);
  if (ownClass.kind !== TypeKind.Class) return context.refuse(node, "TSM3009", found.declaration.name?.text ?? "class");
  return { ownClass, isStatic: true, receiver };
}

function instanceOf(context: Context, found: FoundStatic<MemberNode>, receiver: ts.ClassLikeDeclaration, node: ts.Node): FunctionInstance {
  return context.program.functions.request(found.node, [], ownerOf(context, found, receiver, node));
}

export function readStatic(context: Context, self: Operand, name: string, node: ts.Node): Operand {
  return matchClass(context, self, (exact, { declaration }) => readFrom(context, exact, declaration, declaration, name, node), node);
}

function exactType(declaration: ts.ClassLikeDeclaration): ClassValueType {
  return classValueType(declaration, declaration.name?.text ?? "class");
}

/** Arguments of a call or `new` of one of several classes, lowered once, for what the checker chose. */
export function evaluatedArguments(context: Context, args: readonly Argument[], node: ts.Node): Argument[] {
  const { checker, converter } = context.program;
  const signature = ts.isCallExpression(node) || ts.isNewExpression(node) ? checker.getResolvedSignature(node) : undefined;
  const { params, hasRest } =
    signature === undefined ? { params: [], hasRest: false } : converter.signatureParameters(signature, context.environment, node);
  return args.map((argument, index) => {
    const isFixed = !argument.isSpread && (!hasRest || index < params.length - 1);
    const given = argument.lower(isFixed ? params[index] : undefined);
    const held = given.constant === undefined ? { ...given, value: context.value(given) } : given;
    return { ...argument, lower: () => held };
  });
}

/** `super.name` in a static member. */
export function readStaticSuper(context: Context, self: Operand, type: ClassValueType, name: string, node: ts.Node): Operand {
  return readFrom(context, self, superOf(context, node), type.declaration, name, node);
}

function superOf(context: Context, node: ts.Node): ts.ClassLikeDeclaration {
  const own = context.ownClass?.declaration;
  const parent = own === undefined ? undefined : context.program.classes.parentDeclaration(own);
  return parent ?? context.refuse(node, "TSM3005", "`super` here");
}

function readFrom(
  context: Context,
  self: Operand,
  start: ts.ClassLikeDeclaration,
  receiver: ts.ClassLikeDeclaration,
  name: string,
  node: ts.Node,
): Operand {
  const { classes, globals } = context.program;
  const field = classes.findStaticField(start, name);
  const getter = classes.findStatic(start, name, "get");
  if (getter !== undefined)
    return callInstance(context, instanceOf(context, getter, receiver, node), receiverFor(context, self, receiver), [], node);
  if (field === undefined) {
    if (name === "name") return { type: types.string, value: 0, constant: nameOf(start) };
    const method = classes.findStatic(start, name, "method");
    const isMethod = method !== undefined;
    if (isMethod && !usesThis(method.node) && receiverFor(context, self, receiver) === null) {
      const isGeneric = (method.node.typeParameters?.length ?? 0) > 0;
      const type = isGeneric ? context.checkerType(method.node) : undefined;
      return type?.kind === TypeKind.Object && ts.isMethodDeclaration(method.node)
        ? makeGenericFunction(context, method.node, type, [])
        : instanceValue(context, instanceOf(context, method, receiver, node), node);
    }
    return context.refuse(node, isMethod ? "TSM3023" : "TSM3007", isMethod ? name : `typeof ${start.name?.text ?? "class"}`, `\`${name}\``);
  }
  const inScope = scopeFieldOf(context, self, receiver, field, node);
  if (inScope !== undefined) return operand(inScope.type, context.emit(Op.FieldGet, [inScope.scope], inScope.field));
  const found = globals.of(field.node, field.declaration.name?.text ?? "class");
  return readShadowed(context, field.node, start, found.type, () => {
    if (found.constant !== null || found.global === null) return found.constant ?? context.refuse(node, "TSM3005", name);
    return operand(found.type, context.emit(Op.GlobalGet, [], found.global.index));
  });
}

export function staticPlace(context: Context, self: Operand, type: ClassValueType, name: string, node: ts.Node): Place {
  if (type.choices.length === 1) return placeFrom(context, self, type.declaration, type, name, node);
  const held = operand(type, context.value(self));
  const [first, ...others] = type.choices.map((choice) => placeFrom(context, held, choice, exactType(choice), name, node).type);
  if (others.some((other) => other !== first)) return context.refuse(node, "TSM3008", others[0].name, first.name);
  const write = (value: Value): void => {
    const writeTo = (exact: Operand, chosen: ClassValueType): Operand => {
      placeFrom(context, exact, chosen.declaration, chosen, name, node).write(value);
      return VOID_OPERAND;
    };
    matchClass(context, held, writeTo, node);
  };
  return { type: first, read: () => readStatic(context, held, name, node), write };
}

/** `super.name` in a static member as a place: a setter of a class above, or a field of the class itself. */
export function staticSuperPlace(context: Context, self: Operand, type: ClassValueType, name: string, node: ts.Node): Place {
  const place = placeFrom(context, self, superOf(context, node), type, name, node);
  return { ...place, read: () => readStaticSuper(context, self, type, name, node) };
}

function placeFrom(
  context: Context,
  self: Operand,
  start: ts.ClassLikeDeclaration,
  type: ClassValueType,
  name: string,
  node: ts.Node,
): Place {
  const { classes, globals } = context.program;
  const read = (): Operand => readStatic(context, self, name, node);
  const setter = classes.findStatic(start, name, "set");
  if (setter !== undefined) {
    const instance = instanceOf(context, setter, type.declaration, node);
    const receiver = receiverFor(context, self, type.declaration);
    const given = receiver === null ? [] : [context.value(receiver)];
    return { type: instance.params[0], read, write: (value) => void context.emit(Op.Call, [...given, value], instance.fn.index) };
  }
  const field = classes.findStaticField(type.declaration, name);
  if (field === undefined) return context.refuse(node, "TSM3007", type.name, `\`${name}\` that can be assigned`);
  const owner = field.declaration.name?.text ?? "class";
  if (field.declaration !== type.declaration) {
    if (needsScope(context.program, type.declaration)) return context.refuse(node, "TSM3024", name, owner);
    const found = globals.of(field.node, owner);
    return { type: found.type, read, write: (value) => writeShadow(context, field.node, type.declaration, found.type, value) };
  }
  const inScope = scopeFieldOf(context, self, type.declaration, field, node);
  if (inScope !== undefined)
    return { type: inScope.type, read, write: (value) => void context.emit(Op.FieldSet, [inScope.scope, value], inScope.field) };
  const found = globals.of(field.node, owner);
  return { type: found.type, read, write: (value) => void context.emit(Op.GlobalSet, [value], found.global?.index ?? 0) };
}

/** `C.method(...)`; undefined where the class has no such method. */
export function callStatic(
  context: Context,
  self: Operand,
  type: ClassValueType,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand | undefined {
  if (type.choices.length > 1) {
    const has = (choice: ts.ClassLikeDeclaration): boolean => context.program.classes.findStatic(choice, name, "method") !== undefined;
    if (!type.choices.every(has)) return undefined;
    const given = evaluatedArguments(context, args, node);
    const call = (exact: Operand, chosen: ClassValueType): Operand =>
      callStatic(context, exact, chosen, name, given, node) ?? context.refuse(node, "TSM3007", chosen.name, `\`${name}\``);
    return matchClass(context, self, call, node);
  }
  const found = context.program.classes.findStatic(type.declaration, name, "method");
  return found === undefined
    ? undefined
    : callDeclared(
        context,
        found.node,
        ownerOf(context, found, type.declaration, node),
        receiverFor(context, self, type.declaration),
        args,
        node,
      );
}

/** `super.method(...)` in a static member. */
export function callStaticSuper(
  context: Context,
  self: Operand,
  type: ClassValueType,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
): Operand {
  const found = context.program.classes.findStatic(superOf(context, node), name, "method");
  if (found === undefined) return context.refuse(node, "TSM3005", "`super` here");
  const owner = ownerOf(context, found, type.declaration, node);
  return callDeclared(context, found.node, owner, receiverFor(context, self, type.declaration), args, node);
}
