// Type inference: the type arguments of a generic call, from its operands. The checker cannot tell: it loses machine types in operators.

import ts from "typescript";
import type { Context } from "../context.ts";
import { laidOutAs } from "../expressions/lower-tuple-rests.ts";
import { isAdaptable, type Operand } from "../operands.ts";
import { canBeWalked, elementTypeOf } from "../statements/lower-iteration.ts";
import { plainType } from "../types/exact-types.ts";
import { isExamined } from "../types/examined-parameters.ts";
import { callSignatureOf, codeTypeOf } from "../types/function-roles.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { isMixinBase } from "../types/local-classes.ts";
import { memberName } from "../types/member-names.ts";
import { genericSignature, ownParameters, thisOfSignature, withoutThis } from "../types/this-parameters.ts";
import { partsAtPlaces, restTupleType } from "../types/tuple-parts.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { mentionsNumber, mentionsUnknown } from "../types/type-parts.ts";
import { callTypeArguments } from "../types/type-resolution.ts";
import {
  type ClassType,
  type FunctionType,
  identity,
  type ObjectType,
  presentType,
  type Type,
  TypeKind,
  tupleType,
  types,
  unionType,
  widened,
} from "../types/types.ts";
import { type Argument, atOwnPlaces, lowerArguments } from "./arguments.ts";
import type { FunctionNode, Owner } from "./functions.ts";
import { instanceOfGeneric } from "./generic-functions.ts";

export interface InferredCall {
  readonly typeArguments: readonly Type[];
  readonly operands: readonly Operand[];
}

/** Type arguments given, as the checker has them, or by matching parameters with operands; and the lowered arguments. */
export function inferTypeArguments(
  context: Context,
  declaration: FunctionNode,
  owner: Owner | null,
  args: readonly Argument[],
  node: ts.Node,
  around: TypeEnvironment = TypeEnvironment.empty,
): InferredCall {
  const { program } = context;
  const parameters = declaration.typeParameters ?? [];
  const symbols = parameters.map((parameter) => program.symbolOf(parameter.name));
  const base = owner === null ? around : owner.isStatic ? owner.ownClass.environment : owner.ownClass.environment.withThis(owner.ownClass);
  const seen = checkerArguments(context, declaration, node);
  const isGiven = ts.isCallExpression(node) && node.typeArguments !== undefined && seen !== undefined;
  // Which instance of a generic function is meant only the whole call can say.
  const takesGeneric = args.some(
    ({ node: own }) => ts.isExpression(own) && genericSignature(program.checker.getTypeAtLocation(own)) !== undefined,
  );
  // What a mixin is applied to is known of the operand alone: the checker's type stands for the classes below it, too.
  const isForMixin = parameters.some(
    ({ constraint }) => constraint !== undefined && isMixinBase(program.checker.getTypeFromTypeNode(constraint), program.checker),
  );
  if (seen !== undefined && (isGiven || takesGeneric || !(isForMixin || seen.some(mentionsNumber)))) {
    const named = withExact(context, declaration, seen, node);
    const environment = base.extend(bind(symbols, named));
    return { typeArguments: named, operands: lowerWith(context, declaration, environment, args, node) };
  }
  const found = new Matches(symbols);
  const placed = atOwnPlaces(args, ownPlaces(context, declaration));
  const operands = lowerMatching(context, declaration, base, placed, found, symbols, seen);
  const inferred = parameters.map((parameter, index) => {
    const symbol = symbols[index];
    const match = symbol === undefined ? undefined : found.result(symbol);
    const last = symbol === undefined ? undefined : found.lastResort(symbol);
    const checked = seen?.[index];
    // Object types of one shape that were written twice are one type to the checker.
    if (checked !== undefined && match?.kind === TypeKind.Union && !mentionsNumber(checked) && match.members.every(isStructural))
      return checked;
    if (match !== undefined && checked !== undefined) return withMissable(match, checked);
    return match ?? checked ?? last ?? anyOf(context, parameter, seen, base) ?? context.refuse(node, "TSM3009", parameter.name.text);
  });
  const typeArguments = withExact(context, declaration, inferred, node);
  return { typeArguments, operands: packTrailing(context, declaration, base.extend(bind(symbols, typeArguments)), placed, operands, node) };
}

