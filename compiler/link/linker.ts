// Linker: object files and a layout become one executable and its map.
// Invariants: (1) the same input gives the same bytes
//             (2) all errors of a link are reported together, and with an error there is no executable
// Called:     once a program, by the driver.

import { encodeBacktraceTable } from "../debug/backtrace-table.ts";
import { makeDebugSections, type PlacedGlobal } from "../debug/dwarf.ts";
import type { SourcedFunction } from "../debug/sourced-function.ts";
import { PF_R, PF_W, PF_X, PT_GNU_STACK, PT_LOAD, PT_NOTE } from "../object/elf.ts";
import { type OutputSection, type OutputSegment, type OutputSymbol, PAGE_SIZE_BYTES, writeExecutable } from "../object/elf-writer.ts";
import type { ObjectFile } from "../object/object-file.ts";
import { required } from "../support/assert.ts";
import type { Layout } from "./layouts.ts";
import { checkAccess, type OutputSectionName, outputSectionOf, type PlacedSection, type Placement, placeSections } from "./placement.ts";
import { relocateSection } from "./relocate.ts";
import { collectSymbols, type Definition, findDefinition, keepReachable, type SymbolSpace } from "./resolve.ts";
import { collectTracedFunctions } from "./traced-functions.ts";

export interface MapEntry {
  readonly address: bigint;
  readonly sizeBytes: number;
  /** Output section. */
  readonly section: string;
  readonly name: string;
  /** Where it comes from. */
  readonly object: string;
}

/** What went where: every kept input section in address order, and every symbol. */
export interface LinkMap {
  readonly sections: readonly MapEntry[];
  readonly symbols: ReadonlyMap<string, bigint>;
  readonly functions: readonly SourcedFunction[];
}

export type LinkResult =
  | { readonly errors: readonly []; readonly bytes: Uint8Array; readonly map: LinkMap }
  | { readonly errors: readonly string[]; readonly bytes: undefined; readonly map: undefined };

export interface LinkOptions {
  /** Global symbols to keep besides the entry. */
  readonly roots?: readonly string[];
  /** Leaves out the sections that only debuggers read; symbols and the backtrace table stay. */
  readonly isStripped?: boolean;
}

/** First and last output section between __name_start and __name_end; rodata is the whole read-only segment. */
const BORDERS: Readonly<Record<string, readonly [OutputSectionName, OutputSectionName]>> = {
  text: [".text", ".text"],
  rodata: [".note", ".backtrace"],
  backtrace: [".backtrace", ".backtrace"],
  data: [".data", ".data"],
  bss: [".bss", ".bss"],
};

/** Names the linker defines. Ends are exclusive; __image_end is rounded up to a page. */
const LINKER_SYMBOLS: ReadonlySet<string> = new Set(
  [...Object.keys(BORDERS), "image"].flatMap((name) => [`__${name}_start`, `__${name}_end`]),
);

interface Image {
  readonly layout: Layout;
  readonly space: SymbolSpace;
  readonly placement: Placement;
  readonly functions: readonly SourcedFunction[];
  readonly backtrace: Uint8Array;
  readonly linkerSymbols: ReadonlyMap<string, number>;
}

function placedSection(placement: Placement, name: OutputSectionName): PlacedSection {
  return required(
    placement.sections.find((placed) => placed.name === name),
    name,
  );
}

function borderSymbols(placement: Placement): Map<string, number> {
  const symbols = new Map([
    ["__image_start", 0],
    ["__image_end", placement.imageSizeBytes],
  ]);
  for (const [name, [first, last]] of Object.entries(BORDERS)) {
    symbols.set(`__${name}_start`, placedSection(placement, first).offset);
    const { offset, sizeBytes } = placedSection(placement, last);
    symbols.set(`__${name}_end`, offset + sizeBytes);
  }
  return symbols;
}

function addressOf(image: Image, object: ObjectFile, name: string): bigint {
  const definition = findDefinition(image.space, object, name);
  const base = image.layout.baseAddress;
  if (definition === undefined) return base + BigInt(required(image.linkerSymbols.get(name), `symbol ${name}`));
  const value = BigInt(definition.symbol.value);
  return definition.input === undefined ? value : base + BigInt(definition.input.offset) + value;
}

