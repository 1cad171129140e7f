// Type resolution: in an instance of generic code each type parameter stands for a type that is known, so TypeScript's checker can say what
// a conditional, mapped, indexed or template literal type comes to there. For that the own types are given back to it as its own.
// Owns:       the one use of the checker's instantiation, and the checker's types behind the own ones.
// Invariants: (1) what is given back is neither more nor less than the own type says: no literal of the place it was first met at
//             (2) a parameter that cannot be given back stays in the type, which then is not closed

import ts from "typescript";
import type { ResolvedType, TypeEnvironment } from "./type-environment.ts";
import { TypeEnvironment as Environment } from "./type-environment.ts";
import { type ClassType, type Type, TypeKind } from "./types.ts";

/** What TypeScript's services use and its public typings leave out. */
interface InternalChecker {
  createSymbol(flags: ts.SymbolFlags, name: string, checkFlags: number): LinkedSymbol;
  createArrayType(element: ts.Type): ts.Type;
  getUnionType(types: readonly ts.Type[]): ts.Type;
}
interface LinkedSymbol extends ts.Symbol {
  readonly links: { type?: ts.Type; target?: ts.Symbol; mapper?: unknown };
}

/** A symbol whose type is that of another one with other types for parameters. */
const INSTANTIATED = 1;
const FUNCTION_MAPPER = 3;
const DEPTH_MAX = 6;
const COMPUTED = ts.TypeFlags.Index | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional;

interface Origin {
  readonly type: ts.Type;
  readonly environment: TypeEnvironment;
}

