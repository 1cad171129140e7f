// Classes: layout of every class that is reached, and the classes the compiler makes: boxes, cells, arrays, closures, object literals.
// Owns:       fields with offsets; which classes have instances; the numbering for instanceof.
// Invariants: a parent is laid out before its subclasses

import ts from "typescript";
import type { IrFunction, Value } from "../../ir/function.ts";
import { ARRAY_ELEMENTS_OFFSET, TYPED_ARRAY_BUFFER_OFFSET } from "../../ir/layout.ts";
import { ClassShape, type IrClass } from "../../ir/module.ts";
import { Op } from "../../ir/ops.ts";
import { MemoryKind } from "../../ir/types.ts";
import type { Context } from "../context.ts";
import type { FunctionNode } from "../functions/functions.ts";
import type { GenericClosure, HeldGeneric, TakenGeneric } from "../functions/generic-functions.ts";
import type { Program } from "../program.ts";
import { hasTag } from "../tags.ts";
import { PRIVATE_TWICE } from "../types/class-heritage.ts";
import { heritageOf } from "../types/held-classes.ts";
import { environmentAround, isMixed, writtenClass } from "../types/local-classes.ts";
import { kindNames, memoryKindOf } from "../types/representation.ts";
import { typedArrayAbove } from "../types/type-parts.ts";
import {
  arrayType,
  type ClassType,
  type FunctionType,
  identity,
  mayBeUndefined,
  type Type,
  type TypedArrayType,
  TypeKind,
  types,
} from "../types/types.ts";
import { isAbstractField, isGivenBelow, makeOwn } from "./abstract-properties.ts";
import { boundMethods, fieldNodes, isMember, isOnlyDeclared, isStatic } from "./class-elements.ts";
import { type ClassIndex, indexClasses } from "./class-index.ts";
import { needsScope } from "./class-scopes.ts";
import { declaredCell, isOwnedBy, listName, ownCell } from "./error-cells.ts";
import { fieldType } from "./field-types.ts";
import { refuseHalfAccessors } from "./half-accessors.ts";
import { memberKey } from "./member-keys.ts";

export interface FieldLayout {
  readonly name: string;
  readonly type: Type;
  /** Index into Module.fields; -1 of a packed class embedded in another. */
  readonly field: number;
  readonly offset: number;
  /** Of an object literal: whether a property that is undefined is one that is not there. */
  readonly isOptional?: boolean;
  /** Of a class: that only a class below has the property. */
  readonly isAbstract?: boolean;
  /** Of an object literal: that the field was made for null or undefined alone, which; it may come to hold anything. */
  readonly madeFor?: Type;
}

export interface ClassLayout {
  readonly irClass: IrClass;
  /** With the parents' fields. */
  readonly fields: ReadonlyMap<string, FieldLayout>;
  /** Where instances refer to the scope of their class, if it has one; nothing else sees it. */
  readonly scopeField?: number;
}

/** A field of an object literal or tuple. */
export interface LiteralMember {
  readonly name: string;
  readonly type: Type;
  readonly isOptional?: boolean;
  readonly madeFor?: Type;
}

/** A class with instances: what virtual tables are filled for. */
export interface LiveClass {
  readonly layout: ClassLayout;
  /** Null for object literals and arrays. */
  readonly type: ClassType | null;
  /** The generic functions of an object literal, by the names of its properties. */
  readonly generics?: ReadonlyMap<string, FunctionNode>;
  /** Those that use variables around them. */
  readonly genericClosures?: ReadonlyMap<string, GenericClosure | HeldGeneric | TakenGeneric>;
  /** What it is the class of, if that is arrays or tuples. */
  readonly array: Type | null;
  /** Of arrays of references: whether one that refers to nothing stands for null. */
  readonly isNullable?: boolean;
  /** Of functions with properties: what their code takes and gives. */
  readonly code?: FunctionType;
  /** Of a box, whose members nothing sees: the type of what is in it. */
  readonly boxed?: Type;
  /** The place in the program that asked for the first instance. */
  readonly site?: ts.Node | null;
}

export type MemberNode = ts.MethodDeclaration | ts.GetAccessorDeclaration | ts.SetAccessorDeclaration;

export interface FoundMember {
  readonly node: MemberNode;
  readonly owner: ClassType;
}

/** A static member, and the class that declares it. */
export interface FoundStatic<T> {
  readonly node: T;
  readonly declaration: ts.ClassLikeDeclaration;
}

