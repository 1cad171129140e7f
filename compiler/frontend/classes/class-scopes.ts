// Class scopes: what classes that are made anew in each run of a function hold: the variables around them that they use, and their static
// fields. The class as a value is its scope; each instance refers to the scopes of its class and of the classes above.
// Owns:       the layout of the scope of each such class.
// Invariants: whether a class has a scope follows from its text alone: layouts of instances are made before the class is met

import ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { ClassShape, type Global, type IrClass } from "../../ir/module.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { MemoryKind, ValueType } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import { lowerExpression } from "../expressions/lower-expressions.ts";
import { type Capture, capturesOf, captureValue, importVariable } from "../functions/captures.ts";
import { isLocalVariable } from "../functions/local-functions.ts";
import { enclosingFunction } from "../functions/variable-facts.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { SsaVariable } from "../ssa.ts";
import { heritageOf } from "../types/held-classes.ts";
import { environmentAround } from "../types/local-classes.ts";
import { memoryKindOf } from "../types/representation.ts";
import { type ClassType, classValueType, type Type, TypeKind, widened } from "../types/types.ts";
import { isStatic } from "./class-elements.ts";
import { instanceTest } from "./class-values.ts";

export interface ScopeField {
  readonly type: Type;
  readonly field: number;
}

export interface ClassScope {
  readonly irClass: IrClass;
  /** Holds the address of the function that the class is as a value. */
  readonly codeField: number;
  readonly statics: ReadonlyMap<ts.PropertyDeclaration, ScopeField>;
  /** The scope of the class above; -1 where that has none. */
  readonly parentField: number;
  /** Null until the body that makes the class has been met. */
  surroundings: Surroundings | null;
}

interface Surroundings {
  readonly captures: readonly Capture[];
  readonly captureFields: readonly number[];
  /** The body that makes the class: what needs no value at run time is taken from it. */
  readonly home: Context;
}

/** Whether each run of the function around the class makes it anew: it uses local variables, or has static members. */
export function needsScope(program: Program, declaration: ts.ClassLikeDeclaration): boolean {
  const known = program.scopedClasses.get(declaration);
  if (known !== undefined) return known;
  program.scopedClasses.set(declaration, false);
  const found = !program.isRuntime(declaration.getSourceFile()) && findsNeed(program, declaration);
  program.scopedClasses.set(declaration, found);
  return found;
}

function findsNeed(program: Program, declaration: ts.ClassLikeDeclaration): boolean {
  const isLocal = !ts.isSourceFile(enclosingFunction(declaration.parent));
  if (isLocal && declaration.members.some(isStaticState)) return true;
  const parent = program.classes.parentDeclaration(declaration);
  if (parent !== undefined && needsScope(program, parent)) return true;
  if (ts.isSourceFile(declaration.parent) || ts.isModuleBlock(declaration.parent)) return false;
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node)) {
      const symbol = program.symbolOf(node);
      const declared = symbol?.valueDeclaration;
      const isOutside = declared !== undefined && !(declaration.pos <= declared.pos && declared.end <= declaration.end);
      if (symbol !== undefined && isOutside && declared.getSourceFile() === declaration.getSourceFile()) {
        if (isLocalVariable(symbol) && !isPlainFunction(program, symbol)) return true;
        if (ts.isClassLike(declared) && !ts.isSourceFile(declared.parent) && needsScope(program, declared)) return true;
      }
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return ts.forEachChild(declaration, visit) ?? false;
}

/** An inner function of which there is one for the whole program: it captures nothing. */
function isPlainFunction(program: Program, symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Function) !== 0 && program.localFunctions.capturesNothing(symbol);
}

function isStaticState(member: ts.ClassElement): boolean {
  return ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && isStatic(member));
}

