// Expressions: one case a kind of node; what is more than a few lines is in a file of its own.

import ts from "typescript";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { readClass } from "../classes/class-scopes.ts";
import { genericFunction } from "../classes/generic-members.ts";
import { checkViewed } from "../classes/library-views.ts";
import { lowerNew } from "../classes/lower-constructors.ts";
import { lowerInstanceOf } from "../classes/lower-instances.ts";
import { lowerNewTarget, lowerNewTargetTest } from "../classes/lower-new-target.ts";
import { lowerClassDeclaration } from "../classes/lower-static.ts";
import { memberKey } from "../classes/member-keys.ts";
import { derivedOf, noteSource } from "../classes/open-classes.ts";
import { foldUnary, parseNumericLiteral } from "../constants.ts";
import type { Context, LocalVariable } from "../context.ts";
import { awaitedType } from "../coroutines/lower-promises.ts";
import { checkDeclared } from "../functions/inner-functions.ts";
import { lowerCall } from "../functions/lower-calls.ts";
import { functionValue, lowerClosure } from "../functions/lower-closures.ts";
import { liftedValue } from "../functions/lower-lifted.ts";
import { deleteSetting } from "../library/lower-environment.ts";
import { callLibraryFunction } from "../library/lower-library.ts";
import { libraryFunctionValue } from "../library/lower-library-values.ts";
import { elementsBehind } from "../library/lower-unknown-arrays.ts";
import { NULL_OPERAND, type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { readDefault, readGlobal } from "../statements/lower-globals.ts";
import { hasTag } from "../tags.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { Absence, absenceOf, memoryKindOf, valueTypeOf } from "../types/representation.ts";
import {
  classValueType,
  isHeapType,
  isNumeric,
  mayBeAbsent,
  mayBeUndefined,
  presentType,
  type Type,
  TypeKind,
  types,
  type UnionType,
  unionType,
} from "../types/types.ts";
import { coerce, convertUnion, isAssignable, isSubclass } from "./conversions.ts";
import { lowerArrayLiteral } from "./lower-arrays.ts";
import { lowerAssertion, testedObject } from "./lower-assertions.ts";
import { lowerAssignment, lowerIncrement } from "./lower-assignments.ts";
import { lowerEquality, lowerOrder } from "./lower-comparisons.ts";
import { lowerConditional, lowerLogical, truthOf } from "./lower-conditions.ts";
import { lowerElementAccess } from "./lower-elements.ts";
import { lowerIn } from "./lower-in.ts";
import { lowerPropertyAccess } from "./lower-members.ts";
import { lowerObjectLiteral } from "./lower-objects.ts";
import { listAsserted } from "./lower-open-lists.ts";
import { lowerArithmetic, lowerSign, operatorText } from "./lower-operators.ts";
import { concatenate, lowerTemplate } from "./lower-strings.ts";
import { lowerTagged } from "./lower-tagged.ts";
import { lowerTypeOf, lowerTypeTest } from "./lower-typeof.ts";
import { checkStillIs, isStoredAsMember, narrowUnion } from "./lower-unions.ts";
import { canHoldUndefined, isAsked, isComparedText, isElementResult, perhapsMissing } from "./missing-elements.ts";
import { primitiveOf } from "./primitives.ts";
import { isAbsent } from "./stored-members.ts";
import { unsetOperand } from "./unset-variables.ts";

const K = ts.SyntaxKind;

/** Lowers an expression. `expected` is the type its place wants; it guides literals and functions, and is not enforced here. */
export function lowerExpression(context: Context, node: ts.Expression, expected?: Type): Operand {
  const { builder } = context;
  const outer = builder.position;
  context.at(node);
  const result = lowerNode(context, node, expected);
  builder.position = outer;
  return result;
}

/** Lowers an expression into a value of the type. */
export function lowerAs(context: Context, node: ts.Expression, type: Type): number {
  const given = lowerExpression(context, node, type);
  const outer = context.builder.position;
  context.at(node);
  const value = coerce(context, given, type, node);
  context.builder.position = outer;
  return value;
}

function lowerThis(context: Context, node: ts.Expression): Operand {
  const { self } = context;
  if (self === null) return context.refuse(node, "TSM3005", "`this` outside a class");
  // Few look at themselves: the checker is asked where the class alone does not explain the use.
  const name = ts.isPropertyAccessExpression(node.parent) ? memberKey(node.parent.name) : undefined;
  return name !== undefined && declares(context, self.type, name) ? self : narrowed(context, self, node, false);
}

function declares({ program: { classes } }: Context, type: Type, name: string): boolean {
  if (type.kind === TypeKind.Object) return type.properties().has(name);
  if (type.kind !== TypeKind.Class || type.isPacked) return true;
  return (
    classes.layoutOf(type).fields.has(name) || (["method", "get", "set"] as const).some((kind) => classes.findMember(type, name, kind))
  );
}

function lowerNode(context: Context, node: ts.Expression, expected: Type | undefined): Operand {
  const substitute = context.substitutes.get(node);
  if (substitute !== undefined) return substitute;
  if (ts.isExpressionWithTypeArguments(node)) return lowerExpression(context, node.expression, context.checkerType(node));
  switch (node.kind) {
    case K.NumericLiteral:
      return { type: types.number, value: 0, constant: parseNumericLiteral(node.getText()) };
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return { type: types.string, value: 0, constant: (node as ts.StringLiteral).text };
    case K.TrueKeyword:
      return { type: types.boolean, value: 0, constant: true };
    case K.FalseKeyword:
      return { type: types.boolean, value: 0, constant: false };
    case K.NullKeyword:
      return NULL_OPERAND;
    case K.Identifier:
      return lowerIdentifier(context, node as ts.Identifier, expected);
    case K.ThisKeyword:
      return lowerThis(context, node);
    case K.ParenthesizedExpression:
    case K.SatisfiesExpression:
      return lowerExpression(context, (node as ts.ParenthesizedExpression | ts.SatisfiesExpression).expression, expected);
    case K.BinaryExpression:
      return lowerBinary(context, node as ts.BinaryExpression, expected);
    case K.PrefixUnaryExpression:
      return lowerPrefix(context, node as ts.PrefixUnaryExpression);
    case K.PostfixUnaryExpression:
      return lowerIncrement(context, node as ts.PostfixUnaryExpression, true);
    case K.ConditionalExpression:
      return lowerConditional(context, node as ts.ConditionalExpression, expected);
    case K.CallExpression:
      return perhapsMissing(context, lowerCall(context, node as ts.CallExpression, expected), node, expected);
    case K.NewExpression:
      return lowerNew(context, node as ts.NewExpression, expected);
    case K.PropertyAccessExpression:
      return lowerProperty(context, node as ts.PropertyAccessExpression, expected);
    case K.ElementAccessExpression:
      return lowerElement(context, node as ts.ElementAccessExpression, expected);
    case K.ArrayLiteralExpression:
      return lowerArrayLiteral(context, node as ts.ArrayLiteralExpression, expected);
    case K.ObjectLiteralExpression:
      return lowerObjectLiteral(context, node as ts.ObjectLiteralExpression, expected);
    case K.TemplateExpression:
      return lowerTemplate(context, node as ts.TemplateExpression);
    case K.ArrowFunction:
    case K.FunctionExpression:
      return lowerClosure(context, node as ts.ArrowFunction, expected);
    case K.TaggedTemplateExpression:
      return lowerTagged(context, node as ts.TaggedTemplateExpression, expected);
    case K.ClassExpression:
      return lowerClassExpression(context, node as ts.ClassExpression);
    case K.AsExpression:
    case K.TypeAssertionExpression:
      return lowerAssertion(context, node as ts.AsExpression | ts.TypeAssertion, expected);
    case K.NonNullExpression:
      return lowerNonNull(context, node as ts.NonNullExpression);
    case K.TypeOfExpression:
      return lowerTypeOf(context, node as ts.TypeOfExpression);
    case K.VoidExpression:
      return lowerVoid(context, node as ts.VoidExpression);
    case K.YieldExpression:
    case K.AwaitExpression:
      return lowerSuspension(context, node as ts.YieldExpression | ts.AwaitExpression);
    case K.MetaProperty:
      return lowerNewTarget(context, node as ts.MetaProperty);
    case K.DeleteExpression:
      return deleteSetting(context, node as ts.DeleteExpression) ?? context.refuse(node, "TSM3011");
    default:
      return context.refuse(node, "TSM9001", K[node.kind]);
  }
}

/** The checker's type has no undefined for what lies outside the array. */
function lowerElement(context: Context, node: ts.ElementAccessExpression, expected: Type | undefined): Operand {
  const element = lowerElementAccess(context, node, expected);
  const isOpen = isElementResult(context, node, expected) || canHoldUndefined(context, node, expected);
  return isOpen ? element : narrowed(context, element, node, true);
}

function lowerVoid(context: Context, node: ts.VoidExpression): Operand {
  lowerExpression(context, node.expression);
  return UNDEFINED_OPERAND;
}

function lowerClassExpression(context: Context, node: ts.ClassExpression): Operand {
  return lowerClassDeclaration(context, node);
}

function lowerSuspension(context: Context, node: ts.YieldExpression | ts.AwaitExpression): Operand {
  const { coroutine } = context;
  if (ts.isYieldExpression(node)) return coroutine?.yield(context, node) ?? context.refuse(node, "TSM3005", "`yield` here");
  if (coroutine === null && !context.isScratch) return context.refuse(node, "TSM3005", "`await` here");
  const given = lowerExpression(context, node.expression);
  context.at(node);
  // Of code that is thrown away only the type is asked for.
  return coroutine?.await(context, given, node) ?? ofType(context, awaitedType(context, given.type));
}

function ofType(context: Context, type: Type): Operand {
  const valueType = valueTypeOf(type);
  return operand(type, valueType === ValueType.Void ? 0 : context.builder.zero(valueType));
}

// Names

function lowerProperty(context: Context, node: ts.PropertyAccessExpression, expected: Type | undefined): Operand {
  const member = perhapsMissing(context, lowerPropertyAccess(context, node, expected), node, expected);
  // The checker trusts every index: a chain that starts from an element may end early where it sees no reason to.
  const keepsUndefined = canHoldUndefined(context, node, expected);
  const read = keepsUndefined ? unsetOperand(context, member, node) : member;
  return ts.isOptionalChain(node) && keepsUndefined ? read : narrowed(context, read, node, true, keepsUndefined);
}

function lowerIdentifier(context: Context, node: ts.Identifier, expected: Type | undefined): Operand {
  const symbol = context.program.symbolOf(node);
  if (symbol === undefined) return context.refuse(node, "TSM3005", `\`${node.text}\``);
  if (node.text === "undefined" && symbol.valueDeclaration === undefined) return UNDEFINED_OPERAND;
  const variable = context.lookup(symbol);
  const { facts } = context.program;
  const read = (given: Operand): Operand => {
    const mayBeMissing = facts.isFromElement(symbol);
    const keepsUndefined = canHoldUndefined(context, node, expected);
    if (mayBeMissing && keepsUndefined) return given;
    const found = keepsUndefined ? unsetOperand(context, given, node) : given;
    const isOpen = given.type.kind === TypeKind.Union || given.type.kind === TypeKind.Class || given.type.kind === TypeKind.Object;
    const isDoubtful = isOpen && (facts.mayChangeUnseen(symbol, node) || facts.isToldByGuard(symbol));
    if (isTakenForNever(context, given.type, node)) return presentOf(context, given, node);
    if (given.type.kind === TypeKind.Array) return listAsSeen(context, given, node, expected);
    return narrowed(context, found, node, mayBeMissing || isDoubtful, found !== given);
  };
  if (variable !== undefined) return read(readVariable(context, variable, node, expected));
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return context.refuse(node, "TSM3005", `\`${node.text}\``);
  const isFunction = ts.isFunctionDeclaration(declaration) || /^(String|Number|Boolean)$/.test(node.text);
  if (isFunction && isLibraryFile(declaration.getSourceFile()))
    return libraryFunctionValue(context, node, expected, (inner, args) => callLibraryFunction(inner, node.text, args, node));
  const library = isLibraryFile(declaration.getSourceFile()) ? context.program.libraryClass(symbol.name) : undefined;
  if (library !== undefined && library.typeParameters === undefined) return operand(classValueType(library, symbol.name), 0);
  const generic = genericFunction(context.program, node);
  if (generic !== undefined) return functionValue(context, generic, node, expected);
  if (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) return read(readGlobal(context, declaration, node));
  // The own name of the function that a constant of the module is.
  if (ts.isFunctionExpression(declaration) && ts.isVariableDeclaration(declaration.parent))
    return read(readGlobal(context, declaration.parent, node));
  if (ts.isFunctionDeclaration(declaration)) return functionValue(context, declaration, node, expected);
  if (ts.isClassLike(declaration)) return readClass(context, declaration, node);
  if (ts.isExportAssignment(declaration)) return readDefault(context, declaration, node);
  if (ts.isParameter(declaration)) return context.refuse(node, "TSM3025", node.text);
  if (ts.isModuleDeclaration(declaration)) return context.refuse(node, "TSM3005", `the namespace \`${node.text}\``);
  return context.refuse(node, "TSM3005", `\`${node.text}\``);
}

/** A list where one of other elements is wanted, as what a guard has told the checker of it. */
function listAsSeen(context: Context, given: Operand, node: ts.Identifier, expected: Type | undefined): Operand {
  if (expected?.kind !== TypeKind.Array || expected === given.type || isAssignable(given.type, expected)) return given;
  const seen = context.checkerType(node);
  return seen.kind === TypeKind.Array && seen !== given.type ? (listAsserted(context, given, seen, node) ?? given) : given;
}

/**
 * Whether the checker, which sees no assignments in callbacks, says of a variable that was tested that it has no value at all here:
 * `let found: Item | null = null; list.forEach((item) => { found = item; }); if (found) use(found);`
 */
function isTakenForNever(context: Context, type: Type, node: ts.Identifier): boolean {
  if (type.kind !== TypeKind.Union || !mayBeAbsent(type) || presentType(type).kind === TypeKind.Never) return false;
  return (context.program.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Never) !== 0 && !isAsked(context, node, type);
}

function presentOf(context: Context, given: Operand, node: ts.Node): Operand {
  const held = operand(given.type, context.value(given));
  checkPresent(context, held);
  return context.narrow(held, presentType(given.type), node);
}

export function readVariable(context: Context, variable: LocalVariable, node: ts.Identifier, expected?: Type): Operand {
  const { builder } = context;
  switch (variable.kind) {
    case "constant":
      return variable.operand;
    case "value":
      return { type: variable.type, value: builder.read(variable.ssa), range: variable.range };
    case "lifted":
      return liftedValue(context, variable, node, expected);
    case "cell":
      checkDeclared(context, variable, node.text, node);
      return operand(variable.type, context.emit(Op.FieldGet, [builder.read(variable.cell)], variable.field));
  }
}

/**
 * The operand as what the checker knows about it here. What may have changed since the test (a field, an element, a variable that other
 * functions assign to) is checked again. An element that was outside its array may be in a field where the checker sees no undefined: with
 * `keepsUndefined` that stays possible.
 */
export function narrowed(context: Context, given: Operand, node: ts.Expression, mayHaveChanged: boolean, keepsUndefined = false): Operand {
  const { type } = given;
  if (type.kind !== TypeKind.Union && type.kind !== TypeKind.Class && type.kind !== TypeKind.Object && type.kind !== TypeKind.Unknown)
    return given;
  const flow = context.program.checker.getTypeAtLocation(node);
  if (flow.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return given;
  // A member of what `instanceof` made of an unknown value: `Readonly<any>`.
  const isVague = type.kind === TypeKind.Unknown || (type.kind === TypeKind.Object && type.properties().size === 0);
  if (isVague && flow.aliasTypeArguments?.some(({ flags }) => flags & ts.TypeFlags.Any)) return given;
  const seen = derivedOf(context.program, type, flow) ?? context.program.converter.convert(flow, context.environment, node);
  if (mayHaveChanged && type.kind === TypeKind.Union && isAsked(context, node, type)) return given;
  const target = keepsUndefined && mayBeUndefined(type) && seen.kind !== TypeKind.Never ? unionType([seen, types.undefined]) : seen;
  if (target === type || target.kind === TypeKind.Never) return given;
  return narrowTo(context, given, target, node, mayHaveChanged);
}

/** The operand as a type that the checker knows it to have; with `isChecked` that is tested once more. */
export function narrowTo(context: Context, given: Operand, target: Type, node: ts.Node, isChecked: boolean): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Union) {
    if (mayBeAbsent(target) && target.kind !== TypeKind.Union) return given;
    if (presentType(type) === types.never) return given;
    if (isWidened(type, target)) return operand(target, convertUnion(context, given, target, node));
    const held = isChecked ? operand(type, context.value(given)) : given;
    if (isChecked && mayBeAbsent(type) && !mayBeAbsent(target)) checkPresent(context, held);
    if (isChecked && target.kind === TypeKind.Class && presentType(type) !== target) checkInstance(context, held, target);
    else if (isChecked) checkStillIs(context, held, type, target);
    return target.kind === TypeKind.Union ? narrowUnion(context, held, target, node) : context.narrow(held, target, node);
  }
  if (type.kind === TypeKind.Unknown) return fromUnknown(context, given, target, node);
  if (target.kind === TypeKind.Class && type.kind === TypeKind.Class && !type.isPacked && isSubclass(target, type)) {
    if (isChecked) checkInstance(context, given, target);
    return operand(target, context.value(given));
  }
  if (type.kind === TypeKind.Class && target.kind === TypeKind.Object && target.view !== undefined && isSubclass(target.view, type)) {
    noteSource(type, target);
    return operand(target, context.value(given));
  }
  if (type.kind === TypeKind.Tuple && target.kind === TypeKind.Tuple) return listAsserted(context, given, target, node) ?? given;
  if (type.kind === TypeKind.Object && (target.kind === TypeKind.Object || target.kind === TypeKind.Class)) {
    if (target.kind === TypeKind.Object) context.program.methods.doubt(target);
    noteSource(type, target);
    const held = operand(type, context.value(given));
    if (isChecked && target.kind === TypeKind.Class) checkInstance(context, held, target);
    return operand(target, held.value);
  }
  return given;
}