export type ClosureShape = ClassShape.Closure | ClassShape.Method | ClassShape.Adapter;

export class ClassTable {
  private readonly program: Program;
  private readonly layouts = new Map<ClassType, ClassLayout>();
  private readonly made = new Map<string, IrClass>();
  private readonly boxFields = new Map<Type, number>();
  private readonly cellFields = new Map<MemoryKind, number>();
  readonly live = new Map<IrClass, LiveClass>();
  private readonly tests: { fn: IrFunction; first: Value; count: Value; irClass: IrClass }[] = [];
  private indexed: ClassIndex | null = null;

  constructor(program: Program) {
    this.program = program;
  }

  layoutOf(type: ClassType): ClassLayout {
    let layout = this.layouts.get(type);
    if (layout === undefined) {
      layout = this.lay(type);
      this.layouts.set(type, layout);
    }
    return layout;
  }

  layoutIfKnown(type: ClassType): ClassLayout | undefined {
    return this.layouts.get(type);
  }

  /** Every layout made so far; those of object literals have no type. */
  allLayouts(): [ClassType | null, ClassLayout][] {
    const literals = [...this.live.values()].filter(({ type }) => type === null);
    return [...this.layouts, ...literals.map(({ layout }): [null, ClassLayout] => [null, layout])];
  }

  /** The layout of a class that gets instances. */
  instantiate(type: ClassType): ClassLayout {
    const layout = this.layoutOf(type);
    if (!this.live.has(layout.irClass)) this.live.set(layout.irClass, { layout, type, array: null, site: this.program.site });
    return layout;
  }

  private lay(type: ClassType): ClassLayout {
    const { program } = this;
    const parentType = type.parent();
    const parent = parentType === null ? null : this.layoutOf(parentType);
    if (type.isPacked && parent !== null) program.refuse(type.declaration, "TSM3014", "extend another class");
    refuseHalfAccessors(program, type);
    const name = program.uniqueName(type.name, type.declaration.getSourceFile());
    if (hasTag(type.declaration, "covariant")) return this.layAlike(type, name, parent);
    const { module } = program;
    const irClass = module.addClass(module.unusedClassName(name), parent?.irClass.index ?? null, ClassShape.Instance, type.isPacked);
    const fields = new Map<string, FieldLayout>(parent?.fields);
    const hasScope = needsScope(program, type.declaration);
    const scopeField = hasScope ? program.module.addField(irClass, "scope", MemoryKind.Ref).index : undefined;
    for (const { name: fieldName, node } of fieldNodes(type.declaration)) {
      const isAbove = parent?.fields.has(fieldName) === true;
      if (isAbove && fieldName.startsWith("#") && !program.isRuntime(node.getSourceFile())) program.refuse(node, "TSM9001", PRIVATE_TWICE);
      if (isAbove) {
        makeOwn(fields, fieldName, node);
        continue;
      }
      if (isGivenBelow(program, type, fieldName, node)) continue;
      const cell = ownCell(fields, fieldName);
      if (cell !== undefined && !isOwnedBy(node)) continue;
      const own = fieldType(program, node, type);
      fields.set(fieldName, cell === undefined ? this.addField(irClass, fieldName, own, node) : declaredCell(cell, fieldName, own));
    }
    listName(fields, type.declaration);
    for (const method of boundMethods(type.declaration)) {
      const methodName = memberKey(method.name);
      if (fields.has(methodName)) continue;
      const bound = program.converter.convert(program.checker.getTypeAtLocation(method), type.environment.withThis(type), method);
      if (bound.kind === TypeKind.Function) fields.set(methodName, this.addField(irClass, methodName, bound, method));
    }
    return { irClass, fields, scopeField };
  }

  /**
   * A class whose objects serve as those with other type arguments: where these are stored alike, the fields belong to one class above all
   * of them, so that what is known of a field, which place it is and what is written there, holds for all.
   */
  private layAlike(type: ClassType, name: string, parent: ClassLayout | null): ClassLayout {
    const { module } = this.program;
    const own = fieldNodes(type.declaration).map(({ name: fieldName, node }) => ({
      name: fieldName,
      node,
      type: fieldType(this.program, node, type),
    }));
    const kinds = own.map((field) => memoryKindOf(field.type)).join();
    const above = this.make(`alike ${identity(type.declaration)} ${kinds}`, () => {
      const unique = this.program.uniqueName(`${name} and its like`, type.declaration.getSourceFile());
      const made = module.addClass(unique, parent?.irClass.index ?? null, ClassShape.Instance);
      for (const field of own) module.addField(made, field.name, memoryKindOf(field.type));
      return made;
    });
    const irClass = module.addClass(module.unusedClassName(name), above.index, ClassShape.Instance);
    const fields = new Map<string, FieldLayout>(parent?.fields);
    for (const [index, field] of own.entries()) {
      const { offset } = module.fields[above.fields[index]];
      fields.set(field.name, { name: field.name, type: field.type, field: above.fields[index], offset });
    }
    return { irClass, fields };
  }

