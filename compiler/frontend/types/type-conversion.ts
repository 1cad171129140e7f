// Type conversion: from the checker's types to the front end's own, once for each type and environment.
// Invariants: conversion never lowers code; layouts of classes are made when first needed, in classes.ts

import ts from "typescript";
import type { DiagnosticCode } from "../diagnostics.ts";
import { hasTag } from "../tags.ts";
import { environmentOf, isAround, parentOf } from "./class-heritage.ts";
import { isWrittenOutside } from "./closed-types.ts";
import { convertEnum } from "./enum-types.ts";
import { exactType } from "./exact-types.ts";
import { isExamined } from "./examined-parameters.ts";
import { anyFunctionType, constructorType, functionObjectType, genericFunctionType, hasOwnProperties } from "./function-roles.ts";
import {
  declaredMachineType,
  errorNames,
  isAnyArray,
  isFlavouredNumber,
  isIteration,
  isLibraryFile,
  namedTypedArray,
  runtimeName,
} from "./library-types.ts";
import { isEmptyObject, isNames, literalOf, literalsOf } from "./literal-types.ts";
import { environmentAround, LocalClasses } from "./local-classes.ts";
import { memberName } from "./member-names.ts";
import { isOpenType, isViewed } from "./open-types.ts";
import { hasOpenNames, readonlyClass, soleBase } from "./other-names.ts";
import { PropertyOrder } from "./property-order.ts";
import { convertOnce, Depth, nameAround, recursiveKind, recursiveType } from "./recursive-types.ts";
import { isLeftOut } from "./spread-types.ts";
import { genericSignature, overloadedMethod, thisOfSignature, usesThis, withoutThis } from "./this-parameters.ts";
import { tupleOfElements } from "./tuple-parts.ts";
import { TypeEnvironment } from "./type-environment.ts";
import { hasAbsent } from "./type-parts.ts";
import { TypeResolver } from "./type-resolution.ts";
import {
  arrayType,
  type ClassType,
  type ClassValueType,
  classChoiceType,
  classType,
  classValueType,
  emptyObject,
  type FunctionType,
  functionType,
  identity,
  mayBeAbsent,
  objectType,
  overloadedType,
  type Property,
  type Type,
  TypeKind,
  types,
  unionType,
} from "./types.ts";

export class TypeConverter {
  private readonly checker: ts.TypeChecker;
  private readonly refuseAt: (node: ts.Node, code: DiagnosticCode, values: readonly string[]) => never;
  /** Classes of the runtime that stand behind global names: Map, Set, Error. */
  private readonly libraryClasses: (name: string) => ts.ClassDeclaration | undefined;
  private readonly withSubclasses: (declaration: ts.ClassLikeDeclaration) => readonly ts.ClassLikeDeclaration[];
  private readonly openClasses: ReadonlySet<ts.ClassLikeDeclaration>;
  readonly localClasses: LocalClasses;
  readonly resolver: TypeResolver;
  private readonly depth = new Depth();
  private readonly order: PropertyOrder;

  constructor(
    checker: ts.TypeChecker,
    refuseAt: (node: ts.Node, code: DiagnosticCode, values: readonly string[]) => never,
    libraryClasses: (name: string) => ts.ClassDeclaration | undefined,
    withSubclasses: (declaration: ts.ClassLikeDeclaration) => readonly ts.ClassLikeDeclaration[],
    openClasses: ReadonlySet<ts.ClassLikeDeclaration>,
    files: readonly ts.SourceFile[],
  ) {
    this.checker = checker;
    this.resolver = new TypeResolver(checker);
    this.order = new PropertyOrder(checker, files);
    this.openClasses = openClasses;
    this.refuseAt = refuseAt;
    this.libraryClasses = libraryClasses;
    this.withSubclasses = withSubclasses;
    this.localClasses = new LocalClasses(
      checker,
      (type, environment, node) => this.convert(type, environment, node),
      (declaration) => this.classOf(declaration, []),
      files,
    );
  }