/** Whether it is one of several promises, seen as one whose type says less than any of theirs: `Promise<T[number]>`. */
function isWidened(type: UnionType, target: Type): boolean {
  if (target.kind !== TypeKind.Class || !hasTag(target.declaration, "covariant") || mayBeAbsent(type)) return false;
  return type.members.every(
    (member) => member.kind === TypeKind.Class && member.declaration === target.declaration && !isAssignable(target, member),
  );
}

/** A value of type unknown that a test showed to be more: the object itself, or what is in the box. */
function fromUnknown(context: Context, given: Operand, target: Type, node: ts.Node): Operand {
  // What is left of unknown when null is excluded, `{} | undefined`, is as good as unknown.
  const parts = target.kind === TypeKind.Union ? target.members : [target];
  if (parts.some((part) => part.kind === TypeKind.Object && part.properties().size === 0)) return given;
  checkViewed(context, given, target, node);
  if (target.kind === TypeKind.Array && target.element === types.unknown) return elementsBehind(context, given, node);
  context.program.methods.doubt(target);
  if (target.kind === TypeKind.Array || target.kind === TypeKind.Tuple) return testedObject(context, given, target, node);
  if (isHeapType(target)) return operand(target, context.value(given));
  if (target.kind === TypeKind.Union) return narrowUnion(context, given, target, node);
  const isBoxed = target.kind === TypeKind.Number || target.kind === TypeKind.Boolean;
  return isBoxed ? operand(target, context.program.classes.unbox(context, target, context.value(given))) : given;
}