  private addField(irClass: IrClass, name: string, type: Type, node: ts.Node): FieldLayout {
    const { program } = this;
    if (irClass.isPacked) {
      if (type.kind === TypeKind.Class && type.isPacked) return this.embed(irClass, name, type);
      if (memoryKindOf(type) === MemoryKind.Ref || type.kind === TypeKind.Union) program.refuse(node, "TSM3015", type.name);
    }
    const field = program.module.addField(irClass, name, memoryKindOf(type));
    // What is only declared is no property before it is assigned.
    const isOptional = mayBeUndefined(type) && isOnlyDeclared(node);
    return { name, type, field: field.index, offset: field.offset, isOptional, isAbstract: isAbstractField(node) };
  }

  private embed(irClass: IrClass, name: string, type: ClassType): FieldLayout {
    const inner = this.layoutOf(type).irClass;
    const offset = Math.ceil(irClass.sizeBytes / inner.alignment) * inner.alignment;
    irClass.sizeBytes = offset + inner.sizeBytes;
    irClass.alignment = Math.max(irClass.alignment, inner.alignment);
    return { name, type, field: -1, offset };
  }

  // Members

  /** A method or accessor by name, in the class or the nearest parent that has it. */
  findMember(type: ClassType, name: string, kind: "method" | "get" | "set"): FoundMember | undefined {
    for (let current: ClassType | null = type; current !== null; current = current.parent()) {
      const node = current.declaration.members.find((member) => isMember(member, name, kind, false));
      if (node !== undefined) return { node: node as MemberNode, owner: current };
    }
    return undefined;
  }

  /** A static method or accessor, of the class or the nearest parent that has it. */
  findStatic(declaration: ts.ClassLikeDeclaration, name: string, kind: "method" | "get" | "set"): FoundStatic<MemberNode> | undefined {
    return this.findInParents(declaration, (member): member is MemberNode => isMember(member, name, kind, true));
  }

  findStaticField(declaration: ts.ClassLikeDeclaration, name: string): FoundStatic<ts.PropertyDeclaration> | undefined {
    return this.findInParents(declaration, (member): member is ts.PropertyDeclaration => {
      return ts.isPropertyDeclaration(member) && isStatic(member) && memberKey(member.name) === name;
    });
  }

  private findInParents<T extends ts.ClassElement>(
    declaration: ts.ClassLikeDeclaration,
    isWanted: (member: ts.ClassElement) => member is T,
  ): FoundStatic<T> | undefined {
    for (let current: ts.ClassLikeDeclaration | undefined = declaration; current !== undefined; current = this.parentDeclaration(current)) {
      const node = current.members.find(isWanted);
      if (node !== undefined) return { node, declaration: current };
    }
    return undefined;
  }

  parentDeclaration(declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
    const { checker, converter } = this.program;
    const heritage = heritageOf(declaration);
    if (heritage === undefined) return undefined;
    const held = converter.localClasses.heldParent(heritage);
    if (held !== undefined && held !== "unknown") return held;
    const { symbol } = checker.getTypeAtLocation(heritage);
    const named = symbol?.declarations?.find(ts.isClassLike) ?? (symbol === undefined ? undefined : this.program.libraryClass(symbol.name));
    const { localClasses } = converter;
    // To the checker what a mixin extends is what its constraint says.
    const isPlain = named !== undefined && localClasses.parametersAround(named).length === 0 && !isMixed(declaration, checker);
    const isOpen = writtenClass(declaration) === declaration && localClasses.parametersAround(declaration).length > 0;
    if (isPlain) return named;
    if (isOpen) return isMixed(declaration, checker) ? undefined : named;
    return localClasses.exactClass(checker.getTypeAtLocation(heritage.expression), environmentAround(declaration), heritage);
  }

