// Aliases: objects that one place uses as one type and another place as another. TypeScript lets a `Dog[]` be an `Animal[]` that gets a
// cat, and hides a property that another type has as an optional one of its own. What such a place reads is tested when the program runs.
// Invariants: (1) reads of elements are tested where a list of that type was ever used as one of a wider type
//             (2) members of object types are asked for through tables that have an entry for every class (MethodTable.doubt)

import type { IrFunction, Value } from "../../ir/function.ts";
import type { IrClass } from "../../ir/module.ts";
import { Op, PanicKind } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { Program } from "../program.ts";
import { isOpenType, noteTypesToOpen, storesNullAsZero } from "../types/open-types.ts";
import { memoryKindOf } from "../types/representation.ts";
import { type ArrayType, type FunctionType, isHeapType, type ObjectType, type TupleType, type Type, TypeKind } from "../types/types.ts";

interface ElementRead {
  readonly fn: IrFunction;
  readonly value: Value;
  readonly type: Type;
  /** What its class is, or is below. */
  readonly irClass: IrClass;
}

export class Aliases {
  private readonly program: Program;
  private readonly seen = new Set<string>();
  private readonly reads: ElementRead[] = [];
  private readonly doubtedElements = new Set<Type>();

  constructor(program: Program) {
    this.program = program;
  }

  /** A value of the one type is used as one of the other from now on, with the same representation; or it is inside of such a one. */
  note(from: Type, to: Type, isInside = false): void {
    if (from === to || !hasParts(from) || !hasParts(to)) return;
    const pair = `${from.id} ${to.id}${isInside ? " inside" : ""}`;
    if (this.seen.has(pair)) return;
    this.seen.add(pair);
    if (to.kind === TypeKind.Union) {
      const objects = to.members.filter(hasParts);
      // Which one of several it is, the program asks.
      if (objects.length === 1) this.note(from, objects[0], isInside);
    } else if (from.kind === TypeKind.Union) for (const member of from.members) this.note(member, to, isInside);
    else if (to.kind === TypeKind.Object) this.noteObject(from, to);
    else if (isList(from) && isList(to)) this.noteList(from, to, isInside);
    else if (from.kind === TypeKind.Function && to.kind === TypeKind.Function) this.noteFunction(from, to);
  }

  private noteObject(from: Type, to: ObjectType): void {
    // Objects of open classes are asked through slots that convert, each noted where it is made.
    if (from.kind === TypeKind.Object && isSameView(from, to)) return;
    for (const property of to.properties().values()) {
      const own = this.memberOf(from, property.name);
      if (own !== undefined) this.note(own, property.type, true);
      else if (own === undefined && !this.isMethod(from, property.name)) this.program.methods.doubt(to);
    }
  }

  private memberOf(type: Type, name: string): Type | undefined {
    if (type.kind === TypeKind.Object) return type.properties().get(name)?.type;
    return type.kind === TypeKind.Class && !type.isPacked ? this.program.classes.layoutOf(type).fields.get(name)?.type : undefined;
  }

  private isMethod(type: Type, name: string): boolean {
    if (type.kind !== TypeKind.Class) return false;
    return (["method", "get", "set"] as const).some((kind) => this.program.classes.findMember(type, name, kind) !== undefined);
  }

  /** A list that is stored otherwise is converted where it is used as another one, but not inside of an object, which stays the same. */
  private noteList(from: ListType, to: ListType, isInside: boolean): void {
    const { program } = this;
    if (isInside && !isStoredAlike(from, to)) {
      noteTypesToOpen(program.typesToOpen, from, to);
      program.lacksOpenTypes = true;
    }
    if (from.kind === TypeKind.Array) {
      if (to.kind === TypeKind.Array) this.noteElement(from.element, to.element, isInside);
      return;
    }
    for (const [index, own] of from.elements.entries()) {
      const wanted = to.kind === TypeKind.Array ? to.element : to.elements.at(index);
      if (wanted !== undefined) this.note(own, wanted, isInside);
    }
  }

  /** What goes into the list as the wider type comes out as the narrower one. */
  private noteElement(from: Type, to: Type, isInside: boolean): void {
    this.note(from, to, isInside);
    if (from !== to && !this.isWithin(to, from)) this.doubtElement(from);
  }