  /** The own type of the checker's type; `node` is to blame if there is none. */
  convert(type: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    const known = environment.converted.get(type);
    if (known !== undefined) return known;
    if (this.depth.isEndless()) return this.refuse(node, "TSM3081", nameAround(type, environment));
    const kind = recursiveKind(this.checker, type);
    const isSame = environment !== TypeEnvironment.empty && isWrittenOutside(type);
    const make = (): Type => (isSame ? this.convert(type, TypeEnvironment.empty, node) : this.convertNew(type, environment, node));
    const inner = (): Type => this.madeLater(type, kind, environment, node);
    const converted = this.depth.inside(() => (kind === undefined ? make() : convertOnce(type, environment, make, inner)));
    environment.converted.set(type, converted);
    this.resolver.note(converted, type, environment);
    return converted;
  }

  /** What stands for a type inside itself. Of an alias it is the same in all environments. */
  private madeLater(type: ts.Type, kind: TypeKind | undefined, environment: TypeEnvironment, node: ts.Node): Type {
    const { aliasSymbol, aliasTypeArguments = [] } = type;
    if (aliasSymbol === undefined) return recursiveType(kind, `${identity(type)}<${environment.key}>`, this.checker.typeToString(type));
    const list = aliasTypeArguments.map((argument) => this.convert(argument, environment, node));
    const name = list.length === 0 ? aliasSymbol.name : `${aliasSymbol.name}<${list.map((argument) => argument.name).join(",")}>`;
    return recursiveType(kind, `${identity(aliasSymbol)}<${list.map(({ id }) => id).join()}>`, name);
  }

  ofTypeNode(node: ts.TypeNode, environment: TypeEnvironment): Type {
    return this.convert(this.checker.getTypeFromTypeNode(node), environment, node);
  }

  refuse(node: ts.Node, code: DiagnosticCode, ...values: string[]): never {
    return this.refuseAt(node, code, values);
  }

