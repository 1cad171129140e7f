// Local classes: classes in generic functions and classes, and mixins, which extend a type parameter. Each choice of what the type
// parameters around such a class stand for makes another class, with a layout and members of its own: a copy of its declaration stands
// for it.
// Invariants: (1) a copy differs from the declaration that is written only in its identity; its members are the same nodes
//             (2) what a mixin extends is one class that is known: a type argument for it is that very class, never one of several

import ts from "typescript";
import { HeldClasses, heritageOf } from "./held-classes.ts";
import { isAnyArray } from "./library-types.ts";
import { TypeEnvironment } from "./type-environment.ts";
import { classBehind, derivesFrom } from "./type-parts.ts";
import { type ClassType, classValueType, identity, type Type, TypeKind, widened } from "./types.ts";

interface Origin {
  readonly written: ts.ClassLikeDeclaration;
  readonly around: TypeEnvironment;
}

const origins = new WeakMap<ts.ClassLikeDeclaration, Origin>();

/** The declaration that a class is written as. */
export function writtenClass(declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration {
  return origins.get(declaration)?.written ?? declaration;
}

/** What the type parameters around a class stand for. */
export function environmentAround(declaration: ts.ClassLikeDeclaration): TypeEnvironment {
  return origins.get(declaration)?.around ?? TypeEnvironment.empty;
}

export class LocalClasses {
  private readonly checker: ts.TypeChecker;
  private readonly convert: (type: ts.Type, environment: TypeEnvironment, node: ts.Node) => Type;
  private readonly classOf: (declaration: ts.ClassLikeDeclaration) => Type;
  private readonly held: HeldClasses;
  private readonly copies = new Map<string, ts.ClassLikeDeclaration>();
  private readonly parameters = new Map<ts.ClassLikeDeclaration, readonly ts.TypeParameter[]>();

  constructor(
    checker: ts.TypeChecker,
    convert: (type: ts.Type, environment: TypeEnvironment, node: ts.Node) => Type,
    classOf: (declaration: ts.ClassLikeDeclaration) => Type,
    files: readonly ts.SourceFile[],
  ) {
    this.checker = checker;
    this.held = new HeldClasses(checker, files);
    this.convert = convert;
    this.classOf = classOf;
  }

  /** The class that a class extends as the value of a variable or call; undefined where the type of that says it. */
  heldParent(heritage: ts.ExpressionWithTypeArguments): ts.ClassLikeDeclaration | "unknown" | undefined {
    const held = this.held.extended(heritage);
    // A copy for what is around it stands for a class in generic code.
    return held === undefined || held === "unknown" || this.parametersAround(held).length === 0 ? held : undefined;
  }

  /** The type parameters of the functions and classes around a class. */
  parametersAround(declaration: ts.ClassLikeDeclaration): readonly ts.TypeParameter[] {
    const written = writtenClass(declaration);
    let found = this.parameters.get(written);
    if (found === undefined) {
      const { symbol } = written as unknown as { readonly symbol: ts.Symbol | undefined };
      const isTop = ts.isSourceFile(written.parent) || symbol === undefined;
      found = isTop ? [] : ((this.checker.getDeclaredTypeOfSymbol(symbol) as ts.InterfaceType).outerTypeParameters ?? []);
      this.parameters.set(written, found);
    }
    return found;
  }

  /** The class that the declaration makes where the type parameters around it stand for this; the declaration itself if there are none. */
  classIn(declaration: ts.ClassLikeDeclaration, environment: TypeEnvironment, node: ts.Node): ts.ClassLikeDeclaration {
    if (origins.has(declaration)) return declaration;
    const parameters = this.parametersAround(declaration);
    return parameters.length === 0
      ? declaration
      : this.copyOf(
          declaration,
          parameters.map((parameter) => this.argument(parameter, environment, node)),
        );
  }

  private copyOf(written: ts.ClassLikeDeclaration, list: readonly Type[]): ts.ClassLikeDeclaration {
    const key = `${identity(written)}<${list.map(({ id }) => id).join()}>`;
    let copy = this.copies.get(key);
    if (copy === undefined) {
      copy = Object.create(written) as ts.ClassLikeDeclaration;
      const bindings = new Map(this.parametersAround(written).map((parameter, index) => [parameter.symbol, list[index]]));
      origins.set(copy, { written, around: TypeEnvironment.empty.extend(bindings) });
      this.copies.set(key, copy);
    }
    return copy;
  }

  private argument(type: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    const exact = this.exactClass(type, environment, node);
    return exact === undefined ? widened(this.convert(type, environment, node)) : classValueType(exact, exact.name?.text ?? "class");
  }

  /** The class that a type of instances names, and its own type arguments. */
  ofReference(
    written: ts.ClassLikeDeclaration,
    type: ts.ObjectType,
    environment: TypeEnvironment,
    node: ts.Node,
  ): { readonly declaration: ts.ClassLikeDeclaration; readonly own: readonly ts.Type[] } {
    const list = argumentsOf(type, this.checker);
    const count = this.parametersAround(written).length;
    if (count === 0) return { declaration: written, own: list };
    const around = list.slice(0, count).map((argument) => this.argument(argument, environment, node));
    return { declaration: this.copyOf(written, around), own: list.slice(count) };
  }

  /** The one class that a value of the type is: `typeof C`, what a mixin made, or what a type parameter stands for. */
  exactClass(type: ts.Type, environment: TypeEnvironment, node: ts.Node): ts.ClassLikeDeclaration | undefined {
    if (type.flags & ts.TypeFlags.TypeParameter) {
      const bound = environment.lookup(type.symbol);
      return bound?.kind === TypeKind.ClassValue && bound.choices.length === 1 ? bound.declaration : undefined;
    }
    if (type.isIntersection()) return this.lowest(type.types.map((member) => this.exactClass(member, environment, node)));
    const written = type.symbol?.declarations?.find(ts.isClassLike);
    const isInstance = ((type as ts.ObjectType).objectFlags & (ts.ObjectFlags.ClassOrInterface | ts.ObjectFlags.Reference)) !== 0;
    if (written === undefined || isInstance) return undefined;
    const [maker] = type.getConstructSignatures();
    if (this.parametersAround(written).length === 0 || maker === undefined) return written;
    return this.ofReference(written, maker.getReturnType() as ts.ObjectType, environment, node).declaration;
  }

  /** Of classes one of which derives from all others, that; undefined if there is none. */
  private lowest(classes: readonly (ts.ClassLikeDeclaration | undefined)[]): ts.ClassLikeDeclaration | undefined {
    const all = classes.filter((found) => found !== undefined);
    return all.length < classes.length ? undefined : lowestClass(all.map((found) => this.classOf(found)))?.declaration;
  }

  private instanceOver(applied: Type | undefined, type: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    const written = type.symbol.declarations?.find(ts.isClassLike);
    const list = written === undefined || this.parametersAround(written).length === 0 ? [] : argumentsOf(type, this.checker);
    const isOpen = written !== undefined && applied?.kind === TypeKind.Class && list.some(({ flags }) => flags & ts.TypeFlags.Any);
    if (!isOpen) return this.convert(type, environment, node);
    const made = classValueType(applied.declaration, applied.name);
    return this.classOf(
      this.copyOf(
        written,
        list.map((argument) => (argument.flags & ts.TypeFlags.Any ? made : this.argument(argument, environment, node))),
      ),
    );
  }

  /** The class of objects that are of all of these types. */
  lowestInstance(list: readonly ts.Type[], environment: TypeEnvironment, node: ts.Node): Type | undefined {
    const isOfClass = (part: ts.Type): boolean => part.symbol?.declarations?.some(ts.isClassLike) === true;
    if (!list.every(isOfClass)) return undefined;
    // What a mixin made comes in front of what it was applied to, which a test by `instanceof` leaves open.
    const found: Type[] = [];
    for (const part of list.toReversed()) found.push(this.instanceOver(found.at(-1), part, environment, node));
    const classes = found.map(classBehind);
    const lowest = lowestClass(classes);
    return lowest === undefined ? undefined : found[classes.indexOf(lowest)];
  }
}

function argumentsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference)) return [];
  const { target } = type as ts.TypeReference;
  return checker.getTypeArguments(type as ts.TypeReference).slice(0, target.typeParameters?.length ?? 0);
}

