// Placement: the order and the address of every kept section in the memory image.
// Invariants: (1) offsets count from the layout's base address; each segment begins a page, so no page has two kinds of access
//             (2) within an output section the order is that of the object files and of their sections

import { PAGE_SIZE_BYTES } from "../object/elf-writer.ts";
import type { Section } from "../object/object-file.ts";
import { required } from "../support/assert.ts";
import { alignUp } from "../support/byte-writer.ts";
import type { InputSection } from "./resolve.ts";

/** In address order. ".note" and ".backtrace" share the read-only segment with ".rodata". */
export const OUTPUT_SECTION_NAMES = [".text", ".note", ".rodata", ".backtrace", ".data", ".bss"] as const;
export type OutputSectionName = (typeof OUTPUT_SECTION_NAMES)[number];

export interface PlacedSection {
  readonly name: OutputSectionName;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly alignment: number;
  readonly inputs: readonly InputSection[];
}

export interface Placement {
  readonly sections: readonly PlacedSection[];
  /** End of the last section, rounded up to a page. */
  readonly imageSizeBytes: number;
}

const SEGMENT_STARTS: ReadonlySet<OutputSectionName> = new Set([".text", ".note", ".data"]);
const BSS_ALIGNMENT = 16;

export function outputSectionOf(section: Section): OutputSectionName {
  if (section.isExecutable) return ".text";
  if (section.isWritable) return section.isZeroFilled ? ".bss" : ".data";
  return section.isNote ? ".note" : ".rodata";
}

/** Messages for sections no segment can hold. */
export function checkAccess(inputs: readonly InputSection[], errors: string[]): void {
  for (const { object, section, isKept } of inputs) {
    if (!isKept || !section.isWritable || !section.isExecutable) continue;
    errors.push(`section ${section.name} of ${object.name} is both writable and executable, which no layout allows`);
  }
}

function placeInputs(inputs: readonly InputSection[], start: number): number {
  let end = start;
  for (const input of inputs) {
    input.offset = alignUp(end, input.section.alignment);
    end = input.offset + input.section.sizeBytes;
  }
  return end;
}

/**
 * Gives every kept input section its offset. The backtrace table needs the addresses of the code, and comes after it, so its size is asked
 * for once .text is placed. An output section without content still has its place, for the symbols at its borders.
 */
export function placeSections(inputs: readonly InputSection[], measureBacktrace: () => number): Placement {
  const grouped = new Map<OutputSectionName, InputSection[]>(OUTPUT_SECTION_NAMES.map((name) => [name, []]));
  for (const input of inputs) if (input.isKept) required(grouped.get(outputSectionOf(input.section)), "output section").push(input);
  const sections: PlacedSection[] = [];
  let end = 0;
  for (const name of OUTPUT_SECTION_NAMES) {
    const members = required(grouped.get(name), name);
    const least = name === ".backtrace" ? 8 : name === ".bss" ? BSS_ALIGNMENT : 1;
    const alignment = Math.max(least, ...members.map(({ section }) => section.alignment));
    const offset = alignUp(end, SEGMENT_STARTS.has(name) ? Math.max(PAGE_SIZE_BYTES, alignment) : alignment);
    end = name === ".backtrace" ? offset + measureBacktrace() : placeInputs(members, offset);
    sections.push({ name, offset, sizeBytes: end - offset, alignment, inputs: members });
  }
  return { sections, imageSizeBytes: alignUp(end, PAGE_SIZE_BYTES) };
}
