// DWARF types: the types of the sources as entries: base types, structures for classes, arrays and strings, names for references.
// Owns:       the entry of each type; they are children of the unit.
// Invariants: the base types that location expressions convert between come first, at offsets that are known early

import {
  ARRAY_CAPACITY_OFFSET,
  ARRAY_ELEMENTS_OFFSET,
  ARRAY_LENGTH_OFFSET,
  HEADER_SIZE_BYTES,
  STRING_HASH_OFFSET,
  STRING_LENGTH_OFFSET,
  STRING_UNITS_OFFSET,
} from "../ir/layout.ts";
import type { BaseEncoding, SourceType } from "../ir/source-types.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";
import type { DebugTables } from "../object/debug-facts.ts";
import { At, Entry, Tag } from "./dwarf-entries.ts";

const ENCODINGS: Readonly<Record<BaseEncoding, number>> = { boolean: 2, float: 4, signed: 5, unsigned: 7 };
const ADDRESS_SIZE_BYTES = 8;

/** What conversions within expressions are between. */
export interface ConversionTypes {
  readonly i32: Entry;
  readonly u32: Entry;
  readonly i64: Entry;
  readonly f64: Entry;
}

export class DwarfTypes {
  readonly conversions: ConversionTypes;
  private readonly unit: Entry;
  private readonly tables: DebugTables["module"];
  private readonly known = new Map<string, Entry>();

  constructor(unit: Entry, tables: DebugTables["module"]) {
    this.unit = unit;
    this.tables = tables;
    this.conversions = {
      f64: this.base("number", "float", 8),
      i32: this.base("number", "signed", 4),
      u32: this.base("number", "unsigned", 4),
      i64: this.base("number", "signed", 8),
    };
  }

  /** The type of a variable; null if nothing is known of it. */
  ofVariable(type: number): Entry | null {
    return this.of(type, "f64");
  }

  /** The type of a memory cell. */
  ofCell(type: number, kind: MemoryKind): Entry | null {
    return this.of(type, kind === MemoryKind.I32 ? "i32" : kind === MemoryKind.I64 ? "i64" : "f64");
  }

  /** The type of what a function returns. */
  ofResult(type: number, held: ValueType): Entry | null {
    return this.of(type, held === ValueType.I32 ? "i32" : held === ValueType.I64 ? "i64" : "f64");
  }

  isNumber(type: number): boolean {
    return this.tables.sourceTypes[type].kind === "number";
  }

  /** Makes an entry for every class, for objects whose class shows only when the program runs. */
  addClasses(): void {
    for (const index of this.tables.sourceMembers.keys()) this.structure(index);
  }

  private of(type: number, heldNumber: keyof ConversionTypes): Entry | null {
    const source = this.tables.sourceTypes[type];
    if (source.kind === "number") return this.conversions[heldNumber];
    if (source.kind === "base") return this.base(source.name, source.encoding, source.sizeBytes);
    if (source.kind === "unknown") return null;
    return this.once(`${type}`, () => this.make(type, source));
  }

  private once(key: string, make: () => Entry): Entry {
    let entry = this.known.get(key);
    if (entry === undefined) {
      entry = make();
      this.known.set(key, entry);
    }
    return entry;
  }

  private add(tag: Tag, name: string): Entry {
    return this.unit.child(new Entry(tag).text(At.Name, name));
  }

  private base(name: string, encoding: BaseEncoding, sizeBytes: number): Entry {
    return this.once(`base ${name} ${encoding} ${sizeBytes}`, () =>
      this.add(Tag.BaseType, name).number(At.Encoding, ENCODINGS[encoding]).number(At.ByteSize, sizeBytes),
    );
  }

  private make(type: number, source: Exclude<SourceType, { kind: "base" | "number" | "unknown" }>): Entry {
    switch (source.kind) {
      case "enum": {
        const entry = this.add(Tag.Enumeration, source.name).number(At.ByteSize, source.sizeBytes);
        for (const { name, value } of source.members)
          entry.child(new Entry(Tag.Enumerator)).text(At.Name, name).add(At.ConstantValue, { form: "signed", value });
        return entry;
      }
      case "embedded":
        return this.structure(source.classIndex);
      case "class":
        return this.reference(source.name, this.structure(source.classIndex));
      case "string":
        return this.reference(source.name, this.string());
      case "array":
        return this.array(type, source.name, source.element);
      case "object":
        return this.reference(source.name, this.object());
    }
  }

  /** The name of the type means a pointer: that is what variables hold. */
  private reference(name: string, target: Entry): Entry {
    return this.add(Tag.Typedef, name).type(this.pointer(target));
  }

  private pointer(target: Entry): Entry {
    return this.unit.child(new Entry(Tag.Pointer).number(At.ByteSize, ADDRESS_SIZE_BYTES).type(target));
  }

  private structure(classIndex: number): Entry {
    const key = `class ${classIndex}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { name, sizeBytes } = this.tables.classes[classIndex];
    const entry = this.add(Tag.Structure, name).number(At.ByteSize, sizeBytes);
    this.known.set(key, entry);
    for (const member of this.tables.sourceMembers.get(classIndex) ?? []) {
      const type = member.field < 0 ? this.ofVariable(member.type) : this.ofCell(member.type, this.tables.fields[member.field].kind);
      if (type !== null) addMember(entry, member.name, member.offset, type);
    }
    return entry;
  }

  private object(): Entry {
    return this.once("object", () => this.add(Tag.Structure, "object").number(At.ByteSize, HEADER_SIZE_BYTES));
  }

  private string(): Entry {
    return this.once("string", () => {
      const entry = this.add(Tag.Structure, "string").number(At.ByteSize, STRING_UNITS_OFFSET);
      addMember(entry, "length", STRING_LENGTH_OFFSET, this.base("u32", "unsigned", 4));
      addMember(entry, "flags", STRING_HASH_OFFSET, this.base("u32", "unsigned", 4));
      return entry;
    });
  }

  private array(number: number, name: string, element: number): Entry {
    const structure = this.add(Tag.Structure, name).number(At.ByteSize, ARRAY_ELEMENTS_OFFSET + ADDRESS_SIZE_BYTES);
    const reference = this.reference(name, structure);
    // Known before its elements are, which may be of the same type.
    this.known.set(`${number}`, reference);
    addMember(structure, "length", ARRAY_LENGTH_OFFSET, this.base("i32", "signed", 4));
    addMember(structure, "capacity", ARRAY_CAPACITY_OFFSET, this.base("i32", "signed", 4));
    const type = this.ofVariable(element);
    if (type !== null) addMember(structure, "elements", ARRAY_ELEMENTS_OFFSET, this.pointer(type));
    return reference;
  }
}

function addMember(structure: Entry, name: string, offset: number, type: Entry): void {
  structure.child(new Entry(Tag.Member)).text(At.Name, name).type(type).number(At.MemberLocation, offset);
}