function sectionBytes(image: Image, placed: PlacedSection, errors: string[]): Uint8Array {
  if (placed.name === ".bss") return new Uint8Array(0);
  if (placed.name === ".backtrace") return image.backtrace;
  const bytes = new Uint8Array(placed.sizeBytes);
  if (placed.name === ".text") bytes.fill(INT3_OPCODE);
  for (const input of placed.inputs) {
    const start = input.offset - placed.offset;
    const copy = bytes.subarray(start, start + input.section.sizeBytes);
    if (input.section.isZeroFilled) copy.fill(0);
    else copy.set(input.section.bytes);
    const address = image.layout.baseAddress + BigInt(input.offset);
    relocateSection(input, copy, address, (name) => addressOf(image, input.object, name), errors);
  }
  return bytes;
}

/** Padding between functions traps, should a jump ever land there. */
const INT3_OPCODE = 0xcc;

function outputSections(image: Image, errors: string[]): OutputSection[] {
  return image.placement.sections
    .filter((placed) => placed.sizeBytes > 0)
    .map((placed) => ({
      name: placed.name,
      content: placed.name === ".bss" ? "zero" : placed.name === ".note" ? "note" : "bytes",
      isLoaded: true,
      isWritable: placed.name === ".data" || placed.name === ".bss",
      isExecutable: placed.name === ".text",
      address: image.layout.baseAddress + BigInt(placed.offset),
      alignment: placed.alignment,
      sizeBytes: placed.sizeBytes,
      bytes: sectionBytes(image, placed, errors),
    }));
}

function placedGlobals(image: Image): PlacedGlobal[] {
  const objects = new Set(image.space.inputs.map(({ object }) => object));
  return [...objects].flatMap((object) =>
    (object.debug?.globals ?? [])
      .filter(({ symbol }) => findDefinition(image.space, object, symbol)?.input?.isKept === true)
      .map((global) => ({ global, address: addressOf(image, object, global.symbol) })),
  );
}

/** DWARF for debuggers, behind everything that is loaded. */
function debugSections(image: Image): OutputSection[] {
  const tables = image.space.inputs.find(({ object }) => object.debug !== undefined)?.object.debug;
  const program = { base: image.layout.baseAddress, functions: image.functions, tables: tables?.module, globals: placedGlobals(image) };
  return makeDebugSections(program).map(({ name, bytes }) => ({
    name,
    content: "bytes",
    isLoaded: false,
    isWritable: false,
    isExecutable: false,
    address: 0n,
    alignment: 1,
    sizeBytes: bytes.length,
    bytes,
  }));
}

const SEGMENTS: readonly { type: number; flags: number; sections: readonly OutputSectionName[] }[] = [
  { type: PT_LOAD, flags: PF_R | PF_X, sections: [".text"] },
  { type: PT_LOAD, flags: PF_R, sections: [".note", ".rodata", ".backtrace"] },
  { type: PT_LOAD, flags: PF_R | PF_W, sections: [".data", ".bss"] },
  { type: PT_NOTE, flags: PF_R, sections: [".note"] },
];

const STACK_SEGMENT: OutputSegment = {
  type: PT_GNU_STACK,
  flags: PF_R | PF_W,
  address: 0n,
  physicalAddress: 0n,
  memorySizeBytes: 0,
  alignment: 16,
  sections: [],
};

function outputSegments(layout: Layout, sections: readonly OutputSection[]): OutputSegment[] {
  const segments: OutputSegment[] = [];
  for (const { type, flags, sections: names } of SEGMENTS) {
    const members = sections.filter((section) => (names as readonly string[]).includes(section.name));
    if (members.length === 0) continue;
    const first = members[0];
    const last = members[members.length - 1];
    segments.push({
      type,
      flags,
      address: first.address,
      physicalAddress: first.address - layout.physicalOffset,
      memorySizeBytes: Number(last.address - first.address) + last.sizeBytes,
      alignment: type === PT_LOAD ? PAGE_SIZE_BYTES : first.alignment,
      sections: members.map((section) => section.name),
    });
  }
  if (layout.hasStackHeader) segments.push(STACK_SEGMENT);
  return segments;
}

