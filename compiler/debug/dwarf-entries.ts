// DWARF entries: a tree of debugging information entries, and its form as .debug_info, .debug_abbrev and .debug_str.
// Invariants: entries of one shape (tag, attributes with their forms, children or none) share one abbreviation
// Manual:     DWARF 5, "Debugging Information Entry", chapters 2 and 7.5

import { ByteWriter } from "../support/byte-writer.ts";

export const enum Tag {
  FormalParameter = 0x05,
  LexicalBlock = 0x0b,
  Member = 0x0d,
  Pointer = 0x0f,
  CompileUnit = 0x11,
  Structure = 0x13,
  Typedef = 0x16,
  InlinedSubroutine = 0x1d,
  Array = 0x01,
  Subrange = 0x21,
  Enumeration = 0x04,
  BaseType = 0x24,
  Enumerator = 0x28,
  Subprogram = 0x2e,
  Variable = 0x34,
}

export const enum At {
  Location = 0x02,
  Name = 0x03,
  ByteSize = 0x0b,
  LineTable = 0x10,
  LowPc = 0x11,
  HighPc = 0x12,
  Language = 0x13,
  Directory = 0x1b,
  ConstantValue = 0x1c,
  Inline = 0x20,
  Producer = 0x25,
  AbstractOrigin = 0x31,
  MemberLocation = 0x38,
  DeclaredFile = 0x3a,
  DeclaredLine = 0x3b,
  Encoding = 0x3e,
  External = 0x3f,
  FrameBase = 0x40,
  Type = 0x49,
  Ranges = 0x55,
  CallFile = 0x58,
  CallLine = 0x59,
}

/** A place in another section that is known only when that is written. */
export interface SectionPlace {
  offset: number;
}

export type AttributeValue =
  | { readonly form: "string"; readonly text: string }
  | { readonly form: "number"; readonly value: number }
  | { readonly form: "signed"; readonly value: bigint }
  | { readonly form: "address"; readonly address: bigint }
  | { readonly form: "section"; readonly place: SectionPlace }
  | { readonly form: "entry"; readonly entry: Entry }
  | { readonly form: "expression"; readonly bytes: Uint8Array }
  | { readonly form: "present" };

const FORM_CODES: Readonly<Record<AttributeValue["form"], number>> = {
  string: 0x0e, // strp
  number: 0x0f, // udata
  signed: 0x0d, // sdata
  address: 0x01, // addr
  section: 0x17, // sec_offset
  entry: 0x13, // ref4
  expression: 0x18, // exprloc
  present: 0x19, // flag_present
};

export class Entry {
  readonly tag: Tag;
  readonly attributes: (readonly [At, AttributeValue])[] = [];
  readonly children: Entry[] = [];
  /** In the unit; set when it is written. */
  offset = 0;

  constructor(tag: Tag) {
    this.tag = tag;
  }

  text(at: At, text: string): this {
    return this.add(at, { form: "string", text });
  }
  number(at: At, value: number): this {
    return this.add(at, { form: "number", value });
  }
  add(at: At, value: AttributeValue): this {
    this.attributes.push([at, value]);
    return this;
  }
  type(entry: Entry | null): this {
    return entry === null ? this : this.add(At.Type, { form: "entry", entry });
  }
  child(entry: Entry): Entry {
    this.children.push(entry);
    return entry;
  }
}

export interface WrittenEntries {
  readonly info: ByteWriter;
  readonly abbreviations: Uint8Array;
  readonly strings: Uint8Array;
  /** Where `info` refers to other sections. */
  readonly places: readonly { readonly at: number; readonly place: SectionPlace }[];
}

/** Writes the entry and all below it behind what `info` holds: the head of the unit. */
export function writeEntries(root: Entry, info: ByteWriter): WrittenEntries {
  const writer = new EntryWriter(info);
  writer.write(root);
  return writer.finish();
}

class EntryWriter {
  private readonly info: ByteWriter;
  private readonly abbreviations = new ByteWriter();
  private readonly abbreviationNumbers = new Map<string, number>();
  private readonly strings = new ByteWriter();
  private readonly stringOffsets = new Map<string, number>();
  private readonly references: { readonly at: number; readonly entry: Entry }[] = [];
  private readonly places: { readonly at: number; readonly place: SectionPlace }[] = [];

  constructor(info: ByteWriter) {
    this.info = info;
  }

  write(entry: Entry): void {
    const { info } = this;
    entry.offset = info.length;
    info.uleb(this.abbreviationOf(entry));
    for (const [, value] of entry.attributes) this.writeValue(value);
    if (entry.children.length === 0) return;
    for (const child of entry.children) this.write(child);
    info.u8(0);
  }

  finish(): WrittenEntries {
    for (const { at, entry } of this.references) this.info.patchU32(at, entry.offset);
    this.abbreviations.u8(0);
    const { info, places } = this;
    return { info, abbreviations: this.abbreviations.toBytes(), strings: this.strings.toBytes(), places };
  }

  private abbreviationOf(entry: Entry): number {
    const shape = entry.attributes.map(([at, { form }]) => `${at}:${form}`).join();
    const key = `${entry.tag} ${entry.children.length > 0} ${shape}`;
    let number = this.abbreviationNumbers.get(key);
    if (number === undefined) {
      number = this.abbreviationNumbers.size + 1;
      this.abbreviationNumbers.set(key, number);
      for (const word of [number, entry.tag]) this.abbreviations.uleb(word);
      this.abbreviations.u8(entry.children.length > 0 ? 1 : 0);
      for (const [at, { form }] of entry.attributes) for (const word of [at, FORM_CODES[form]]) this.abbreviations.uleb(word);
      for (const word of [0, 0]) this.abbreviations.uleb(word);
    }
    return number;
  }

  private writeValue(value: AttributeValue): void {
    const { info } = this;
    switch (value.form) {
      case "string":
        return info.u32(this.stringOffset(value.text));
      case "number":
        return info.uleb(value.value);
      case "signed":
        return writeSigned(info, value.value);
      case "address":
        return info.u64(value.address);
      case "section":
        this.places.push({ at: info.length, place: value.place });
        return info.u32(0);
      case "entry":
        this.references.push({ at: info.length, entry: value.entry });
        return info.u32(0);
      case "expression":
        info.uleb(value.bytes.length);
        return info.bytes(value.bytes);
      case "present":
        return;
    }
  }

  private stringOffset(text: string): number {
    let offset = this.stringOffsets.get(text);
    if (offset === undefined) {
      offset = this.strings.length;
      this.strings.string(text);
      this.stringOffsets.set(text, offset);
    }
    return offset;
  }
}

/** Signed LEB128 of up to 64 bits. */
export function writeSigned(writer: ByteWriter, value: bigint): void {
  let rest = value;
  for (; rest < -64n || rest > 63n; rest >>= 7n) writer.u8(Number(rest & 127n) | 128);
  writer.u8(Number(rest & 127n));
}
