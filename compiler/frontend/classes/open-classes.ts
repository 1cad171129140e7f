// Open classes: generic classes whose objects are taken for those of the same class with other type arguments, as `Option<never>` is for
// `Option<number>`. Each choice of type arguments is a class of its own with its own layout, so such objects are reached as those of an
// interface are: by slots that convert. Which classes are meant shows while lowering, which then starts again.
// Invariants: a class is open together with all generic classes above and below it, so that no test leads to a layout the object lacks.

import ts from "typescript";
import type { Program } from "../program.ts";
import { noteTypesToOpen } from "../types/open-types.ts";
import { classBehind, derivesFrom, innerTypes } from "../types/type-parts.ts";
import { type ClassType, isNumeric, mayBeAbsent, type ObjectType, type Type, TypeKind, types } from "../types/types.ts";
import { noteViews } from "./library-views.ts";

/** Notes the classes, and other types, for which there would be a conversion if they were open. */
export function noteClassesToOpen(program: Program, given: Type, target: Type): void {
  noteTypesToOpen(program.typesToOpen, given, target);
  noteViews(program, given, target);
  for (const to of classesIn(target)) {
    for (const from of classesIn(given)) {
      const isSame = to.typeArguments.length > 0 && derivesFrom(from, to.declaration);
      if (isSame && !to.isPacked && !program.isRuntime(to.declaration.getSourceFile())) program.classesToOpen.add(to.declaration);
    }
  }
}

/** Notes that values of a type were taken for such of an open class, or for one of the members of a type that holds it. */
export function noteSource(given: Type, target: Type): void {
  if (target.kind !== TypeKind.Object || target.sources === undefined || given === target) return;
  if (given.kind === TypeKind.Union) for (const member of given.members) target.sources.add(member);
  else target.sources.add(given);
}

/** Whether objects of the class come to be seen through the view, by what was noted until now. */
export function isSeenAs(own: ClassType, view: ObjectType): boolean {
  const classes = new Set<Type>();
  for (let current: ClassType | null = own; current !== null; current = current.parent()) classes.add(current);
  const sources = new Set<Type>([view]);
  for (const source of sources) {
    if (classes.has(source)) return true;
    // What was something else on the way may have been any object.
    const isVague = source.kind === TypeKind.Unknown || (source.kind === TypeKind.Object && source.view === undefined);
    if (isVague && view.view !== undefined && mayBeSeenAs(own, view.view)) return true;
    if (source.kind === TypeKind.Object) for (const next of source.sources ?? []) sources.add(next);
  }
  return false;
}

/** Whether objects of the class are at all like those of the other one: what they are made of has something in common. */
function mayBeSeenAs(own: ClassType, view: ClassType): boolean {
  for (let current: ClassType | null = own; current !== null; current = current.parent())
    if (current.declaration === view.declaration) return haveCommonArguments(current, view, 0);
  return true;
}

function haveCommonArguments(one: ClassType, other: ClassType, depth: number): boolean {
  return one.typeArguments.every((argument, index) => haveCommonValues(argument, other.typeArguments[index], depth + 1));
}

const DEPTH_MAX = 6;

/** Whether values of the one type may be values of the other. Says yes in doubt. */
function haveCommonValues(one: Type, other: Type, depth: number): boolean {
  const isAnything = ({ kind }: Type): boolean => kind === TypeKind.Unknown || kind === TypeKind.Never || kind === TypeKind.Void;
  if (one === other || isAnything(one) || isAnything(other) || depth > DEPTH_MAX) return true;
  const parts = [one, other].map((type) => (type.kind === TypeKind.Union ? type.members : [type]));
  if (mayBeAbsent(one) && mayBeAbsent(other)) return true;
  return parts[0].some((left) => parts[1].some((right) => areAlike(left, right, depth)));
}

function areAlike(one: Type, other: Type, depth: number): boolean {
  if (one.kind === TypeKind.Array && other.kind === TypeKind.Array) return haveCommonValues(one.element, other.element, depth + 1);
  if (one.kind === TypeKind.Tuple && other.kind === TypeKind.Tuple)
    return one.elements.every((element, index) => haveCommonValues(element, other.elements[index] ?? types.never, depth + 1));
  const [left, right] = [classBehind(one), classBehind(other)];
  if (left.kind === TypeKind.Class && right.kind === TypeKind.Class && left.declaration === right.declaration)
    return haveCommonArguments(left, right, depth);
  if (left.kind === TypeKind.Object && right.kind === TypeKind.Object)
    return [...right.properties().values()].every(({ name, type }) => {
      const own = left.properties().get(name);
      return own === undefined || haveCommonValues(own.type, type, depth + 1);
    });
  const isObject = ({ kind }: Type): boolean => kind === TypeKind.Class || kind === TypeKind.Object || kind === TypeKind.Tuple;
  return left.kind === right.kind || (isObject(left) && isObject(right)) || (isNumeric(left) && isNumeric(right));
}

/** So many instances of a class with names that long are no program that somebody wrote. */
const INSTANCES_MAX = 40;
const NAME_LENGTH_MIN = 160;