/** What debuggers should see: nasm's equates and the labels within functions would only hide the names that matter. */
function isShown({ symbol, input }: Definition): boolean {
  if (symbol.type === "section" || (input !== undefined && !input.isKept)) return false;
  if (symbol.binding !== "local" || symbol.type !== "none") return true;
  return input !== undefined && !(input.section.isExecutable && symbol.name.includes("."));
}

/** The symbol table: everything named that is in the image; functions get the sizes of the traced functions. */
function outputSymbols(image: Image): OutputSymbol[] {
  const base = image.layout.baseAddress;
  const sizes = new Map(image.functions.map((traced) => [traced.start, traced.sizeBytes]));
  const symbols = image.space.definitions.filter(isShown).map(({ symbol, input }): OutputSymbol => {
    const { name, value, binding } = symbol;
    if (input === undefined) return { name, section: undefined, address: BigInt(value), sizeBytes: 0, binding, type: symbol.type };
    const offset = input.offset + Number(value);
    const size = input.section.isExecutable ? sizes.get(offset) : undefined;
    const type = symbol.type === "none" && size !== undefined ? "function" : symbol.type;
    const sizeBytes = symbol.sizeBytes || (size ?? 0);
    return { name, section: outputSectionOf(input.section), address: base + BigInt(offset), sizeBytes, binding, type };
  });
  for (const [name, offset] of image.linkerSymbols) {
    // Absolute, or debuggers would show __text_start in place of the first function.
    symbols.push({ name, section: undefined, address: base + BigInt(offset), sizeBytes: 0, binding: "global", type: "none" });
  }
  return symbols;
}

function makeMap(image: Image): LinkMap {
  const base = image.layout.baseAddress;
  const sections = image.placement.sections.flatMap((placed) =>
    placed.inputs.map(({ offset, section, object }) => ({
      address: base + BigInt(offset),
      sizeBytes: section.sizeBytes,
      section: placed.name,
      name: section.name,
      object: object.name,
    })),
  );
  const symbols = new Map<string, bigint>();
  for (const [name, definition] of image.space.globals) {
    if (definition.input === undefined || definition.input.isKept) symbols.set(name, addressOf(image, definition.object, name));
  }
  for (const [name, offset] of image.linkerSymbols) symbols.set(name, base + BigInt(offset));
  return { sections, symbols, functions: image.functions };
}

/** Requires: kept sections marked. Places everything and builds the backtrace table on the way. */
function buildImage(layout: Layout, space: SymbolSpace): Image {
  let functions: SourcedFunction[] = [];
  let backtrace = new Uint8Array(0);
  const placement = placeSections(space.inputs, () => {
    functions = collectTracedFunctions(space);
    backtrace = new Uint8Array(encodeBacktraceTable({ textBase: layout.baseAddress, functions }));
    return backtrace.length;
  });
  return { layout, space, placement, functions, backtrace, linkerSymbols: borderSymbols(placement) };
}

/** Links the object files. Errors are sentences for people; sections that nothing refers to are dropped. */
export function link(objects: readonly ObjectFile[], layout: Layout, options: LinkOptions = {}): LinkResult {
  const errors: string[] = [];
  const space = collectSymbols(objects, LINKER_SYMBOLS, errors);
  keepReachable(space, [layout.entrySymbol, ...(options.roots ?? [])], LINKER_SYMBOLS, errors);
  checkAccess(space.inputs, errors);
  if (errors.length > 0) return { errors, bytes: undefined, map: undefined };
  const image = buildImage(layout, space);
  const sections = outputSections(image, errors);
  if (errors.length > 0) return { errors, bytes: undefined, map: undefined };
  const map = makeMap(image);
  const entry = required(map.symbols.get(layout.entrySymbol), layout.entrySymbol);
  const bytes = writeExecutable({
    entry,
    segments: outputSegments(layout, sections),
    sections: options.isStripped ? sections : [...sections, ...debugSections(image)],
    symbols: outputSymbols(image),
  });
  return { errors: [], bytes, map };
}