  private noteFunction(from: FunctionType, to: FunctionType): void {
    this.note(from.result, to.result);
    for (const [index, param] of from.params.entries()) {
      const given = to.params[index];
      if (given !== undefined) this.note(given, param);
    }
  }

  /** Whether all values of the one type have what the other promises. */
  private isWithin(from: Type, to: Type): boolean {
    if (from === to) return true;
    if (from.kind !== TypeKind.Object || to.kind !== TypeKind.Object) return false;
    const own = from.properties();
    return [...to.properties().values()].every((property) => own.get(property.name)?.type === property.type);
  }

  /** Elements of lists that are read as this type may be others. */
  doubtElement(type: Type): void {
    if (this.doubtedElements.has(type)) return;
    this.doubtedElements.add(type);
    if (type.kind === TypeKind.Object) this.program.methods.doubt(type);
    else if (type.kind === TypeKind.Union) for (const member of type.members) this.doubtElement(member);
    else if (type.kind === TypeKind.Array) this.doubtElement(type.element);
  }

  /** An element of a list was read; of tuples the class is told. */
  noteRead(fn: IrFunction, value: Value, type: Type, tupleClass?: IrClass): void {
    const irClass = fn.index < 0 ? undefined : (tupleClass ?? this.classOf(type));
    if (irClass !== undefined) this.reads.push({ fn, value, type, irClass });
  }

  /** The class by which values of the type are told from others that are stored alike; undefined where there is none. */
  private classOf(type: Type): IrClass | undefined {
    const { classes, module } = this.program;
    if (type.kind === TypeKind.String) return module.classes[module.stringClass];
    if (type.kind === TypeKind.Class && !type.isPacked) return classes.layoutOf(type).irClass;
    return type.kind === TypeKind.Array && !isOpenType(type) ? classes.arrayBase(type.element) : undefined;
  }

  /** Puts tests behind the reads of elements that may be others than their type says. Requires: all bodies are there. */
  testElements(): void {
    for (const read of this.reads) if (this.doubtedElements.has(read.type)) this.testElement(read);
  }

  private testElement({ fn, value, irClass }: ElementRead): void {
    const block = fn.blocks.find(({ insts }) => insts.includes(value));
    if (block === undefined) return;
    const make = (op: Op, valueType: ValueType, operands: readonly Value[], aux = 0): Value =>
      fn.create(op, valueType, operands, aux, fn.position(value));
    const id = make(Op.ClassId, ValueType.I32, [value]);
    const first = make(Op.Constant, ValueType.I32, []);
    const count = make(Op.Constant, ValueType.I32, []);
    const distance = make(Op.Subtract, ValueType.I32, [id, first]);
    const isOne = make(Op.LessEqualUnsigned, ValueType.Bool, [distance, count]);
    const check = make(Op.Check, ValueType.Void, [isOne], PanicKind.Narrowing);
    this.program.classes.numberLater(fn, first, count, irClass);
    block.insts.splice(block.insts.indexOf(value) + 1, 0, id, first, count, distance, isOne, check);
  }
}

type ListType = ArrayType | TupleType;

function isList(type: Type): type is ListType {
  return type.kind === TypeKind.Array || type.kind === TypeKind.Tuple;
}

/** Whether elements are found in the one list as they are in the other. A list that was made for nothing has none. */
function isStoredAlike(from: ListType, to: ListType): boolean {
  if (from.kind !== TypeKind.Array || to.kind !== TypeKind.Array) return false;
  const [own, wanted] = [from.element, to.element];
  return own.kind === TypeKind.Never || (memoryKindOf(own) === memoryKindOf(wanted) && storesNullAsZero(own) === storesNullAsZero(wanted));
}

function isSameView(one: ObjectType, other: ObjectType): boolean {
  return one.view !== undefined && one.view.declaration === other.view?.declaration;
}

/** Whether a value of the type can turn out to be of another one that is stored alike. */
function hasParts(type: Type): boolean {
  return isHeapType(type) || type.kind === TypeKind.Union;
}