/** A class of which there are ever more, each with type arguments that are made of the last one. */
export function endlessClass(live: readonly (ClassType | null)[]): ts.ClassLikeDeclaration | undefined {
  const counts = new Map<ts.ClassLikeDeclaration, number>();
  for (const type of live) {
    if (type === null || type.typeArguments.length === 0 || type.name.length < NAME_LENGTH_MIN) continue;
    const count = (counts.get(type.declaration) ?? 0) + 1;
    if (count > INSTANCES_MAX) return type.declaration;
    counts.set(type.declaration, count);
  }
  return undefined;
}

/** The classes that the type is made of, without what is behind their members. */
function classesIn(type: Type): ClassType[] {
  // A type may be made of itself.
  const parts = new Set<Type>([type]);
  for (const part of parts) for (const inner of innerTypes(part)) parts.add(inner);
  return [...parts].filter((part) => part.kind === TypeKind.Class);
}

/** The classes with all generic ones that they derive from, and that derive from those. */
export function withRelatives(program: Program, classes: ReadonlySet<ts.ClassLikeDeclaration>): Set<ts.ClassLikeDeclaration> {
  const neighbours = classes.size === 0 ? new Map<ts.ClassLikeDeclaration, ts.ClassLikeDeclaration[]>() : heritageOf(program);
  const found = new Set(classes);
  for (const declaration of found) for (const next of neighbours.get(declaration) ?? []) found.add(next);
  return new Set([...found].filter((declaration) => (declaration.typeParameters?.length ?? 0) > 0));
}

/** The classes right above and below each class of the program. */
function heritageOf(program: Program): Map<ts.ClassLikeDeclaration, ts.ClassLikeDeclaration[]> {
  const result = new Map<ts.ClassLikeDeclaration, ts.ClassLikeDeclaration[]>();
  const link = (from: ts.ClassLikeDeclaration, to: ts.ClassLikeDeclaration): void => {
    result.set(from, [...(result.get(from) ?? []), to]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      const heritage = node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
      const symbol = heritage === undefined ? undefined : program.checker.getTypeAtLocation(heritage).symbol;
      const parent = symbol?.declarations?.find(ts.isClassLike);
      if (parent !== undefined) {
        link(node, parent);
        link(parent, node);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.loaded.files) if (!program.isRuntime(file)) visit(file);
  return result;
}

/**
 * The class that a value turned out to be of, where the checker lost the type arguments: of what is an `Option<number>` and a `Some<any>`,
 * it is a `Some<number>`. Of what was unknown it is any of the class. Undefined where the class above does not tell them.
 */
export function derivedOf(program: Program, given: Type, flow: ts.Type): Type | undefined {
  const above = classBehind(given);
  const declaration = flow.symbol?.declarations?.find(ts.isClassLike);
  if (!isReference(flow)) return undefined;
  const isVague = program.checker.getTypeArguments(flow).some(({ flags }) => flags & ts.TypeFlags.Any);
  if (!isVague || declaration?.typeParameters === undefined) return undefined;
  if (given.kind === TypeKind.Unknown) return anyOfClass(program, declaration);
  if (above.kind !== TypeKind.Class) return undefined;
  const bound = argumentsAbove(program, declaration, above);
  const typeArguments = declaration.typeParameters.map(({ name }) => bound?.get(program.checker.getSymbolAtLocation(name)));
  return typeArguments.every((argument) => argument !== undefined) ? program.converter.seenClass(declaration, typeArguments) : undefined;
}

/** Objects of a class of which nobody knows the type arguments: seen as such, which wants an open class. */
function anyOfClass(program: Program, declaration: ts.ClassLikeDeclaration): Type | undefined {
  if (program.isRuntime(declaration.getSourceFile())) return undefined;
  const seen = program.converter.seenClass(
    declaration,
    (declaration.typeParameters ?? []).map(() => types.unknown),
  );
  if (seen.kind !== TypeKind.Class) return seen;
  program.classesToOpen.add(declaration);
  return undefined;
}

/** What the parameters of a class stand for where it derives from another one with known arguments. */
export function argumentsAbove(
  program: Program,
  declaration: ts.ClassLikeDeclaration,
  above: ClassType,
): Map<ts.Symbol | undefined, Type> | undefined {
  const { checker } = program;
  const heritage = declaration.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  if (heritage === undefined) return undefined;
  const parent = checker.getTypeAtLocation(heritage);
  const parentDeclaration = parent.symbol?.declarations?.find(ts.isClassLike);
  if (parentDeclaration === undefined) return undefined;
  const parameters = (parentDeclaration.typeParameters ?? []).map(({ name }) => checker.getSymbolAtLocation(name));
  const known =
    parentDeclaration === above.declaration
      ? new Map(parameters.map((symbol, index) => [symbol, above.typeArguments[index]]))
      : argumentsAbove(program, parentDeclaration, above);
  if (known === undefined) return undefined;
  const result = new Map<ts.Symbol | undefined, Type>();
  if (isReference(parent))
    checker.getTypeArguments(parent).forEach((argument, index) => {
      const type = known.get(parameters[index]);
      if (argument.flags & ts.TypeFlags.TypeParameter && type !== undefined) result.set(argument.symbol, type);
    });
  return result;
}

export function isReference(type: ts.Type): type is ts.TypeReference {
  return (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
}