export class TypeResolver {
  private readonly checker: ts.TypeChecker;
  private readonly internal: InternalChecker;
  /** What own types were made of, in order; most programs never ask for it. */
  private readonly origins = new Map<Type, Origin[]>();
  private readonly givenBack = new Map<Type, ts.Type | undefined>();
  private readonly libraryTypes = new Map<ts.ClassLikeDeclaration, ts.GenericType>();
  /** Whether a parameter was met that could not be given back. */
  private isOpen = false;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
    this.internal = checker as unknown as InternalChecker;
  }

  /** The type with what the parameters stand for in their places. */
  resolve(type: ts.Type, environment: TypeEnvironment): ResolvedType {
    const known = environment.resolved.get(type);
    if (known !== undefined) return known;
    const around = this.isOpen;
    this.isOpen = false;
    const found = this.instantiate(type, (part) => this.ofParameter(part, environment));
    const isFailed = (found.flags & ts.TypeFlags.Any) !== 0 && (type.flags & ts.TypeFlags.Any) === 0;
    const result = isFailed ? { type, isClosed: false } : { type: found, isClosed: !this.isOpen };
    this.isOpen = around;
    environment.resolved.set(type, result);
    return result;
  }

  /** The names of properties that a type has as its values; undefined where they are not known. */
  namesOf(whole: ts.Type, environment: TypeEnvironment): readonly string[] | undefined {
    const { type } = this.resolve(whole, environment);
    if (type.flags & ts.TypeFlags.Never) return [];
    const parts = type.isUnion() ? type.types : [type];
    const isKnown = parts.every((part) => part.isStringLiteral() || part.isNumberLiteral());
    return isKnown ? parts.map((part) => String((part as ts.LiteralType).value)) : undefined;
  }

  /** What a type that is computed from others comes to where its type parameters are known; undefined for all other types. */
  computed(type: ts.Type, environment: TypeEnvironment): ResolvedType | undefined {
    const isMapped = (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0;
    if (!isMapped && !type.isIntersection() && !(type.flags & COMPUTED)) return undefined;
    // Which class a mixin was applied to, its parameter says better than the checker.
    const isClass = (part: ts.Type): boolean => environment.lookup(part.symbol)?.kind === TypeKind.ClassValue;
    if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.TypeParameter && isClass(part))) return undefined;
    const found = this.resolve(type, environment);
    return found.type === type ? undefined : found;
  }

  /** The checker instantiates the type of a symbol when it is asked for. */
  private instantiate(type: ts.Type, func: (part: ts.Type) => ts.Type): ts.Type {
    const { internal, checker } = this;
    const target = internal.createSymbol(ts.SymbolFlags.Property, "declared", 0);
    target.links.type = type;
    const symbol = internal.createSymbol(ts.SymbolFlags.Property, "instantiated", INSTANTIATED);
    symbol.links.target = target;
    symbol.links.mapper = { kind: FUNCTION_MAPPER, func };
    return checker.getTypeOfSymbol(symbol);
  }

  private ofParameter(part: ts.Type, environment: TypeEnvironment): ts.Type {
    if (!(part.flags & ts.TypeFlags.TypeParameter)) return part;
    const isThis = (part as { isThisType?: boolean }).isThisType === true;
    const own = isThis ? environment.thisType : environment.lookupExact(part.symbol);
    if (own === null || own === undefined) return part;
    const found = this.allowedNames(part, own, environment) ?? this.typeOf(own);
    this.isOpen ||= found === undefined;
    return found ?? part;
  }

  /** Of a key of which no more is known than that it is a text: all that its parameter may be. */
  private allowedNames(part: ts.Type, own: Type, environment: TypeEnvironment): ts.Type | undefined {
    if (own.exact !== undefined || (own.kind !== TypeKind.String && own.kind !== TypeKind.Number && own.kind !== TypeKind.Union))
      return undefined;
    const declaration = part.symbol.declarations?.find(ts.isTypeParameterDeclaration);
    if (declaration?.constraint === undefined) return undefined;
    const constraint = this.resolve(this.checker.getTypeFromTypeNode(declaration.constraint), environment).type;
    return isLiteral(constraint) ? constraint : undefined;
  }

  /** Notes what an own type was made of. Called for every type there is: what the note is good for is asked by who needs it. */
  note(own: Type, type: ts.Type, environment: TypeEnvironment): void {
    if (own.exact !== undefined || isSaidWhole(own) || type.flags & ts.TypeFlags.TypeParameter) return;
    const known = this.origins.get(own);
    if (known === undefined) this.origins.set(own, [{ type, environment }]);
    else known.push({ type, environment });
  }

  /** Notes which type of the library a class of the runtime stands for. */
  noteLibraryType(declaration: ts.ClassLikeDeclaration, type: ts.Type): void {
    const { target } = type as ts.TypeReference;
    if (target !== undefined) this.libraryTypes.set(declaration, target as ts.GenericType);
  }

  /** Whether the own type says less than the checker's. */
  saysLess(own: Type, type: ts.Type): boolean {
    return this.typeOf(own) !== type && losesLiterals(this.checker, type, own, 0);
  }

  /** The checker's type that says what the own type says; undefined where none is known. */
  typeOf(own: Type): ts.Type | undefined {
    if (own.exact !== undefined) return own.exact.seen;
    if (this.givenBack.has(own)) return this.givenBack.get(own);
    const found = this.findType(own);
    if (found !== undefined) this.givenBack.set(own, found);
    return found;
  }

  private findType(own: Type): ts.Type | undefined {
    const { checker } = this;
    switch (own.kind) {
      case TypeKind.Void:
        return checker.getVoidType();
      case TypeKind.Never:
        return checker.getNeverType();
      case TypeKind.Unknown:
        return checker.getUnknownType();
      case TypeKind.Null:
        return checker.getNullType();
      case TypeKind.Undefined:
        return checker.getUndefinedType();
      case TypeKind.Boolean:
        return checker.getBooleanType();
      case TypeKind.Number:
        return checker.getNumberType();
      case TypeKind.String:
        return checker.getStringType();
      case TypeKind.Union:
        return own.isRecursive ? this.ofOrigin(own) : this.ofUnion(own.members, own.hasNull, own.hasUndefined);
      case TypeKind.Class:
        return this.ofClass(own);
      case TypeKind.Object:
        return own.view === undefined ? this.ofOrigin(own) : this.ofClass(own.view);
      case TypeKind.Array: {
        const element = own.isRecursive || own.places !== undefined ? undefined : this.typeOf(own.element);
        return element === undefined ? this.ofOrigin(own) : this.internal.createArrayType(element);
      }
      default:
        return this.ofOrigin(own);
    }
  }

  private ofOrigin(own: Type): ts.Type | undefined {
    const origin = this.origins.get(own)?.find(({ type }) => !losesLiterals(this.checker, type, own, 0));
    if (origin === undefined) return undefined;
    const { type, isClosed } = this.resolve(origin.type, origin.environment);
    return isClosed && !losesLiterals(this.checker, type, own, 0) ? type : undefined;
  }

  private ofUnion(members: readonly Type[], hasNull: boolean, hasUndefined: boolean): ts.Type | undefined {
    const { checker } = this;
    const parts = members.map((member) => this.typeOf(member));
    if (hasNull) parts.push(checker.getNullType());
    if (hasUndefined) parts.push(checker.getUndefinedType());
    const known = parts.filter((part) => part !== undefined);
    return known.length < parts.length ? undefined : this.internal.getUnionType(known);
  }

  private ofClass({ declaration, environment, typeArguments }: ClassType): ts.Type | undefined {
    const library = this.libraryTypes.get(declaration);
    if (library === undefined) {
      const { symbol } = declaration as unknown as { readonly symbol: ts.Symbol };
      const { type, isClosed } = this.resolve(this.checker.getDeclaredTypeOfSymbol(symbol), environment);
      return isClosed ? type : undefined;
    }
    const parameters = library.typeParameters ?? [];
    if (parameters.length !== typeArguments.length) return undefined;
    const bound = Environment.empty.extend(new Map(parameters.map((parameter, index) => [parameter.symbol, typeArguments[index]])));
    const { type, isClosed } = this.resolve(library, bound);
    return isClosed ? type : undefined;
  }
}