  constructorOf(type: ClassType): ts.ConstructorDeclaration | undefined {
    return type.declaration.members.find(
      (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined,
    );
  }

  /** Whether a class of the program derives from this one and has the member again. */
  isOverridden(owner: ClassType, name: string, kind: "method" | "get" | "set"): boolean {
    const [, ...below] = this.withSubclasses(writtenClass(owner.declaration));
    // What a mixin is applied to shows only while lowering.
    const candidates = [...below, ...(this.program.isRuntime(owner.declaration.getSourceFile()) ? [] : this.index().mixins)];
    // One accessor of a class hides both of those above.
    const kinds = kind === "method" ? ([kind] as const) : (["get", "set"] as const);
    return candidates.some(({ members }) => members.some((member) => kinds.some((one) => isMember(member, name, one, false))));
  }

  /** The class and all below it. */
  withSubclasses(declaration: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
    const direct = this.index().subclasses.get(declaration) ?? [];
    return [declaration, ...direct.flatMap((below) => this.withSubclasses(below))];
  }

  private index(): ClassIndex {
    return (this.indexed ??= indexClasses(this.program));
  }

  // Classes that no source declares

  make(key: string, build: () => IrClass): IrClass {
    let found = this.made.get(key);
    if (found === undefined) {
      found = build();
      this.made.set(key, found);
    }
    return found;
  }

  /** The class of all arrays whose elements have cells of one kind. */
  arrayBase(element: Type): IrClass {
    const kind = memoryKindOf(element);
    return this.make(`array ${kind}`, () => this.addArrayClass(`Array<${kindNames[kind]}>`, null, element));
  }

  /** The class that an array is made of: of its own where a cell does not say by itself what its value means. */
  arrayClass(element: Type): IrClass {
    const base = this.arrayBase(element);
    const kind = memoryKindOf(element);
    const isNullable =
      element.kind === TypeKind.Null ||
      (kind === MemoryKind.Ref && element.kind === TypeKind.Union && element.hasNull && !element.hasUndefined);
    if (isNullable) return this.make("array of nullable", () => this.addArrayClass("Array<ref or null>", base.index, element, true));
    const isPlain = kind === MemoryKind.Ref || (element.kind !== TypeKind.Union && element.kind !== TypeKind.Enum && !isUnsigned(element));
    return isPlain ? base : this.make(`array of ${element.id}`, () => this.addArrayClass(`Array<${element.name}>`, base.index, element));
  }

  private addArrayClass(name: string, parent: number | null, element: Type, isNullable = false): IrClass {
    const kind = memoryKindOf(element);
    const made = this.program.module.addClass(name, parent, ClassShape.Array, false, kind);
    made.sizeBytes = ARRAY_ELEMENTS_OFFSET + 8;
    // Elements of reference arrays of any type can be looked at as values of unknown type.
    const array = arrayType(kind === MemoryKind.Ref ? types.unknown : element);
    this.live.set(made, { layout: { irClass: made, fields: new Map() }, type: null, array, isNullable });
    return made;
  }

  typedArrayClass(type: TypedArrayType, above = typedArrayAbove(type)): IrClass {
    return this.make(type.name, () => {
      const parent = above === undefined ? null : this.typedArrayClass(above).index;
      const made = this.program.module.addClass(type.name, parent, ClassShape.TypedArray, false, memoryKindOf(type.element));
      made.sizeBytes = TYPED_ARRAY_BUFFER_OFFSET + 8;
      this.live.set(made, { layout: { irClass: made, fields: new Map() }, type: null, array: type });
      return made;
    });
  }

  /** The class above all closures, or above all tuples, without instances of its own. */
  baseOf(name: "closure" | "tuple", shape: ClassShape): IrClass {
    return this.make(`base ${name}`, () => this.program.module.addClass(name, null, shape));
  }

  /** A closure object with these captured cells; the first field is the code address. */
  closureClass(kinds: readonly MemoryKind[], shape: ClosureShape = ClassShape.Closure): IrClass {
    const name = shape === ClassShape.Method ? "method" : shape === ClassShape.Adapter ? "adapter" : "closure";
    return this.make(`${name} ${kinds.join()}`, () => {
      const { module } = this.program;
      const base = this.baseOf("closure", ClassShape.Closure).index;
      const made = module.addClass(`${name}<${kinds.map((kind) => kindNames[kind]).join()}>`, base, shape);
      module.addField(made, "code", MemoryKind.I64);
      for (const [index, kind] of kinds.entries()) module.addField(made, `capture${index}`, kind);
      if (kinds.length === 0) module.closureClass = made.index;
      return made;
    });
  }

  /** The field of the object that holds a captured variable. */
  cellField(type: Type): number {
    const kind = memoryKindOf(type);
    let field = this.cellFields.get(kind);
    if (field === undefined) {
      const made = this.program.module.addClass(`cell<${kindNames[kind]}>`, null, ClassShape.Instance);
      field = this.program.module.addField(made, "value", kind).index;
      this.cellFields.set(kind, field);
    }
    return field;
  }

  private readonly earlyFields = new Map<MemoryKind, { readonly field: number; readonly isDeclared: number }>();

  /** The same for a variable that may be asked for before its declaration has run. */
  earlyCellFields(type: Type): { readonly field: number; readonly isDeclared: number } {
    const kind = memoryKindOf(type);
    let fields = this.earlyFields.get(kind);
    if (fields === undefined) {
      const { module } = this.program;
      const made = module.addClass(`early<${kindNames[kind]}>`, null, ClassShape.Instance);
      const field = module.addField(made, "value", kind).index;
      fields = { field, isDeclared: module.addField(made, "isDeclared", MemoryKind.Bool).index };
      this.earlyFields.set(kind, fields);
    }
    return fields;
  }

  private boxField(member: Type): number {
    let field = this.boxFields.get(member);
    if (field === undefined) {
      const made = this.program.module.addClass(`box<${member.name}>`, null, ClassShape.Instance);
      field = this.program.module.addField(made, "value", memoryKindOf(member)).index;
      this.boxFields.set(member, field);
      this.live.set(made, { layout: { irClass: made, fields: new Map() }, type: null, array: null, boxed: member });
    }
    return field;
  }

  /** The class of box objects for a type, as `typeof` and narrowing test it. */
  boxClass(member: Type): number {
    return this.program.module.fields[this.boxField(member)].classIndex;
  }

  box(context: Context, member: Type, value: Value): Value {
    const object = context.emit(Op.New, [], this.boxClass(member));
    context.emit(Op.FieldSet, [object, value], this.boxField(member));
    return object;
  }

  unbox(context: Context, member: Type, value: Value): Value {
    return context.emit(Op.FieldGet, [value], this.boxField(member));
  }

  /** The class of object literals and tuples with these fields. */
  literalClass(
    key: string,
    name: string,
    members: readonly LiteralMember[],
    parent: IrClass | null = null,
    tuple: Type | null = null,
  ): ClassLayout {
    const irClass = this.make(`literal ${key}`, () => {
      const { module } = this.program;
      const made = module.addClass(module.unusedClassName(name), parent?.index ?? null, ClassShape.Instance);
      const fields = new Map<string, FieldLayout>();
      for (const member of members) {
        const field = this.program.module.addField(made, member.name, memoryKindOf(member.type));
        const { name: fieldName, type, isOptional, madeFor } = member;
        fields.set(fieldName, { name: fieldName, type, field: field.index, offset: field.offset, isOptional, madeFor });
      }
      this.live.set(made, { layout: { irClass: made, fields }, type: null, array: tuple });
      return made;
    });
    return this.live.get(irClass)?.layout ?? { irClass, fields: new Map() };
  }

  /** Says which generic functions the properties of an object literal are. */
  setGenerics({ irClass }: ClassLayout, found: Pick<LiveClass, "generics" | "genericClosures">): void {
    const live = this.live.get(irClass);
    if (live !== undefined) this.live.set(irClass, { ...live, ...found });
  }

  /** Numbers the inheritance forest in preorder. */
  number(): void {
    const { classes } = this.program.module;
    const children = new Map<number | null, IrClass[]>();
    for (const found of classes) children.set(found.parent, [...(children.get(found.parent) ?? []), found]);
    let next = 1;
    const visit = (found: IrClass): void => {
      found.firstId = next++;
      for (const child of children.get(found.index) ?? []) visit(child);
      found.lastId = next - 1;
    };
    for (const root of children.get(null) ?? []) visit(root);
    for (const { fn, first, count, irClass } of this.tests) {
      fn.setImmediate(first, irClass.firstId);
      fn.setImmediate(count, irClass.lastId - irClass.firstId);
    }
  }

  /** Two constants of an instanceof test that get their values when the classes are numbered. */
  numberLater(fn: IrFunction, first: Value, count: Value, irClass: IrClass): void {
    this.tests.push({ fn, first, count, irClass });
  }
}

/** Whether the cell of an element is also that of signed numbers. */
function isUnsigned(element: Type): boolean {
  return element.kind === TypeKind.Integer && !element.isSigned && element.bits >= 32;
}
