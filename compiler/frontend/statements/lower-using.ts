// `using` and `await using`: the resource is given up on every way out of the block, turn or file, the one declared last first.
// Manual:     ECMAScript Explicit Resource Management, "DisposeResources".

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { construct } from "../classes/lower-constructors.ts";
import type { Context } from "../context.ts";
import { promiseType } from "../coroutines/lower-promises.ts";
import { conditional } from "../expressions/lower-conditions.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { isAbsent } from "../expressions/stored-members.ts";
import { evaluated } from "../functions/arguments.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import type { SsaVariable } from "../ssa.ts";
import { functionType, mayBeAbsent, presentType, type Type, TypeKind, types, unionType } from "../types/types.ts";
import { lowerVariable } from "./lower-declarations.ts";
import { lowerGuarded } from "./lower-exceptions.ts";
import { isModuleLevel, lowerGlobal } from "./lower-globals.ts";
import { isRuntimeClass } from "./lower-iteration.ts";

/** The declarations of a statement with `using`; undefined of any other statement. */
export function usingDeclarations(statement: ts.Statement): readonly ts.VariableDeclaration[] | undefined {
  return ts.isVariableStatement(statement) && isUsing(statement.declarationList) ? statement.declarationList.declarations : undefined;
}

export function isUsing(list: ts.Node): list is ts.VariableDeclarationList {
  return ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using;
}