const LITERALS = ts.TypeFlags.Literal | ts.TypeFlags.EnumLiteral | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.StringMapping;

const MARKED = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;

/** Whether what an own type was made of says no more than it does itself. */
function isSaidWhole({ kind }: Type): boolean {
  return kind <= TypeKind.Boolean || kind === TypeKind.Number || kind === TypeKind.String || kind === TypeKind.Class;
}

function isLiteral(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).every((part) => (part.flags & LITERALS) !== 0);
}

/** Whether a type has literals, or marks on primitive types, that its own type does not tell. */
function losesLiterals(checker: ts.TypeChecker, type: ts.Type, own: Type, depth: number): boolean {
  if (depth > DEPTH_MAX) return false;
  if (type.flags & LITERALS) return checker.getBaseTypeOfLiteralType(type) !== type;
  if (type.isIntersection()) return type.getProperty("__int") === undefined && type.types.some(({ flags }) => (flags & MARKED) !== 0);
  const inside = (part: ts.Type): boolean => losesLiterals(checker, part, own, depth + 1);
  if (type.isUnion()) return !(type.flags & ts.TypeFlags.Boolean) && type.types.some(inside);
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  if ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference)
    return checker.getTypeArguments(type as ts.TypeReference).some(inside);
  if (own.kind !== TypeKind.Function) return false;
  return [...type.getCallSignatures(), ...type.getConstructSignatures()].some(
    (signature) =>
      inside(signature.getReturnType()) || signature.parameters.some((parameter) => inside(checker.getTypeOfSymbol(parameter))),
  );
}

/** The type arguments of a call, given or inferred, in the order of the declaration's type parameters. */
export function callTypeArguments(checker: ts.TypeChecker, signature: ts.Signature): readonly ts.Type[] {
  // The checker has had this since 5.x for its own services; the public typings leave it out.
  const internal = checker as unknown as { getTypeArgumentsForResolvedSignature(signature: ts.Signature): readonly ts.Type[] | undefined };
  return internal.getTypeArgumentsForResolvedSignature(signature) ?? [];
}