/** How many arguments have a type each: all, where a rest parameter has the type of a tuple of them. */
function ownPlaces({ program }: Context, declaration: FunctionNode): number {
  const parameters = ownParameters(declaration);
  const last = parameters.at(-1);
  if (last?.dotDotDotToken === undefined) return parameters.length;
  const isWhole = (program.checker.getTypeAtLocation(last).flags & ts.TypeFlags.TypeParameter) !== 0;
  return isWhole ? Number.POSITIVE_INFINITY : parameters.length - 1;
}

/** A type parameter that only the body of a function with several signatures has, and that the arguments say nothing of. */
function anyOf(
  { program }: Context,
  { constraint }: ts.TypeParameterDeclaration,
  seen: readonly Type[] | undefined,
  base: TypeEnvironment,
): Type | undefined {
  if (seen !== undefined) return undefined;
  return constraint === undefined ? types.unknown : program.converter.ofTypeNode(constraint, base);
}

/** A tuple of the parameters of a function type, which does not tell optional ones from those that may be undefined. */
function withMissable(match: Type, checked: Type): Type {
  const isLike = match.kind === TypeKind.Tuple && checked.kind === TypeKind.Tuple && match.elements.length === checked.elements.length;
  return isLike && checked.required < match.required ? tupleType(match.elements, checked.required) : match;
}

function isStructural(type: Type): boolean {
  return type.kind === TypeKind.Object;
}

/** With what the call says of a parameter beyond its type, as which names a key can be: an instance for each choice. */
function withExact(context: Context, declaration: FunctionNode, list: readonly Type[], node: ts.Node): readonly Type[] {
  const { checker, converter } = context.program;
  const parameters = declaration.typeParameters ?? [];
  if (!ts.isCallExpression(node) || !parameters.some((parameter) => isExamined(checker, parameter))) return list;
  const signature = checker.getResolvedSignature(node);
  const seen = signature === undefined ? [] : callTypeArguments(checker, signature);
  // Another signature of the function has type parameters of its own.
  if (seen.length !== parameters.length) return list;
  return list.map((type, index) =>
    isExamined(checker, parameters[index]) ? converter.exact(type, seen[index], context.environment, node) : type,
  );
}

/** The type arguments that make a generic function a value of the expected function type. */
export function typeArgumentsFor(context: Context, declaration: FunctionNode, expected: Type | undefined, node: ts.Node): Type[] {
  const { program } = context;
  const wanted = expected === undefined ? undefined : presentType(expected);
  if (wanted?.kind !== TypeKind.Function)
    return context.refuse(node, "TSM9001", "values of generic functions without a function type around them");
  const symbols = (declaration.typeParameters ?? []).map((parameter) => program.symbolOf(parameter.name));
  const patterns = ownParameters(declaration).map((parameter) => program.checker.getTypeAtLocation(parameter));
  const { params } = withoutThis(wanted);
  const found = matchedBy(context, symbols, patterns, params, undefined);
  return symbols.map((symbol) => found(symbol) ?? context.refuse(node, "TSM3009", node.getText()));
}

/** What the type parameters of a signature stand for where a function of certain types is wanted. */
export function signatureArguments(context: Context, signature: ts.Signature, wanted: FunctionType, node: ts.Node): Type[] {
  const symbols = (signature.typeParameters ?? []).map(({ symbol }) => symbol);
  const patterns = signature.parameters.map((parameter) => context.program.checker.getTypeOfSymbolAtLocation(parameter, node));
  const { params, result } = withoutThis(wanted);
  const found = matchedBy(context, symbols, patterns, params, { pattern: signature.getReturnType(), type: result });
  const seen = symbols.every((symbol) => found(symbol) !== undefined) ? undefined : parameterSeen(context, node);
  if (seen !== undefined && seen !== wanted) return signatureArguments(context, signature, seen, node);
  return symbols.map((symbol) => found(symbol) ?? context.refuse(node, "TSM3009", node.getText()));
}

