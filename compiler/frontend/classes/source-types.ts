// Source types: our types and the layouts of classes in the form that debug information needs.
// Owns:       the number of each type in Module.sourceTypes. Types are described last: asking for one must not lay out a class.

import type { EnumMember, SourceMember, SourceType } from "../../ir/source-types.ts";
import type { Program } from "../program.ts";
import { Absence, absenceOf, memoryKindOf } from "../types/representation.ts";
import { isHeapType, type Type, TypeKind, type UnionType } from "../types/types.ts";
import type { ClassLayout } from "./classes.ts";

const NOT_DESCRIBED = 0;

export class SourceTypes {
  private readonly program: Program;
  private readonly numbers = new Map<Type, number>();

  constructor(program: Program) {
    this.program = program;
  }

  numberOf(type: Type): number {
    let number = this.numbers.get(type);
    if (number === undefined) {
      number = this.program.module.sourceTypes.push({ kind: "unknown", name: type.name }) - 1;
      this.numbers.set(type, number);
    }
    return number;
  }

  /** Fills in what was asked for, and what that refers to. Requires: all bodies are lowered. */
  describeAll(): void {
    const { module, classes } = this.program;
    for (const [type, layout] of classes.allLayouts()) {
      if (type !== null) this.numberOf(type);
      module.sourceMembers.set(layout.irClass.index, this.membersOf(layout));
    }
    // Describing one may ask for others; the map's iteration comes to those too.
    for (const [type, number] of this.numbers) module.sourceTypes[number] = this.describe(type);
  }

  private membersOf({ fields }: ClassLayout): SourceMember[] {
    return [...fields.values()].map(({ name, type, field, offset }) => {
      const number = field < 0 ? this.embedded(type) : this.numberOf(type);
      return { name, type: number, offset, field };
    });
  }

  private embedded(type: Type): number {
    const described = this.describe(type);
    if (described.kind !== "class") return NOT_DESCRIBED;
    return this.program.module.sourceTypes.push({ ...described, kind: "embedded" }) - 1;
  }

  private describe(type: Type): SourceType {
    const { name } = type;
    switch (type.kind) {
      case TypeKind.Boolean:
        return { kind: "base", name, encoding: "boolean", sizeBytes: 1 };
      case TypeKind.Integer:
        return { kind: "base", name, encoding: type.isSigned ? "signed" : "unsigned", sizeBytes: type.bits / 8 };
      case TypeKind.Float32:
        return { kind: "base", name, encoding: "float", sizeBytes: 4 };
      case TypeKind.Number:
        if (type.held === "f64") return { kind: "number", name };
        return { kind: "base", name, encoding: type.held === "i32" ? "signed" : "unsigned", sizeBytes: 4 };
      case TypeKind.Enum:
        return { kind: "enum", name, sizeBytes: type.bits / 8, members: enumMembers(name, type.members) };
      case TypeKind.Class: {
        const layout = this.program.classes.layoutIfKnown(type);
        return layout === undefined ? { kind: "object", name } : { kind: "class", name, classIndex: layout.irClass.index };
      }
      case TypeKind.Union:
        return this.describeUnion(type);
      default:
        return this.describeObject(type);
    }
  }

  private describeObject(type: Type): SourceType {
    const { name } = type;
    if (type.kind === TypeKind.String) return { kind: "string", name };
    if (type.kind === TypeKind.Array || type.kind === TypeKind.TypedArray)
      return { kind: "array", name, element: this.numberOf(type.element), isTyped: type.kind === TypeKind.TypedArray };
    return isHeapType(type) || type.kind === TypeKind.Unknown ? { kind: "object", name } : { kind: "unknown", name };
  }

  private describeUnion(type: UnionType): SourceType {
    const { name } = type;
    if (type.members.length !== 1) return { kind: "object", name };
    const [member] = type.members;
    switch (absenceOf(type)) {
      case Absence.NotANumber:
        return { kind: "base", name, encoding: "float", sizeBytes: 8 };
      case Absence.Two:
        return { kind: "enum", name, sizeBytes: 4, members: enumMembers("", BOOLEAN_STATES) };
      case Absence.OutOfRange:
        return { kind: "base", name, encoding: "signed", sizeBytes: 8 };
    }
    const described = isHeapType(member) || memoryKindOf(type) === memoryKindOf(member) ? this.describe(member) : null;
    return described === null ? { kind: "object", name } : { ...described, name };
  }
}

const BOOLEAN_STATES: ReadonlyMap<string, bigint> = new Map([
  ["false", 0n],
  ["true", 1n],
  ["undefined", 2n],
]);

/** As the sources write a member: `Color.Red`. */
function enumMembers(name: string, members: ReadonlyMap<string, bigint>): EnumMember[] {
  return [...members].map(([member, value]) => ({ name: name === "" ? member : `${name}.${member}`, value }));
}