/** Panics where the value is null or undefined. */
export function checkPresent(context: Context, given: Operand): void {
  if (absenceOf(given.type) === Absence.Zero && memoryKindOf(given.type) === memoryKindOf(types.string))
    context.emit(Op.CheckNull, [context.value(given)]);
  else context.check(context.emit(Op.Equal, [isAbsent(context, given), context.builder.int(ValueType.Bool, 0)]), PanicKind.Null);
}

export function checkInstance(context: Context, given: Operand, target: Type): void {
  if (target.kind !== TypeKind.Class || target.isPacked) return;
  context.check(isStoredAsMember(context, operand(given.type, context.value(given)), target), PanicKind.Narrowing);
}

// Operators

function lowerBinary(context: Context, node: ts.BinaryExpression, expected: Type | undefined): Operand {
  const kind = node.operatorToken.kind;
  if (kind >= K.FirstAssignment && kind <= K.LastAssignment) return lowerAssignment(context, node);
  switch (kind) {
    case K.AmpersandAmpersandToken:
    case K.BarBarToken:
    case K.QuestionQuestionToken:
      return lowerLogical(context, node, expected);
    case K.CommaToken:
      lowerExpression(context, node.left);
      return lowerExpression(context, node.right, expected);
    case K.InstanceOfKeyword:
      return lowerInstanceOf(context, node);
    case K.InKeyword:
      return lowerIn(context, node);
    default:
      break;
  }
  const test = lowerTypeTest(context, node) ?? lowerNewTargetTest(context, node);
  if (test !== undefined) return test;
  const left = lowerExpression(context, node.left);
  const right = lowerExpression(context, node.right, besideInteger(left));
  return applyBinary(context, kind, left, right, node);
}