/** What type parameters stand for by the types that stand at the places of these; by members of theirs where nothing else tells. */
function matchedBy(
  context: Context,
  symbols: readonly (ts.Symbol | undefined)[],
  patterns: readonly ts.Type[],
  params: readonly Type[],
  result: { pattern: ts.Type; type: Type } | undefined,
): (symbol: ts.Symbol | undefined) => Type | undefined {
  const found = new Matches(symbols);
  const pairs = patterns.slice(0, params.length).map((pattern, index) => ({ pattern, type: params[index] }));
  for (const { pattern, type } of result === undefined ? pairs : [...pairs, result])
    match(context, pattern, type, (symbol, part) => found.add(symbol, part, false));
  const inside = new Matches(symbols);
  for (const { pattern, type } of pairs) matchMembers(context, pattern, type, (symbol, part) => inside.add(symbol, part, false));
  return (symbol) => (symbol === undefined ? undefined : (found.result(symbol) ?? inside.result(symbol) ?? inside.lastResort(symbol)));
}

/** What the signature that the checker chose for a call takes in the place of an argument: its body may take unknown values. */
function parameterSeen(context: Context, node: ts.Node): FunctionType | undefined {
  const { checker, converter } = context.program;
  const index = ts.isCallExpression(node.parent) ? node.parent.arguments.indexOf(node as ts.Expression) : -1;
  const parameter = index < 0 ? undefined : checker.getResolvedSignature(node.parent as ts.CallExpression)?.parameters.at(index);
  if (parameter === undefined) return undefined;
  const type = converter.convert(checker.getTypeOfSymbolAtLocation(parameter, node), context.environment, node);
  return type.kind === TypeKind.Function ? type : undefined;
}

function bind(symbols: readonly (ts.Symbol | undefined)[], typeArguments: readonly Type[]): Map<ts.Symbol, Type> {
  const result = new Map<ts.Symbol, Type>();
  symbols.forEach((symbol, index) => {
    if (symbol !== undefined) result.set(symbol, typeArguments[index]);
  });
  return result;
}

/** What the checker inferred for this very call; undefined where the call is to a built-in with another declaration. */
function checkerArguments(context: Context, declaration: FunctionNode, node: ts.Node): Type[] | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const signature = context.program.checker.getResolvedSignature(node);
  if (signature?.declaration === undefined || signature.declaration.getSourceFile() !== declaration.getSourceFile()) return undefined;
  const found = callTypeArguments(context.program.checker, signature);
  if (found.length !== (declaration.typeParameters?.length ?? 0)) return undefined;
  return found.map((type) => context.program.converter.convert(type, context.environment, node));
}

function parameterTypes(context: Context, declaration: FunctionNode, environment: TypeEnvironment): { types: Type[]; hasRest: boolean } {
  const list = ownParameters(declaration).map((parameter) => {
    const type = context.program.converter.convert(context.program.checker.getTypeAtLocation(parameter), environment, parameter);
    return parameter.questionToken === undefined ? type : unionType([type, types.undefined]);
  });
  return { types: list, hasRest: declaration.parameters.at(-1)?.dotDotDotToken !== undefined };
}

function lowerWith(
  context: Context,
  declaration: FunctionNode,
  environment: TypeEnvironment,
  args: readonly Argument[],
  node: ts.Node,
): Operand[] {
  const { types: params, hasRest } = parameterTypes(context, declaration, environment);
  return lowerArguments(context, args, params, hasRest, node);
}

/** Whether it is a tuple with optional elements, or a list of such. */
function hasMissableElements(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (checker.isTupleType(type)) {
    const { elementFlags } = (type as ts.TupleTypeReference).target;
    if (elementFlags.some((flag) => flag === ts.ElementFlags.Optional)) return true;
  }
  const parts = checker.isTupleType(type) || checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  return parts.some((part) => hasMissableElements(checker, part));
}