function isAwaitUsing(declaration: ts.VariableDeclaration): boolean {
  return (declaration.parent.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
}

/** Lowers the declarations, and what follows them in the block. */
export function lowerUsing(context: Context, declarations: readonly ts.VariableDeclaration[], rest: () => void): void {
  const [declaration, ...others] = declarations;
  if (declaration === undefined) return rest();
  if (isModuleLevel(declaration)) lowerGlobal(context, declaration);
  else lowerVariable(context, declaration, true);
  guardResource(context, declaration, () => lowerUsing(context, others, rest));
}

/** What a block with `await using` has awaited while it disposes of its resources: for those that are absent it awaits once. */
export interface Awaiting {
  readonly first: ts.VariableDeclaration;
  /** Whether a resource was absent, and nothing was awaited for it yet. */
  readonly isOwed: SsaVariable;
  readonly hasAwaited: SsaVariable;
}

/** Of the block that holds the declaration; undefined where nothing in it is awaited. */
function awaitingOf(context: Context, declaration: ts.VariableDeclaration): Awaiting | undefined {
  const statement = declaration.parent.parent;
  const around: ts.Node = ts.isVariableStatement(statement) ? statement.parent : statement;
  const known = context.awaitings.get(around);
  if (known !== undefined) return known;
  const statements = ts.isBlock(around) || ts.isSourceFile(around) ? around.statements : [];
  const all = ts.isVariableStatement(statement) ? statements.flatMap((each) => usingDeclarations(each) ?? []) : [declaration];
  if (!all.some(isAwaitUsing)) return undefined;
  const made = { first: declaration, isOwed: context.temporary(types.boolean), hasAwaited: context.temporary(types.boolean) };
  context.awaitings.set(around, made);
  return made;
}

/** Lowers the code in which a resource, which is declared, is held. */
export function guardResource(context: Context, declaration: ts.VariableDeclaration, region: () => void): void {
  const name = declaration.name as ts.Identifier;
  const awaiting = awaitingOf(context, declaration);
  if (awaiting?.first === declaration) for (const variable of [awaiting.isOwed, awaiting.hasAwaited]) note(context, variable, false);
  const dispose = (): void => giveUp(context, declaration, awaiting);
  lowerGuarded(context, region, { leave: dispose, end: dispose, fail: (thrown) => disposeAfter(context, thrown, dispose, name) });
}

function note(context: Context, variable: SsaVariable, truth: boolean): void {
  context.builder.write(variable, context.builder.int(ValueType.Bool, truth ? 1 : 0));
}

/** Disposes of the resource. What `await using` finds absent is awaited by whatever is awaited next, at the latest when all are done. */
function giveUp(context: Context, declaration: ts.VariableDeclaration, awaiting: Awaiting | undefined): void {
  const name = declaration.name as ts.Identifier;
  const isAwaited = isAwaitUsing(declaration);
  const resource = lowerExpression(context, name);
  context.at(name);
  if (awaiting !== undefined && !isAwaited) awaitWhatIsOwed(context, awaiting, name);
  const there = (present: Operand): Operand => {
    const disposed = callDispose(context, present, isAwaited, name);
    if (awaiting === undefined || !isAwaited) return VOID_OPERAND;
    note(context, awaiting.hasAwaited, true);
    return awaitFor(context, disposed, name);
  };
  const absent = (): Operand => {
    if (awaiting !== undefined && isAwaited) note(context, awaiting.isOwed, true);
    return VOID_OPERAND;
  };
  wherePresent(context, resource, there, absent, name);
  if (awaiting?.first === declaration) awaitWhatIsOwed(context, awaiting, name);
}

function awaitFor(context: Context, given: Operand, node: ts.Node): Operand {
  (context.coroutine ?? context.refuse(node, "TSM3005", "`await using` here")).await(context, given, node);
  return VOID_OPERAND;
}

function awaitWhatIsOwed(context: Context, { isOwed, hasAwaited }: Awaiting, node: ts.Node): void {
  const { builder } = context;
  if (builder.isTerminated) return;
  const no = builder.int(ValueType.Bool, 0);
  const isNow = context.emit(Op.Select, [builder.read(hasAwaited), no, builder.read(isOwed)]);
  const wait = (): Operand => {
    note(context, isOwed, false);
    return awaitFor(context, UNDEFINED_OPERAND, node);
  };
  conditional(context, isNow, wait, () => VOID_OPERAND, node);
}

/** Lowers one for a resource that is there, the other for null and undefined. */
function wherePresent(
  context: Context,
  resource: Operand,
  there: (present: Operand) => Operand,
  absent: () => Operand,
  node: ts.Node,
): Operand {
  if (!mayBeAbsent(resource.type)) return there(resource);
  const type = presentType(resource.type);
  if (type.kind === TypeKind.Never) return absent();
  return conditional(context, isAbsent(context, resource), absent, () => there(context.narrow(resource, type, node)), node);
}

/** Calls the resource's way of disposing; gives what is to be awaited. */
function callDispose(context: Context, resource: Operand, isAwaited: boolean, node: ts.Node): Operand {
  const call = (part: Operand): Operand => {
    const isAsync = isAwaited && hasMember(context, part.type, "[asyncDispose]");
    const given = callMember(context, part, isAsync ? "[asyncDispose]" : "[dispose]", [], node);
    // What the synchronous one gives is not waited for, even if it is a promise.
    return isAsync ? given : UNDEFINED_OPERAND;
  };
  return resource.type.kind === TypeKind.Union ? matchUnion(context, resource, call, node) : call(resource);
}

/** `stack.use(resource)` of a disposable stack: puts off what disposes of the resource. */
export function useLater(context: Context, stack: Operand, given: Operand, node: ts.Node): Operand {
  const isAwaited = isRuntimeClass(context, stack.type, "AsyncDisposableStack");
  const result = isAwaited ? unionType([promiseType(context, types.undefined, node), types.undefined]) : types.void;
  const held = operand(given.type, context.value(given));
  const dispose = synthesizeClosure(context, "dispose", functionType([], result), [held], node, (inner, [resource]) => {
    const there = (present: Operand): Operand => {
      const disposed = callDispose(inner, present, isAwaited, node);
      return isAwaited ? operand(result, inner.coerce(disposed, result, node)) : VOID_OPERAND;
    };
    const absent = (): Operand => (isAwaited ? operand(result, inner.builder.nullRef()) : VOID_OPERAND);
    return wherePresent(inner, resource, there, absent, node);
  });
  callMember(context, stack, "defer", [dispose], node);
  return held;
}

function hasMember(context: Context, type: Type, name: string): boolean {
  if (type.kind === TypeKind.Object) return type.properties().has(name);
  if (type.kind === TypeKind.Union) return type.members.every((member) => hasMember(context, member, name));
  return type.kind === TypeKind.Class && context.program.classes.findMember(type, name, "method") !== undefined;
}

/** An exception is on its way: one that disposing throws takes its place and holds it. */
function disposeAfter(context: Context, thrown: Value, dispose: () => void, node: ts.Node): void {
  const { builder, program } = context;
  const failed = builder.openBlock(true);
  context.handlers.push({ block: failed, cleanup: null, jumpDepth: context.jumps.length });
  dispose();
  context.handlers.pop();
  if (!builder.isTerminated) program.exceptions.throw(context, thrown);
  builder.enter(failed);
  if (builder.isTerminated) return;
  const second = operand(types.unknown, program.exceptions.take(context));
  const type = program.runtimeClass("SuppressedError", [], node);
  const args = [evaluated(second, node), evaluated(operand(types.unknown, thrown), node)];
  program.exceptions.throw(context, context.value(construct(context, type, args, node)));
}