/** What guides the right side: `x + (c ? 2 : 1)` takes the integer type of x. */
export function besideInteger(left: Operand): Type | undefined {
  return left.type.kind === TypeKind.Integer ? left.type : undefined;
}

/** A binary operator without assignment on operands that were already evaluated. */
export function applyBinary(context: Context, kind: ts.SyntaxKind, left: Operand, right: Operand, node: ts.Node): Operand {
  context.at(node);
  switch (kind) {
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsEqualsToken:
    case K.EqualsEqualsToken:
    case K.ExclamationEqualsToken:
      return lowerEquality(context, kind, left, right, node);
    case K.LessThanToken:
    case K.LessThanEqualsToken:
    case K.GreaterThanToken:
    case K.GreaterThanEqualsToken:
      return lowerOrder(context, kind, left, right, node);
    case K.PlusToken:
      if (!isNumeric(left.type) || !isNumeric(right.type)) {
        if (left.type.kind !== TypeKind.String && right.type.kind !== TypeKind.String) {
          return context.refuse(node, "TSM2005", operatorText(kind), (isNumeric(left.type) ? right : left).type.name);
        }
        const [first, second] = [left, right].map((side) => primitiveOf(context, side, "default", node));
        return concatenate(context, first, second, node);
      }
      return lowerArithmetic(context, kind, left, right, node);
    default:
      return lowerArithmetic(context, kind, left, right, node);
  }
}