/** Lowers one argument after the other; what an earlier one has settled guides the later ones. */
function lowerMatching(
  context: Context,
  declaration: FunctionNode,
  base: TypeEnvironment,
  args: readonly Argument[],
  found: Matches,
  symbols: readonly (ts.Symbol | undefined)[],
  seen: readonly Type[] | undefined,
): Operand[] {
  const { checker, converter } = context.program;
  const parameters = ownParameters(declaration);
  const fixed = parameters.length - 1;
  const rest: Type[] = [];
  /** An argument of a rest parameter whose type, a type parameter, is the tuple of all of them. */
  const collected = (argument: Argument, index: number, symbol: ts.Symbol): Operand => {
    const known = found.result(symbol);
    const given = argument.lower(known?.kind === TypeKind.Tuple ? known.elements[index - fixed] : undefined);
    rest.push(widened(given.type));
    return given;
  };
  const operands = args.map((argument, index) => {
    const parameter = parameters[Math.min(index, fixed)];
    if (parameter === undefined) return argument.lower();
    let pattern = checker.getTypeAtLocation(parameter);
    const isWhole = parameter.dotDotDotToken !== undefined && (pattern.flags & ts.TypeFlags.TypeParameter) !== 0;
    if (isWhole) return collected(argument, index, pattern.symbol);
    if (parameter.dotDotDotToken !== undefined && !argument.isSpread)
      pattern = checker.getTypeArguments(pattern as ts.TypeReference)[0] ?? pattern;
    // A literal alone does not tell which elements are left out of it.
    const isMissable = seen !== undefined && ts.isArrayLiteralExpression(argument.node) && hasMissableElements(checker, pattern);
    const settled = symbols.map((symbol, at) => (symbol && found.result(symbol)) ?? (isMissable ? seen[at] : types.unknown));
    const expected = converter.convert(pattern, base.extend(bind(symbols, settled)), parameter);
    const isOpen = ts.isArrayLiteralExpression(argument.node) && checker.isTupleType(pattern) && mentionsUnknown(expected);
    const lowered = argument.lower(isOpen ? undefined : expected);
    const generic = expected.kind === TypeKind.Function ? callSignatureOf(lowered.type) : undefined;
    const given = generic === undefined ? lowered : instanceOfGeneric(context, lowered, generic, expected as FunctionType, argument.node);
    match(context, pattern, given.type, (symbol, type) => found.add(symbol, type, isAdaptable(given)));
    // What a method of the library is called on says alone what its elements are.
    if (ts.isIdentifier(parameter.name) && parameter.name.text === "self") found.settle();
    return given;
  });
  const last = parameters.at(-1);
  const whole = last?.dotDotDotToken === undefined ? undefined : checker.getTypeAtLocation(last);
  if (whole !== undefined && whole.flags & ts.TypeFlags.TypeParameter && !args.some((argument) => argument.isSpread))
    found.add(whole.symbol, tupleType(rest), true);
  return operands;
}

/** Packs rest arguments that were lowered one by one. */
function packTrailing(
  context: Context,
  declaration: FunctionNode,
  environment: TypeEnvironment,
  args: readonly Argument[],
  operands: readonly Operand[],
  node: ts.Node,
): Operand[] {
  const { types: params, hasRest } = parameterTypes(context, declaration, environment);
  const again = operands.map((given, index): Argument => {
    const { node: own } = args[index];
    const isFresh = ts.isArrayLiteralExpression(own);
    return {
      ...args[index],
      lower: (expected) => (isFresh && expected !== undefined ? laidOutAs(context, given, expected, own) : given),
    };
  });
  return hasRest ? lowerArguments(context, again, params, hasRest, node) : again.map((each, index) => each.lower(params[index]));
}

class Matches {
  private readonly known: ReadonlySet<ts.Symbol>;
  private readonly strong = new Map<ts.Symbol, Type[]>();
  private readonly weak = new Map<ts.Symbol, Type[]>();
  /** Where operands have the type unknown, or never. */
  private readonly vague = new Map<ts.Symbol, Type>();
  private readonly settled = new Set<ts.Symbol>();

  constructor(symbols: readonly (ts.Symbol | undefined)[]) {
    this.known = new Set(symbols.filter((symbol) => symbol !== undefined));
  }