/** A new scope, for the class as it is made here. The class's name stands for it from here on. */
export function makeScope(context: Context, node: ts.ClassLikeDeclaration): { readonly scope: ClassScope; readonly value: Operand } {
  const { program } = context;
  const symbol = node.name === undefined ? undefined : program.symbolOf(node.name);
  const captures = capturesOf(context, [node], symbol === undefined ? [] : [symbol], false);
  const scope = classScope(program, node);
  scope.surroundings ??= {
    captures,
    captureFields: captures.map(({ kind }, index) => program.module.addField(scope.irClass, `capture${index}`, kind).index),
    home: context,
  };
  const { captures: known, captureFields, home } = scope.surroundings;
  const isOfOneInstance = home.environment.key === context.environment.key;
  const isSame = isOfOneInstance && known.length === captures.length && captures.every(({ type }, index) => type === known[index].type);
  if (!isSame) return context.refuse(node.name ?? node, "TSM3025", captures[0]?.symbol?.name ?? "class");
  const object = context.emit(Op.New, [], scope.irClass.index);
  context.emit(Op.FieldSet, [object, context.emit(Op.FunctionAddress, [], instanceTest(program, node).index)], scope.codeField);
  for (const [index, capture] of captures.entries())
    context.emit(Op.FieldSet, [object, captureValue(context, capture)], captureFields[index]);
  const heritage = heritageOf(node);
  if (scope.parentField >= 0 && heritage !== undefined)
    context.emit(Op.FieldSet, [object, scopeValue(context, lowerExpression(context, heritage.expression), heritage)], scope.parentField);
  const type = classValueType(node, node.name?.text ?? "class");
  if (symbol !== undefined) bindClass(context, symbol, operand(type, object));
  return { scope, value: operand(type, object) };
}

/** A class by its name. One at module level that has a scope is kept in a variable of the module. */
export function readClass(context: Context, written: ts.ClassLikeDeclaration, node: ts.Node): Operand {
  const { program } = context;
  const declaration = program.converter.localClasses.classIn(written, context.environment, node);
  const type = classValueType(declaration, declaration.name?.text ?? "class");
  const variable = moduleVariable(program, declaration);
  if (variable === undefined) return operand(type, 0);
  const value = context.emit(Op.GlobalGet, [], variable.index);
  context.check(context.emit(Op.NotEqual, [value, context.builder.nullRef()]), PanicKind.Null);
  return operand(type, value);
}

/** Keeps a class at module level, which was just made. */
export function keepClass(context: Context, declaration: ts.ClassLikeDeclaration, value: Operand): void {
  const variable = moduleVariable(context.program, declaration);
  if (variable !== undefined) context.emit(Op.GlobalSet, [value.value], variable.index);
}

function moduleVariable(program: Program, declaration: ts.ClassLikeDeclaration): Global | undefined {
  const isOfModule = ts.isSourceFile(declaration.parent) || ts.isModuleBlock(declaration.parent);
  if (!isOfModule || !needsScope(program, declaration)) return undefined;
  let found = program.classVariables.get(declaration);
  if (found === undefined) {
    const name = program.uniqueName(declaration.name?.text ?? "class", declaration.getSourceFile());
    found = program.module.addGlobal(name, MemoryKind.Ref);
    program.classVariables.set(declaration, found);
  }
  return found;
}

function bindClass(context: Context, symbol: ts.Symbol, value: Operand): void {
  const ssa = new SsaVariable(symbol.name, ValueType.Ref);
  context.builder.write(ssa, value.value);
  context.variables.set(symbol, { kind: "value", type: value.type, ssa });
}

/** The scope of a class that has one; the variables around it are added when the body around it is met. */
export function classScope(program: Program, node: ts.ClassLikeDeclaration): ClassScope {
  let scope = program.classScopes.get(node);
  if (scope === undefined) {
    scope = layScope(program, node);
    program.classScopes.set(node, scope);
  }
  return scope;
}

/** Whether members of the class can be lowered: what is around it is known, or will never be. */
export function isScopeKnown(program: Program, type: ClassType | null): boolean {
  return type === null || !needsScope(program, type.declaration) || classScope(program, type.declaration).surroundings !== null;
}

function layScope(program: Program, node: ts.ClassLikeDeclaration): ClassScope {
  const { module, converter, checker } = program;
  const name = program.uniqueName(`${node.name?.text ?? "class"}.scope`, node.getSourceFile());
  const irClass = module.addClass(name, program.classes.baseOf("closure", ClassShape.Closure).index, ClassShape.Closure);
  const codeField = module.addField(irClass, "code", MemoryKind.I64).index;
  const statics = new Map<ts.PropertyDeclaration, ScopeField>();
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || !isStatic(member)) continue;
    const type = widened(converter.convert(checker.getTypeAtLocation(member), environmentAround(node), member));
    statics.set(member, { type, field: module.addField(irClass, member.name.getText(), memoryKindOf(type)).index });
  }
  const parent = program.classes.parentDeclaration(node);
  const hasParent = parent !== undefined && needsScope(program, parent);
  const parentField = hasParent ? module.addField(irClass, "parent", MemoryKind.Ref).index : -1;
  return { irClass, codeField, statics, parentField, surroundings: null };
}

