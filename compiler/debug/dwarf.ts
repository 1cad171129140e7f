// DWARF: what debuggers read of a program: lines, functions, variables with their places and types, frames.
// Invariants: (1) addresses are final: the sections need no relocation
//             (2) file names stay relative, so the same input gives the same bytes on every machine
// Manual:     DWARF 5, chapters 2, 3 and 7.5

import type { DebugGlobal, DebugTables } from "../object/debug-facts.ts";
import { ByteWriter } from "../support/byte-writer.ts";
import { At, Entry, type SectionPlace, Tag, writeEntries } from "./dwarf-entries.ts";
import { type FramedFunction, writeFrames } from "./dwarf-frames.ts";
import { addFunction, type UnitContext } from "./dwarf-functions.ts";
import { writeLines } from "./dwarf-lines.ts";
import { addressExpression, joined, ListSection } from "./dwarf-places.ts";
import { DwarfTypes } from "./dwarf-types.ts";
import type { SourcedFunction } from "./sourced-function.ts";

export interface DebugSection {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A global variable of the program that is in the image. */
export interface PlacedGlobal {
  readonly global: DebugGlobal;
  readonly address: bigint;
}

export interface DebugProgram {
  readonly base: bigint;
  /** In ascending order of start. */
  readonly functions: readonly SourcedFunction[];
  readonly tables: DebugTables["module"] | undefined;
  readonly globals: readonly PlacedGlobal[];
}

const DWARF_VERSION = 5;
const ADDRESS_SIZE_BYTES = 8;
const DW_UT_COMPILE = 1;
/** DWARF has no number for TypeScript: one of those left to users. gdb then takes C's expressions, and leaves names as they are. */
const DW_LANG_TYPESCRIPT = 0xd453;

/** Sections for the functions that have a file; none if there is no such function. */
export function makeDebugSections({ base, functions, tables, globals }: DebugProgram): DebugSection[] {
  const sourced = functions.filter((traced) => traced.file !== "");
  if (sourced.length === 0) return [];
  const fileNumbers = numberFiles(sourced);
  const code: SectionPlace = { offset: 0 };
  const unit = unitEntry(base, sourced, code);
  const context = unitContext(unit, base, sourced, fileNumbers, tables);
  context.types?.addClasses();
  for (const placed of globals) addGlobal(context, placed, globals);
  for (const traced of sourced) addFunction(context, traced);
  const shift = sourced[0].start;
  const ranges = sourced.map(({ start, sizeBytes }) => ({ from: start - shift, to: start + sizeBytes - shift }));
  context.ranges.addRanges(code, joined(ranges));
  const entries = writeEntries(unit, unitHead());
  const locations = new ListSection();
  for (const write of context.later) write(locations);
  for (const { at, place } of entries.places) entries.info.patchU32(at, place.offset);
  entries.info.patchU32(0, entries.info.length - 4);
  const framed = sourced.flatMap((traced) => framedFunction(base, traced));
  const sections: DebugSection[] = [
    { name: ".debug_info", bytes: entries.info.toBytes() },
    { name: ".debug_abbrev", bytes: entries.abbreviations },
    { name: ".debug_line", bytes: writeLines(base, sourced, fileNumbers) },
    { name: ".debug_str", bytes: entries.strings },
    { name: ".debug_rnglists", bytes: context.ranges.toBytes() },
  ];
  if (!locations.isEmpty) sections.push({ name: ".debug_loclists", bytes: locations.toBytes() });
  if (framed.length > 0) sections.push({ name: ".debug_frame", bytes: writeFrames(framed) });
  return sections;
}

function numberFiles(sourced: readonly SourcedFunction[]): Map<string, number> {
  const files = sourced.flatMap((traced) => [
    traced.file,
    ...traced.positions.flatMap(({ body }) => (body === undefined ? [] : [body.file])),
  ]);
  return new Map([...new Set(files)].map((file, index) => [file, index + 1]));
}

/** What stands before the entries; its length is filled in at the end. */
function unitHead(): ByteWriter {
  const writer = new ByteWriter(4096);
  writer.u32(0);
  writer.u16(DWARF_VERSION);
  writer.u8(DW_UT_COMPILE);
  writer.u8(ADDRESS_SIZE_BYTES);
  writer.u32(0);
  return writer;
}

/** Code that no source file asked for lies between the functions: it is not the unit's. */
function unitEntry(base: bigint, sourced: readonly SourcedFunction[], code: SectionPlace): Entry {
  const [first] = sourced;
  const unit = new Entry(Tag.CompileUnit).text(At.Producer, "tsmetal").number(At.Language, DW_LANG_TYPESCRIPT);
  unit
    .text(At.Name, first.file)
    .text(At.Directory, ".")
    .add(At.LineTable, { form: "section", place: { offset: 0 } });
  unit.add(At.LowPc, { form: "address", address: base + BigInt(first.start) });
  return unit.add(At.Ranges, { form: "section", place: code });
}

function unitContext(
  unit: Entry,
  base: bigint,
  sourced: readonly SourcedFunction[],
  fileNumbers: ReadonlyMap<string, number>,
  tables: DebugTables["module"] | undefined,
): UnitContext {
  return {
    unit,
    unitStart: sourced[0].start,
    base,
    fileNumbers,
    types: tables === undefined ? undefined : new DwarfTypes(unit, tables),
    cellOffset: (field) => tables?.fields[field].offset ?? 0,
    variableSize: (type) => sizeOfVariable(tables, type),
    ranges: new ListSection(),
    later: [],
    abstracts: new Map(),
  };
}

function sizeOfVariable(tables: DebugTables["module"] | undefined, type: number): number {
  const source = tables?.sourceTypes[type];
  return source?.kind === "base" || source?.kind === "enum" ? source.sizeBytes : ADDRESS_SIZE_BYTES;
}

/** A global goes by its own name if no other has it, else with the file's stem in front. */
function addGlobal({ unit, types, fileNumbers }: UnitContext, { global, address }: PlacedGlobal, all: readonly PlacedGlobal[]): void {
  const type = types?.ofCell(global.type, global.kind) ?? null;
  if (type === null) return;
  const own = ownName(global);
  const isUnique = all.every((other) => other.global === global || ownName(other.global) !== own);
  const entry = unit
    .child(new Entry(Tag.Variable))
    .text(At.Name, isUnique ? own : global.name)
    .type(type);
  entry.number(At.DeclaredFile, fileNumbers.get(global.file) ?? 0).number(At.DeclaredLine, global.line);
  entry.add(At.Location, { form: "expression", bytes: addressExpression(address) });
}

function ownName({ name, file }: DebugGlobal): string {
  const stem = file.replace(/^.*\//, "").replace(/\.ts$/, "");
  return name.startsWith(`${stem}.`) ? name.slice(stem.length + 1) : name;
}

function framedFunction(base: bigint, { start, sizeBytes, debug }: SourcedFunction): FramedFunction[] {
  return debug === undefined ? [] : [{ address: base + BigInt(start), sizeBytes, frame: debug.frame }];
}