function lowerPrefix(context: Context, node: ts.PrefixUnaryExpression): Operand {
  if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) return lowerIncrement(context, node, false);
  const given = lowerExpression(context, node.operand);
  if (node.operator === K.ExclamationToken) {
    if (typeof given.constant === "boolean") return { type: types.boolean, value: 0, constant: !given.constant };
    return operand(types.boolean, context.emit(Op.Equal, [truthOf(context, given, node), context.builder.int(ValueType.Bool, 0)]));
  }
  if (typeof given.constant === "object" && given.type.kind !== TypeKind.Integer && given.type.kind !== TypeKind.Float32) {
    const folded = foldUnary(node.operator, given.constant);
    if (folded !== undefined) return { type: types.number, value: 0, constant: folded };
  }
  return lowerSign(context, node.operator, given, node);
}

// Assertions that something is there

function lowerNonNull(context: Context, node: ts.NonNullExpression): Operand {
  const given = lowerExpression(context, node.expression);
  if (!mayBeAbsent(given.type) || isComparedText(context, node)) return given;
  const present = presentType(given.type);
  if (present.kind === TypeKind.Never) {
    context.check(context.builder.int(ValueType.Bool, 0), PanicKind.Null);
    return VOID_OPERAND;
  }
  checkPresent(context, given);
  return context.narrow(given, present, node);
}