/** The scope of a class value. */
export function scopeValue(context: Context, given: Operand, node: ts.Node): Value {
  if (given.type.kind === TypeKind.ClassValue && given.value !== 0) return given.value;
  return context.refuse(
    node,
    "TSM3025",
    given.type.kind === TypeKind.ClassValue ? (given.type.declaration.name?.text ?? "class") : "class",
  );
}

/** The scope of a class at or above that of the given scope. */
export function scopeOf(
  context: Context,
  from: ts.ClassLikeDeclaration,
  value: Value,
  wanted: ts.ClassLikeDeclaration,
  node: ts.Node,
): Value {
  let scope = value;
  for (let current: ts.ClassLikeDeclaration | undefined = from; current !== undefined; ) {
    if (current === wanted) return scope;
    const { parentField } = classScope(context.program, current);
    if (parentField < 0) break;
    scope = context.emit(Op.FieldGet, [scope], parentField);
    current = context.program.classes.parentDeclaration(current);
  }
  return context.refuse(node, "TSM3025", wanted.name?.text ?? "class");
}

/** Gives a new object the scopes of its class and the classes above. */
export function setScopes(context: Context, object: Operand, type: ClassType, value: () => Operand, node: ts.Node): void {
  const { program } = context;
  if (!needsScope(program, type.declaration)) return;
  let scope = scopeValue(context, value(), node);
  for (let current: ClassType | null = type; current !== null; current = current.parent()) {
    const { scopeField } = program.classes.layoutOf(current);
    if (scopeField === undefined) break;
    context.emit(Op.FieldSet, [object.value, scope], scopeField);
    const { parentField } = classScope(program, current.declaration);
    if (parentField < 0) break;
    scope = context.emit(Op.FieldGet, [scope], parentField);
  }
}

/** In the body of a member: the variables around the class that it uses. Requires: `this` is known. */
export function enterScope(context: Context, type: ClassType | null, nodes: readonly ts.Node[]): void {
  const { program, self } = context;
  if (type === null || self === null || !needsScope(program, type.declaration)) return;
  const { declaration } = type;
  const { surroundings } = classScope(program, declaration);
  if (surroundings === null) return;
  const used = namesIn(program, nodes);
  const symbol = declaration.name === undefined ? undefined : program.symbolOf(declaration.name);
  context.inherit(surroundings.home);
  const value = ownScope(context, type, self);
  if (symbol !== undefined) bindClass(context, symbol, operand(classValueType(declaration, symbol.name), value));
  for (const [index, capture] of surroundings.captures.entries()) {
    if (capture.symbol === null || capture.variable === null || !used.has(capture.symbol)) continue;
    const held = context.emit(Op.FieldGet, [value], surroundings.captureFields[index]);
    context.variables.set(capture.symbol, importVariable(context, capture.symbol, capture.variable, held));
  }
}

/** Of a class that has one, in a member of it. */
export function ownScope(context: Context, type: ClassType, self: Operand): Value {
  if (self.type.kind === TypeKind.ClassValue)
    return scopeOf(context, self.type.declaration, context.value(self), type.declaration, type.declaration);
  const { scopeField } = context.program.classes.layoutOf(type);
  return context.emit(Op.FieldGet, [context.value(self)], scopeField ?? 0);
}

/** What the code names; what its lifted functions name, too. */
function namesIn(program: Program, nodes: readonly ts.Node[]): Set<ts.Symbol> {
  const names = new Set<ts.Symbol>();
  const add = (symbol: ts.Symbol): void => {
    if (names.has(symbol)) return;
    names.add(symbol);
    for (const free of program.localFunctions.lifted(symbol)?.free ?? []) add(free);
  };
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? program.symbolOf(node) : undefined;
    if (symbol !== undefined) add(symbol);
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) visit(node);
  return names;
}
