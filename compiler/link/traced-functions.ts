// Traced functions: the functions of the image in address order, for the backtrace table and the symbol table.
// Invariants: every byte of .text from the first symbol on belongs to at most one function.

import type { SourcedFunction } from "../debug/sourced-function.ts";
import type { ObjectFile, SourceFunction } from "../object/object-file.ts";
import type { Definition, InputSection, SymbolSpace } from "./resolve.ts";

/** nasm writes local labels as `function.label` without type: places in a function, not functions. */
function isFunctionLike({ symbol, input }: Definition): boolean {
  if (input === undefined || !input.isKept || !input.section.isExecutable || symbol.type === "section") return false;
  return symbol.type === "function" || symbol.binding !== "local" || !symbol.name.includes(".");
}

interface Entry {
  readonly definition: Definition;
  readonly input: InputSection;
  readonly start: number;
}

/** Sizes that the object file leaves open reach to the next function or to the end of the section. */
function sizeOf(entry: Entry, next: Entry | undefined): number {
  const end = entry.input.offset + entry.input.section.sizeBytes;
  const limit = next !== undefined && next.start < end ? next.start : end;
  const { sizeBytes } = entry.definition.symbol;
  return sizeBytes === 0 ? limit - entry.start : Math.min(sizeBytes, limit - entry.start);
}

/** Of several symbols at one address, one with source facts wins, then a global one, then the first. */
function isBetter(candidate: Entry, known: Entry, sources: ReadonlyMap<ObjectFile, ReadonlyMap<string, SourceFunction>>): boolean {
  const rank = ({ definition }: Entry): number =>
    (sources.get(definition.object)?.has(definition.symbol.name) ? 2 : 0) + (definition.symbol.binding === "local" ? 0 : 1);
  return rank(candidate) > rank(known);
}

/** Requires: .text placed. Offsets in the result count from the base address, where .text begins in every layout. */
export function collectTracedFunctions(space: SymbolSpace): SourcedFunction[] {
  const sources = new Map<ObjectFile, Map<string, SourceFunction>>();
  for (const { object } of space.inputs) {
    if (!sources.has(object)) sources.set(object, new Map(object.functions.map((source) => [source.symbol, source])));
  }
  const byStart = new Map<number, Entry>();
  for (const definition of space.definitions) {
    const { input } = definition;
    if (input === undefined || !isFunctionLike(definition)) continue;
    const entry = { definition, input, start: input.offset + Number(definition.symbol.value) };
    const known = byStart.get(entry.start);
    if (known === undefined || isBetter(entry, known, sources)) byStart.set(entry.start, entry);
  }
  const entries = [...byStart.values()].sort((a, b) => a.start - b.start);
  return entries.map((entry, index) => {
    const source = sources.get(entry.definition.object)?.get(entry.definition.symbol.name);
    const { start } = entry;
    return {
      start,
      sizeBytes: sizeOf(entry, entries[index + 1]),
      name: source?.name ?? entry.definition.symbol.name,
      file: source?.file ?? "",
      isTopLevel: source?.isTopLevel ?? false,
      positions: (source?.positions ?? []).map((position) => ({ ...position, offset: start + position.offset })),
      debug: source?.debug,
    };
  });
}
