// Module: one whole program in the IR: functions, and the tables that `aux` operands point into.
// Owns:       classes with their layouts and virtual tables, fields, globals, strings, signatures, source positions.
// Invariants: (1) indices into the tables are stable: nothing is removed, only marked dead
//             (2) class ids number the inheritance forest in preorder: the descendants of C are firstId..lastId

import { type FunctionSignature, IrFunction } from "./function.ts";
import { CLOSURE_CAPTURES_OFFSET, HEADER_SIZE_BYTES } from "./layout.ts";
import { type InlineScope, type Position, PositionTable } from "./positions.ts";
import type { SourceMember, SourceType } from "./source-types.ts";
import { MemoryKind, memoryKinds } from "./types.ts";
import type { SourceVariable } from "./variables.ts";

export type { InlineScope, Position } from "./positions.ts";

/** How the drop of an object finds the references it owns. */
export const enum ClassShape {
  /** Fields only. */
  Instance,
  /** A string: no references. */
  String,
  /** Array<T>: elements of elementKind in a separate block. */
  Array,
  /** Typed array: elements in an ArrayBuffer. */
  TypedArray,
  /** A function object: fields are the captured values. */
  Closure,
  /** A closure that a field of an object holds: the first captured value is the object's address, with the state of bound-functions.ts. */
  Method,
  /** A closure that stands for another one, its first captured value, where functions have another type. */
  Adapter,
}

export interface Field {
  readonly index: number;
  readonly classIndex: number;
  readonly name: string;
  readonly kind: MemoryKind;
  readonly offset: number;
  /** Whether a closure of shape Method may be in it that has the field's object as `this`. */
  holdsMethod: boolean;
}

export interface IrClass {
  readonly index: number;
  /** As a reader sees it, with type arguments: `Map<string,number>`. Unique. */
  readonly name: string;
  readonly parent: number | null;
  readonly shape: ClassShape;
  /** Of arrays: what an element is. */
  readonly elementKind: MemoryKind | null;
  /** @packed: no header, values are addresses (I64), no virtual table, no subclasses. */
  readonly isPacked: boolean;
  /** Own fields, not the parent's (indices into Module.fields). */
  fields: number[];
  /** With header and parents. Of arrays and strings: the head. */
  sizeBytes: number;
  alignment: number;
  /** Function index by slot, -1 where the class has none. Inherited slots included. */
  slots: number[];
  firstId: number;
  lastId: number;
}

export interface Global {
  readonly index: number;
  /** Unique: `console.cursor`, with the file's stem in front. */
  readonly name: string;
  readonly kind: MemoryKind;
  /** Linker symbol for assembly, or null. */
  exportName: string | null;
  /** Bits to start with (of a float: its bits); zero otherwise. */
  initial: bigint;
  /** Module.sourceTypes. */
  sourceType: number;
  /** Where it is declared (Module.positions). */
  declaredAt: number;
}

/** A virtual table slot. Every class that reaches it has the same signature there; receiver first in params. */
export interface Method {
  readonly index: number;
  readonly name: string;
  readonly slot: number;
  readonly signature: FunctionSignature;
}

/** Constant bytes in read-only memory. */
export interface Blob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly alignment: number;
}

export type Profile = "kernel" | "program" | "linux";

export class Module {
  readonly profile: Profile;
  readonly functions: IrFunction[] = [];
  readonly classes: IrClass[] = [];
  readonly fields: Field[] = [];
  readonly globals: Global[] = [];
  readonly strings: string[] = [];
  readonly methods: Method[] = [];
  readonly signatures: FunctionSignature[] = [];
  readonly blobs: Blob[] = [];
  /** Variables of the sources, which functions bind to values. */
  readonly variables: SourceVariable[] = [];
  /** Types as the sources name them; 0 is "not described". */
  readonly sourceTypes: SourceType[] = [{ kind: "unknown", name: "unknown" }];
  /** By class index, its members and those of its parents. */
  readonly sourceMembers = new Map<number, readonly SourceMember[]>();
  /** The class of string objects and of descriptors' names; -1 until the front end made it. */
  stringClass = -1;
  /** The class of the static closure objects (closure.static): a code address and no captures; -1 while there are none. */
  closureClass = -1;
  /** The global that holds an exception on its way to a handler; -1 in programs that use none. */
  pendingException = -1;

  private readonly functionsByName = new Map<string, IrFunction>();
  private readonly classNames = new Set<string>();
  private readonly stringIndices = new Map<string, number>();
  private readonly signatureIndices = new Map<string, number>();
  private readonly positions = new PositionTable();

  constructor(profile: Profile) {
    this.profile = profile;
  }

  /** Requires: no function of that name. */
  addFunction(name: string, signature: FunctionSignature): IrFunction {
    if (this.functionsByName.has(name)) throw new Error(`function ${name} exists`);
    const added = new IrFunction(this.functions.length, name, signature);
    this.functions.push(added);
    this.functionsByName.set(name, added);
    return added;
  }
  functionByName(name: string): IrFunction | undefined {
    return this.functionsByName.get(name);
  }
  functionByExportName(exportName: string): IrFunction | undefined {
    return this.functions.find((candidate) => candidate.exportName === exportName);
  }

  /** The name, with a number if another class has it: the linker and the text of the IR know classes by their names. */
  unusedClassName(name: string): string {
    return this.classNames.has(name) ? `${name}#${this.classes.length}` : name;
  }