/** Of types of objects one of which derives from all others, that: what a mixin makes is also what it was applied to. */
function lowestClass(list: readonly Type[]): ClassType | undefined {
  const all = list.filter((type) => type.kind === TypeKind.Class);
  return all.length < list.length ? undefined : all.find((own) => all.every((other) => derivesFrom(own, other.declaration)));
}

/** Whether the class extends a type parameter, or what another mixin makes of one. */
export function isMixin(declaration: ts.ClassLikeDeclaration, checker: ts.TypeChecker): boolean {
  const heritage = heritageOf(declaration);
  if (heritage === undefined) return false;
  const seen = checker.getTypeAtLocation(heritage.expression);
  return isParameter(seen) || (seen.isIntersection() && seen.types.some(isParameter));
}

/** Whether the class is a mixin, or extends what one makes. */
export function isMixed(declaration: ts.ClassLikeDeclaration, checker: ts.TypeChecker): boolean {
  const heritage = heritageOf(declaration);
  const seen = heritage === undefined ? undefined : checker.getTypeAtLocation(heritage.expression);
  return seen !== undefined && (isParameter(seen) || seen.isIntersection());
}

function isParameter({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** Whether the type is that of what mixins are applied to: constructors that take anything. */
export function isMixinBase(type: ts.Type | undefined, checker: ts.TypeChecker): boolean {
  const [maker] = type?.getConstructSignatures() ?? [];
  const [rest] = maker?.parameters ?? [];
  return rest !== undefined && isAnyArray(checker, checker.getTypeOfSymbol(rest));
}