  add(symbol: ts.Symbol, given: Type, isWeak: boolean): void {
    const type = plainType(given);
    if (this.settled.has(symbol)) return;
    if (type.kind === TypeKind.Unknown || (type.kind === TypeKind.Never && !this.vague.has(symbol))) this.vague.set(symbol, type);
    if (!this.known.has(symbol) || type.kind === TypeKind.Unknown || type.kind === TypeKind.Never) return;
    const list = isWeak ? this.weak : this.strong;
    list.set(symbol, [...(list.get(symbol) ?? []), widened(type)]);
  }

  /** What a type parameter stands for that meets nothing but operands of type unknown or never. */
  lastResort(symbol: ts.Symbol): Type | undefined {
    return this.vague.get(symbol);
  }

  /** Keeps what is known of type parameters as it is. */
  settle(): void {
    for (const [symbol, type] of this.vague) if (!this.strong.has(symbol)) this.strong.set(symbol, [type]);
    for (const symbol of this.strong.keys()) this.settled.add(symbol);
  }

  /** Literals give way to typed operands. */
  result(symbol: ts.Symbol): Type | undefined {
    const list = this.strong.get(symbol) ?? this.weak.get(symbol);
    return list === undefined ? undefined : unionType(list);
  }
}

/** Walks a declared type and an own type together, and reports what the type parameters meet. */
function match(context: Context, pattern: ts.Type, type: Type, found: (symbol: ts.Symbol, type: Type) => void): void {
  const { checker } = context.program;
  if (pattern.flags & ts.TypeFlags.TypeParameter) return found(pattern.symbol, type);
  if (pattern.isUnion()) return matchOnce(context, pattern, type, found);
  const signature = pattern.getCallSignatures()[0];
  const called = codeTypeOf(type) ?? type;
  if (called.kind === TypeKind.Function && signature !== undefined) return matchSignature(context, signature, called, found);
  if (!((pattern as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference)) return;
  const parts = checker.getTypeArguments(pattern as ts.TypeReference);
  for (const [index, part] of partsOf(context, pattern, type).entries()) {
    if (index < parts.length) match(context, parts[index], part, found);
  }
}

/** How deep members are looked into: types may be made of themselves. */
const MEMBER_DEPTH_MAX = 4;

/** The same by the members of object types: of `{ kind: "left"; left: L }` what L stands for. */
function matchMembers(context: Context, pattern: ts.Type, type: Type, found: (symbol: ts.Symbol, type: Type) => void, depth = 0): void {
  const { checker } = context.program;
  if (pattern.flags & ts.TypeFlags.TypeParameter) return found(pattern.symbol, type);
  if (depth > MEMBER_DEPTH_MAX) return;
  const present = presentType(type);
  for (const own of present.kind === TypeKind.Union ? present.members : [present]) {
    for (const one of pattern.isUnion() ? pattern.types : [pattern]) {
      if (own.kind !== TypeKind.Object) match(context, one, own, found);
      else if (isMember(checker, one, own))
        for (const property of checker.getPropertiesOfType(one)) {
          const inner = own.properties().get(memberName(property))?.type;
          if (inner !== undefined) matchMembers(context, checker.getTypeOfSymbol(property), inner, found, depth + 1);
        }
    }
  }
}

/** Whether the object type has the members of the pattern, and not another literal where that says which one of several it is. */
function isMember(checker: ts.TypeChecker, pattern: ts.Type, { properties }: ObjectType): boolean {
  const own = properties();
  return checker.getPropertiesOfType(pattern).every((property) => {
    const found = own.get(memberName(property));
    const wanted = checker.getTypeOfSymbol(property);
    return found !== undefined && (found.literal === undefined || !wanted.isLiteral() || wanted.value === found.literal);
  });
}

const matching = new Set<string>();

/** A recursive type meets the pattern again inside itself: that says nothing more of what the pattern's parameters stand for. */
function matchOnce(context: Context, pattern: ts.UnionType, type: Type, found: (symbol: ts.Symbol, type: Type) => void): void {
  const pair = `${identity(pattern)} ${type.id}`;
  if (matching.has(pair)) {
    for (const part of pattern.types) if (part.flags & ts.TypeFlags.TypeParameter) found(part.symbol, types.never);
    return;
  }
  matching.add(pair);
  try {
    matchUnionPattern(context, pattern.types, presentType(type), found);
  } finally {
    matching.delete(pair);
  }
}

function matchSignature(
  context: Context,
  signature: ts.Signature,
  whole: FunctionType,
  found: (symbol: ts.Symbol, type: Type) => void,
): void {
  const { checker } = context.program;
  const self = thisOfSignature(checker, signature);
  if (self !== undefined && whole.takesThis) match(context, self, whole.params[0], found);
  const type = withoutThis(whole);
  signature.parameters.forEach((parameter, index) => {
    const declared = parameter.valueDeclaration;
    const own = declared === undefined ? undefined : checker.getTypeOfSymbolAtLocation(parameter, declared);
    const isWhole = declared !== undefined && ts.isParameter(declared) && declared.dotDotDotToken !== undefined;
    if (isWhole && own !== undefined && own.flags & ts.TypeFlags.TypeParameter) found(own.symbol, restOfParameters(type, index));
    else if (declared !== undefined && index < type.params.length)
      match(context, checker.getTypeOfSymbolAtLocation(parameter, declared), type.params[index], found);
  });
  match(context, signature.getReturnType(), type.result, found);
}

/** What a rest parameter stands for that takes the parameters from an index on. */
function restOfParameters(type: FunctionType, index: number): Type {
  const last = type.params.at(-1);
  if (!type.hasRest || last?.kind !== TypeKind.Array) return tupleType(type.params.slice(index));
  return restTupleType({ start: type.params.slice(index, -1), rest: last.element, end: [] });
}

/** What a member such as Promise<T> or T[] takes is not what the bare T beside it stands for. */
function matchUnionPattern(
  context: Context,
  patterns: readonly ts.Type[],
  type: Type,
  found: (symbol: ts.Symbol, type: Type) => void,
): void {
  if (type.kind === TypeKind.Never) return;
  const isBare = (pattern: ts.Type): boolean => (pattern.flags & ts.TypeFlags.TypeParameter) !== 0;
  const left: Type[] = [];
  for (const member of type.kind === TypeKind.Union ? type.members : [type]) {
    let isTaken = false;
    const take = (symbol: ts.Symbol, part: Type): void => {
      isTaken = true;
      found(symbol, part);
    };
    for (const pattern of patterns) if (!isBare(pattern)) match(context, pattern, member, take);
    if (!isTaken) left.push(member);
  }
  if (left.length > 0) for (const pattern of patterns.filter(isBare)) match(context, pattern, unionType(left), found);
}

/** The own types that stand at the places of the pattern's type arguments. */
function partsOf(context: Context, pattern: ts.Type, type: Type): readonly Type[] {
  const { checker } = context.program;
  const isIterable =
    pattern.symbol?.name === "Iterable" &&
    isLibraryFile(pattern.symbol.declarations?.[0]?.getSourceFile() ?? context.program.loaded.files[0]);
  if (isIterable) return canBeWalked(context, type) ? [elementTypeOf(context, type, context.program.loaded.files[0])] : [];
  if ((type.kind === TypeKind.Array || type.kind === TypeKind.Tuple) && checker.isTupleType(pattern))
    return partsAtPlaces((pattern as ts.TypeReference).target as ts.TupleType, type);
  if (type.kind === TypeKind.Array) return checker.isArrayType(pattern) ? [type.element] : [];
  return type.kind === TypeKind.Class ? argumentsAs(context, pattern, type) : [];
}

/** The type arguments of the class, or of the one above it that the pattern names. */
function argumentsAs(context: Context, pattern: ts.Type, type: ClassType): readonly Type[] {
  const declared = pattern.symbol?.declarations ?? [];
  const library = context.program.libraryClass(pattern.symbol?.name ?? "");
  for (let current: ClassType | null = type; current !== null; current = current.parent()) {
    if (declared.includes(current.declaration) || library === current.declaration) return current.typeArguments;
  }
  return [];
}