  /** Requires: no other class has the name. */
  addClass(name: string, parent: number | null, shape: ClassShape, isPacked = false, elementKind: MemoryKind | null = null): IrClass {
    const above = parent === null ? null : this.classes[parent];
    this.classNames.add(name);
    const added: IrClass = {
      index: this.classes.length,
      name,
      parent,
      shape,
      elementKind,
      isPacked,
      fields: [],
      sizeBytes: above?.sizeBytes ?? (isPacked ? 0 : HEADER_SIZE_BYTES),
      alignment: above?.alignment ?? (isPacked ? 1 : HEADER_SIZE_BYTES),
      slots: above ? [...above.slots] : [],
      firstId: 0,
      lastId: 0,
    };
    this.classes.push(added);
    return added;
  }

  /** Appends a field at the next offset of its natural alignment. Requires: no subclass was laid out yet. */
  addField(owner: IrClass, name: string, kind: MemoryKind): Field {
    const size = memoryKinds[kind].sizeBytes;
    const offset = Math.ceil(owner.sizeBytes / size) * size;
    const field: Field = { index: this.fields.length, classIndex: owner.index, name, kind, offset, holdsMethod: false };
    this.fields.push(field);
    owner.fields.push(field.index);
    owner.sizeBytes = offset + size;
    owner.alignment = Math.max(owner.alignment, size);
    return field;
  }

  /** Makes a field hold something no larger; its offset stays. Whoever changes it changes all its reads and writes. */
  narrowField(index: number, kind: MemoryKind): void {
    this.fields[index] = { ...this.fields[index], kind };
  }
  /** The same for a global. */
  narrowGlobal(index: number, kind: MemoryKind): void {
    this.globals[index] = { ...this.globals[index], kind };
  }

  addGlobal(name: string, kind: MemoryKind): Global {
    const added: Global = { index: this.globals.length, name, kind, exportName: null, initial: 0n, sourceType: 0, declaredAt: 0 };
    this.globals.push(added);
    return added;
  }

  addMethod(name: string, slot: number, signature: FunctionSignature): Method {
    const added: Method = { index: this.methods.length, name, slot, signature };
    this.methods.push(added);
    return added;
  }

  /** Offsets of the fields that hold references when an object ends, the parents' first. A method's object is one of them then. */
  referenceOffsets(owner: IrClass): number[] {
    const inherited = owner.parent === null ? [] : this.referenceOffsets(this.classes[owner.parent]);
    const object = owner.shape === ClassShape.Method ? [CLOSURE_CAPTURES_OFFSET] : [];
    const own = owner.fields.map((field) => this.fields[field]).filter(({ kind }) => kind === MemoryKind.Ref);
    return [...inherited, ...object, ...own.map(({ offset }) => offset)];
  }

  /** Whether the end of an object of the class depends on who else holds its methods, or as a method on its object. */
  isBound(owner: IrClass): boolean {
    if (owner.shape === ClassShape.Method || owner.fields.some((field) => this.fields[field].holdsMethod)) return true;
    return owner.parent !== null && this.isBound(this.classes[owner.parent]);
  }

  internString(text: string): number {
    let index = this.stringIndices.get(text);
    if (index === undefined) {
      index = this.strings.push(text) - 1;
      this.stringIndices.set(text, index);
    }
    return index;
  }

  internSignature(signature: FunctionSignature): number {
    const key = `${signature.params.join(",")}>${signature.result}`;
    let index = this.signatureIndices.get(key);
    if (index === undefined) {
      index = this.signatures.push(signature) - 1;
      this.signatureIndices.set(key, index);
    }
    return index;
  }

  /** A place in the sources; `scope` (of internScope) says through which inlined calls its code came here. */
  internPosition(file: string, line: number, column: number, scope = 0): number {
    return this.positions.intern(file, line, column, scope);
  }
  /** The scope of a body that stands in place of a call at a position. */
  internScope(functionName: string, callPosition: number): number {
    return this.positions.internScope({ functionName, callPosition });
  }
  /** A position of the function's own code, seen after that code was put in place of the call that `scope` tells of. */
  positionWithin(position: number, scope: number): number {
    return this.positions.within(position, scope);
  }
  /** A scope of the function's own code, seen after that code was put in place of the call that `scope` tells of. */
  scopeWithin(own: number, scope: number): number {
    return this.positions.scopeWithin(own, scope);
  }
  /** Position 0 has line 0: none. */
  position(index: number): Position {
    return this.positions.at(index);
  }
  /** Requires: a scope of internScope, not 0. */
  scope(index: number): InlineScope {
    return this.positions.scopeAt(index);
  }

  /** The same module again: changes to the one leave the other alone. They share the positions, which only grow. */
  copy(): Module {
    const functions = this.functions.map((fn) => fn.copy());
    return Object.assign(new Module(this.profile), this, {
      functions,
      classes: this.classes.map((owner) => ({ ...owner, fields: owner.fields.slice(), slots: owner.slots.slice() })),
      fields: this.fields.map((field) => ({ ...field })),
      globals: this.globals.map((global) => ({ ...global })),
      strings: this.strings.slice(),
      methods: this.methods.slice(),
      signatures: this.signatures.slice(),
      blobs: this.blobs.slice(),
      functionsByName: new Map(functions.map((fn) => [fn.name, fn])),
      stringIndices: new Map(this.stringIndices),
      signatureIndices: new Map(this.signatureIndices),
    });
  }
}