  private convertNew(type: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    const { flags } = type;
    if (flags & ts.TypeFlags.Any) this.refuse(node, "TSM3001");
    if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return types.unknown;
    if (flags & ts.TypeFlags.Never) return types.never;
    if (flags & ts.TypeFlags.Void) return types.void;
    if (flags & ts.TypeFlags.Undefined) return types.undefined;
    if (flags & ts.TypeFlags.Null) return types.null;
    if (flags & ts.TypeFlags.EnumLike) return convertEnum(this, this.checker, type, node);
    if (flags & ts.TypeFlags.NumberLike) return types.number;
    if (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.StringMapping)) return types.string;
    if (flags & ts.TypeFlags.BooleanLike) return types.boolean;
    if (flags & ts.TypeFlags.ESSymbolLike) return this.convert(this.checker.getApparentType(type), environment, node);
    if (flags & ts.TypeFlags.TypeParameter) return this.convertParameter(type, environment, node);
    // NoInfer<T>, which only tells the checker where not to look.
    if (flags & ts.TypeFlags.Substitution) return this.convert((type as ts.SubstitutionType).baseType, environment, node);
    const resolved = this.resolver.computed(type, environment);
    if (resolved !== undefined) return this.convert(resolved.type, resolved.isClosed ? TypeEnvironment.empty : environment, node);
    if (type.isUnion()) return unionType(type.types.map((member) => this.convert(member, environment, node)));
    if (type.isIntersection()) return this.convertIntersection(type, environment, node);
    if (flags & ts.TypeFlags.IndexedAccess) return this.convertAccess(type as ts.IndexedAccessType, environment, node);
    // keyof T, and what is taken from it: texts, whatever T stands for.
    const constraint = flags & (ts.TypeFlags.Index | ts.TypeFlags.Conditional) ? this.checker.getBaseConstraintOfType(type) : undefined;
    if (constraint !== undefined && isNames(constraint)) return types.string;
    if (flags & ts.TypeFlags.Object) return this.convertObject(type as ts.ObjectType, environment, node);
    return this.refuse(node, "TSM3009", this.checker.typeToString(type));
  }

  private convertParameter(type: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    const isThis = (type as { isThisType?: boolean }).isThisType === true;
    // In a class in a method, what a variable around it holds may be of the type `this` of the class around.
    if (isThis && isAround(type.symbol, environment.thisType))
      return this.convert(this.checker.getDeclaredTypeOfSymbol(type.symbol), environment, node);
    const found = isThis ? environment.thisType : environment.lookup(type.symbol);
    return found ?? this.refuse(node, "TSM3009", this.checker.typeToString(type));
  }

  private convertIntersection(type: ts.IntersectionType, environment: TypeEnvironment, node: ts.Node): Type {
    const machine = declaredMachineType(this.checker, type);
    if (machine !== undefined) return machine;
    // T & {} is what NonNullable and narrowing by truthiness leave behind.
    const meaningful = type.types.filter(
      (member) => !(member.flags & ts.TypeFlags.Object) || member.getProperties().length > 0 || member.getCallSignatures().length > 0,
    );
    // T & null is what is left of T where it is null, and likewise for undefined.
    const absent = meaningful.find((member) => member.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined));
    if (absent !== undefined) {
      const wanted = this.convert(absent, environment, node);
      const others = meaningful.filter((member) => member !== absent).map((member) => this.convert(member, environment, node));
      return others.every((other) => hasAbsent(other, wanted)) ? wanted : types.never;
    }
    if (meaningful.length === 1) {
      const only = this.convert(meaningful[0], environment, node);
      return only.kind === TypeKind.Union ? unionType(only.members) : only;
    }
    if (isFlavouredNumber(type)) return types.number;
    const primitive = type.types.find(
      (member) => member.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike),
    );
    if (primitive !== undefined) return this.convert(primitive, environment, node);
    const made = this.localClasses.exactClass(type, environment, node);
    if (made !== undefined) return classValueType(made, made.name?.text ?? "class");
    const lowest = this.localClasses.lowestInstance(meaningful, environment, node);
    if (lowest !== undefined) return lowest;
    const calls = type.getCallSignatures();
    return calls.length > 0 && type.getConstructSignatures().length === 0
      ? this.convertCallable(type, calls, environment, node)
      : this.structuralType(type, environment, node);
  }

  /** A type argument with what TypeScript knows of it that its own type does not say. */
  exact(own: Type, seen: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    const { type, isClosed } = this.resolver.resolve(seen, environment);
    if (!isClosed || own.isRecursive || !this.resolver.saysLess(own, type)) return own;
    // The checker loses machine types: then what it says is of other values.
    return this.convert(type, TypeEnvironment.empty, node) === own ? exactType(own, type, this.checker.typeToString(type)) : own;
  }

  /** The properties that `keyof` of a type gives, but methods of classes; of one of several types those that all of them have. */
  propertyTypes(object: Type, node: ts.Node): ReadonlyMap<string, Type> {
    const result = new Map<string, Type>();
    if (object.kind === TypeKind.Union && !mayBeAbsent(object)) {
      const [first, ...others] = object.members.map((member) => this.propertyTypes(member, node));
      for (const [name, type] of first) {
        const all = [type, ...others.map((properties) => properties.get(name))].filter((one) => one !== undefined);
        if (all.length === object.members.length) result.set(name, unionType(all));
      }
    } else if (object.kind === TypeKind.Object) {
      for (const { name, type } of object.properties().values()) if (!name.startsWith("[")) result.set(name, type);
    } else if (object.kind === TypeKind.Class) {
      const environment = object.environment.withThis(object);
      for (const symbol of this.checker.getPropertiesOfType(this.checker.getTypeAtLocation(object.declaration))) {
        const { valueDeclaration } = symbol;
        if (symbol.flags & ts.SymbolFlags.Method || /^(__|#)/.test(symbol.name) || valueDeclaration === undefined) continue;
        const own = this.convert(this.checker.getTypeOfSymbolAtLocation(symbol, valueDeclaration), environment, node);
        result.set(symbol.name, own);
      }
    }
    return result;
  }

  /** T[K]: what any of the properties is that K can name. */
  private convertAccess(type: ts.IndexedAccessType, environment: TypeEnvironment, node: ts.Node): Type {
    const object = this.convert(type.objectType, environment, node);
    if (object.kind === TypeKind.Array || object.kind === TypeKind.TypedArray) return object.element;
    const properties = this.propertyTypes(object, node);
    const names = this.resolver.namesOf(type.indexType, environment) ?? [...properties.keys()];
    const found = names.map((name) => properties.get(name));
    if (found.length === 0 || found.includes(undefined)) return this.refuse(node, "TSM3009", this.checker.typeToString(type));
    return unionType(found.filter((one) => one !== undefined));
  }

  private convertObject(type: ts.ObjectType, environment: TypeEnvironment, node: ts.Node): Type {
    const { checker } = this;
    if (checker.isTupleType(type)) return this.convertTuple(type as ts.TypeReference, environment, node);
    const isLibrary = type.symbol?.declarations?.some((declaration) => isLibraryFile(declaration.getSourceFile())) ?? false;
    if (isLibrary) {
      const library = this.convertLibrary(type, type.symbol.name, environment, node);
      if (library !== undefined) return library;
    }
    const declaration = type.symbol?.declarations?.find(ts.isClassLike);
    if (declaration !== undefined) {
      if (type.objectFlags & (ts.ObjectFlags.ClassOrInterface | ts.ObjectFlags.Reference)) {
        const { declaration: meant, own } = this.localClasses.ofReference(declaration, type, environment, node);
        return this.seenClass(meant, this.exactArguments(declaration.typeParameters ?? [], own, environment, node));
      }
      if (type.getConstructSignatures().length > 0)
        return this.anyClassOf(this.localClasses.exactClass(type, environment, node) ?? declaration, type);
    }
    const calls = type.getCallSignatures();
    const constructs = type.getConstructSignatures();
    if (calls.length > 0 && constructs.length > 0) this.refuse(node, "TSM3032", checker.typeToString(type));
    if (constructs.some(({ typeParameters = [] }) => typeParameters.length > 0)) this.refuse(node, "TSM3005", checker.typeToString(type));
    if (constructs.length > 0) return constructorType(this.convertFunction(constructs, environment, node, true));
    const generic = genericSignature(type);
    if (generic !== undefined && (isLibrary || !hasOwnProperties(checker, type)))
      return genericFunctionType(type, checker.typeToString(type), { signature: generic, environment });
    if (calls.length > 0) return this.convertCallable(type, calls, environment, node);
    const other = soleBase(checker, type);
    if (other !== undefined) return this.convert(other, environment, node);
    if (hasOpenNames(checker, type)) this.refuse(node, "TSM3010");
    return readonlyClass(this, type, environment, node) ?? this.structuralType(type, environment, node);
  }

  private convertLibrary(type: ts.ObjectType, name: string, environment: TypeEnvironment, node: ts.Node): Type | undefined {
    if (name === "TemplateStringsArray") return arrayType(types.string);
    if (name === "Array" || name === "ReadonlyArray") return arrayType(this.typeArguments(type, environment, node)[0]);
    const typedArray = namedTypedArray(name);
    if (typedArray !== undefined) return typedArray;
    if (name === "String") return types.string;
    if (name === "Number") return types.number;
    if (name === "Boolean") return types.boolean;
    if (name === "Function") return anyFunctionType();
    const declaration = this.libraryClasses(runtimeName(name));
    if (declaration === undefined) return this.convertLibraryClass(type);
    this.resolver.noteLibraryType(declaration, type);
    // What a generator returns, or a promise gives, is a value also when it is nothing. The runtime wants no more than it declares.
    const list = this.typeArguments(type, environment, node)
      .slice(0, declaration.typeParameters?.length ?? 0)
      .map((argument) => (argument.kind === TypeKind.Void ? types.undefined : argument));
    const own = this.classOf(declaration, list);
    return isOpenType(own) && own.kind === TypeKind.Class && isViewed(runtimeName(name))
      ? this.viewThrough(own, () => this.propertiesOf(type, environment, node))
      : own;
  }

  /** The type of a name such as RangeError: the class of the runtime that stands behind it. */
  private convertLibraryClass(type: ts.ObjectType): Type | undefined {
    const [signature, ...others] = type.getConstructSignatures();
    const made = others.length === 0 ? signature?.getReturnType().symbol?.name : undefined;
    const declaration = made === undefined ? undefined : this.libraryClasses(made);
    if (made === undefined || declaration === undefined || declaration.typeParameters !== undefined) return undefined;
    // To TypeScript, which looks at their members alone, most classes of errors are one and the same.
    const known = (runtimeName(made) === "Error" ? errorNames : []).map((name) => this.libraryClasses(name));
    const { choices } = this.anyClassOf(declaration, type);
    return classChoiceType([...choices, ...known.filter((choice) => choice !== undefined)], `typeof ${made}`);
  }

  private typeArguments(type: ts.ObjectType, environment: TypeEnvironment, node: ts.Node): Type[] {
    const reference = type as ts.TypeReference;
    if (!(type.objectFlags & ts.ObjectFlags.Reference)) return [];
    const parameters = (reference.target.typeParameters ?? []).length;
    const convert = isIteration(type)
      ? (argument: ts.Type): Type => this.convertLoosely(argument, environment, node)
      : (argument: ts.Type): Type => this.convert(argument, environment, node);
    return this.checker.getTypeArguments(reference).slice(0, parameters).map(convert);
  }

  /** Those of a class or an interface, with all that is known of what it looks into. */
  private exactArguments(
    parameters: readonly (ts.TypeParameterDeclaration | undefined)[],
    seen: readonly ts.Type[],
    environment: TypeEnvironment,
    node: ts.Node,
  ): readonly Type[] {
    return seen.map((argument, index) => {
      const own = this.convert(argument, environment, node);
      const parameter = parameters.at(index);
      return parameter !== undefined && isExamined(this.checker, parameter) ? this.exact(own, argument, environment, node) : own;
    });
  }

  /** A type that may be left open, which is then unknown. */
  convertLoosely(type: ts.Type, environment: TypeEnvironment, node: ts.Node): Type {
    return type.flags & ts.TypeFlags.Any ? types.unknown : this.convert(type, environment, node);
  }

  /** What an open class looks like from outside: an interface with its members. */
  viewOf(own: ClassType): Type {
    const { declaration, environment } = own;
    const view: Type = this.viewThrough(own, () =>
      this.propertiesOf(this.checker.getTypeAtLocation(declaration), environment.withThis(view), declaration, own),
    );
    return view;
  }

  private viewThrough(own: ClassType, properties: () => Map<string, Property>): Type {
    return objectType(`view ${own.id}`, own.name, properties, own);
  }

  /** The class, or what it looks like from outside. */
  seenClass(declaration: ts.ClassLikeDeclaration, typeArguments: readonly Type[]): Type {
    const own = this.classOf(declaration, typeArguments);
    return this.openClasses.has(declaration) && own.kind === TypeKind.Class ? this.viewOf(own) : own;
  }

  /** The class with these type arguments. */
  classOf(declaration: ts.ClassLikeDeclaration, typeArguments: readonly Type[]): Type {
    const name = declaration.name?.text ?? "class";
    // What an object of nothing takes and keeps may be anything once it is seen as one of something.
    const own = this.openClasses.has(declaration)
      ? typeArguments.map((type) => (type === types.never ? types.unknown : type))
      : typeArguments;
    const environment = environmentAround(declaration).extend(this.bind(declaration.typeParameters, own));
    return classType(declaration, name, own, hasTag(declaration, "packed"), environment, () =>
      parentOf(this, this.checker, declaration, environment),
    );
  }

  /** The very class that `new` and `extends` mean: to the checker one error is as good as another. */
  madeBy(callee: ts.Expression, type: Type): Type {
    if (type.kind !== TypeKind.Class || type.declaration !== this.libraryClasses("Error")) return type;
    const declaration = this.libraryClasses(this.checker.getSymbolAtLocation(callee)?.name ?? "");
    return declaration === undefined ? this.refuse(callee, "TSM3029", callee.getText()) : this.classOf(declaration, []);
  }

  /** Type parameters with what they stand for. */
  bind(parameters: readonly ts.TypeParameterDeclaration[] | undefined, typeArguments: readonly Type[]): Map<ts.Symbol, Type> {
    const bindings = new Map<ts.Symbol, Type>();
    (parameters ?? []).forEach((parameter, index) => {
      const symbol = this.checker.getSymbolAtLocation(parameter.name);
      if (symbol !== undefined && index < typeArguments.length) bindings.set(symbol, typeArguments[index]);
    });
    return bindings;
  }

  private convertTuple(type: ts.TypeReference, environment: TypeEnvironment, node: ts.Node): Type {
    const elements = this.checker.getTypeArguments(type).map((element) => this.convert(element, environment, node));
    return tupleOfElements(type.target as ts.TupleType, elements) ?? this.refuse(node, "TSM3026", this.checker.typeToString(type));
  }

  /** The class as a value, or one below it that has what it promises. */
  private anyClassOf(declaration: ts.ClassLikeDeclaration, type: ts.Type): ClassValueType {
    const isWanted = (choice: ts.ClassLikeDeclaration): boolean => {
      const { symbol } = choice as unknown as { readonly symbol: ts.Symbol };
      return choice === declaration || this.checker.isTypeAssignableTo(this.checker.getTypeOfSymbol(symbol), type);
    };
    return classChoiceType(this.withSubclasses(declaration).filter(isWanted), `typeof ${declaration.name?.text ?? "class"}`);
  }

  private convertCallable(type: ts.Type, calls: readonly ts.Signature[], environment: TypeEnvironment, node: ts.Node): Type {
    const isObject = hasOwnProperties(this.checker, type);
    return isObject ? this.structuralType(type, environment, node, calls) : this.convertFunction(calls, environment, node);
  }

  private convertFunction(list: readonly ts.Signature[], environment: TypeEnvironment, node: ts.Node, isMade = false): FunctionType {
    if (list.length > 1) {
      const several = overloadedType(list.map((one) => this.convertFunction([one], environment, node, isMade)));
      return several ?? this.refuse(node, "TSM9001", "signatures of which only some have a `this`");
    }
    const [signature] = list;
    const { params: declared, hasRest } = this.signatureParameters(signature, environment, node);
    // What takes nothing that there is takes anything again once an assertion says so: functions in one list, each for its own events.
    const params = declared.map((param) => (param.kind === TypeKind.Never ? types.unknown : param));
    const rest = hasRest ? declared.at(-1) : undefined;
    const listed = rest?.kind === TypeKind.Array && rest.isRecursive !== true ? rest.element : rest;
    if (!isMade && listed?.kind === TypeKind.Never) params.splice(-1, 1, arrayType(types.unknown));
    const result = this.convert(signature.getReturnType(), environment, node);
    const self = thisOfSignature(this.checker, signature);
    const own = self === undefined ? [] : [this.convert(self, environment, node)];
    return functionType([...own, ...params], result, hasRest, self !== undefined);
  }

  /** Parameter types; optional ones may be undefined. */
  signatureParameters(signature: ts.Signature, environment: TypeEnvironment, node: ts.Node): { params: Type[]; hasRest: boolean } {
    let hasRest = false;
    const params = signature.parameters.map((parameter) => {
      const declaration = parameter.valueDeclaration;
      const seen = this.checker.getTypeOfSymbolAtLocation(parameter, node);
      const isRest = declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
      if (isRest) hasRest = true;
      const type =
        isRest && isAnyArray(this.checker, seen) ? arrayType(types.unknown) : this.convert(seen, environment, declaration ?? node);
      if (declaration === undefined || !ts.isParameter(declaration)) return type;
      const isOptional = declaration.questionToken !== undefined || declaration.initializer !== undefined;
      return isOptional ? unionType([type, types.undefined]) : type;
    });
    return { params, hasRest };
  }

  private structuralType(type: ts.Type, environment: TypeEnvironment, node: ts.Node, calls: readonly ts.Signature[] = []): Type {
    // Numbers and texts are values of a type without members, too, but of that of `{}` as it is written in a program.
    if (this.checker.getPropertiesOfType(type).length === 0) return isEmptyObject(type) ? emptyObject : types.unknown;
    const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
    const isNamed = type.isClassOrInterface() || isReference;
    const reference = type as ts.TypeReference;
    let key: string;
    let name = this.checker.typeToString(type);
    if (isNamed) {
      const parameters = (reference.target?.typeParameters ?? []).map((parameter) =>
        parameter.symbol.declarations?.find(ts.isTypeParameterDeclaration),
      );
      const seen = isReference ? this.checker.getTypeArguments(reference).slice(0, parameters.length) : [];
      const list = isIteration(type)
        ? this.typeArguments(reference, environment, node)
        : this.exactArguments(parameters, seen, environment, node);
      key = `${identity(type.symbol)}<${list.map((argument) => argument.id).join()}>`;
      name = list.length === 0 ? type.symbol.name : `${type.symbol.name}<${list.map((argument) => argument.name).join(",")}>`;
    } else {
      key = `${identity(type)}<${environment.key}>`;
      if (name.length > 60) name = `${name.slice(0, 57)}...`;
    }
    const properties = (): Map<string, Property> => this.propertiesOf(type, environment, node);
    if (calls.length === 0) return objectType(key, name, properties);
    if (calls.some(({ typeParameters = [] }) => typeParameters.length > 0)) return this.refuse(node, "TSM3031", name);
    return functionObjectType(key, name, properties, () => this.convertFunction(calls, environment, node));
  }

  /** Of a class with its type arguments, which may be others above it. */
  private propertiesOf(type: ts.Type, environment: TypeEnvironment, node: ts.Node, whose: ClassType | null = null): Map<string, Property> {
    const result = new Map<string, Property>();
    for (const symbol of this.order.propertiesOf(type)) {
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || isLeftOut(type, symbol);
      const seen = this.checker.getTypeOfSymbolAtLocation(symbol, node);
      const implementation = overloadedMethod(this.checker, symbol);
      if (implementation !== undefined && (implementation.typeParameters?.length ?? 0) === 0) {
        const name = memberName(symbol);
        const type = this.convertFunction([implementation], environmentOf(implementation.declaration?.parent, whose, environment), node);
        result.set(name, { name, type: type.kind === TypeKind.Function ? withoutThis(type) : type, isMethod: true, isOptional });
        continue;
      }
      const signature = isOptional ? undefined : genericSignature(seen);
      if (signature !== undefined) {
        const name = memberName(symbol);
        result.set(name, { name, type: functionType([], types.void), isMethod: true, isOptional, generic: { signature, environment } });
        continue;
      }
      const isDeclaredAsMethod = (symbol.flags & ts.SymbolFlags.Method) !== 0;
      const at = symbol.valueDeclaration ?? node;
      const whole = isIteration(type) ? this.convertLoosely(seen, environment, at) : this.convert(seen, environment, at);
      const own = isDeclaredAsMethod && whole.kind === TypeKind.Function ? withoutThis(whole) : whole;
      const name = memberName(symbol);
      // A method that may be missing is read like a field that may be undefined.
      const isMethod = !isOptional && isDeclaredAsMethod && own.kind === TypeKind.Function;
      result.set(name, {
        name,
        type: isOptional ? unionType([own, types.undefined]) : own,
        isMethod,
        isFree: isMethod && symbol.declarations?.every((declared) => ts.isMethodDeclaration(declared) && !usesThis(declared)) === true,
        isOptional,
        literal: literalOf(this.checker.getNonNullableType(seen), this.checker),
        literals: literalsOf(this.checker.getNonNullableType(seen), this.checker),
      });
    }
    return result;
  }
}
