// Relocate: writes final addresses into the fields of the placed sections.
// Invariants: a value that does not fit its field is an error, never cut off. All address arithmetic is modulo 2^64.
// Manual:     System V ABI, AMD64 supplement, "Relocation"

import type { Relocation, RelocationKind } from "../object/object-file.ts";
import type { InputSection } from "./resolve.ts";

interface Field {
  readonly sizeBytes: 4 | 8;
  readonly isRelative: boolean;
  /** How the machine widens the 32-bit field, and so which 64-bit values it can hold. */
  readonly fits: (value: bigint) => boolean;
}

const fitsSigned32 = (value: bigint): boolean => BigInt.asIntN(32, value) === BigInt.asIntN(64, value);
const fitsUnsigned32 = (value: bigint): boolean => BigInt.asUintN(64, value) < 2n ** 32n;
const fitsAlways = (): boolean => true;

const FIELDS: Readonly<Record<RelocationKind, Field>> = {
  abs64: { sizeBytes: 8, isRelative: false, fits: fitsAlways },
  abs32: { sizeBytes: 4, isRelative: false, fits: fitsUnsigned32 },
  abs32s: { sizeBytes: 4, isRelative: false, fits: fitsSigned32 },
  pc32: { sizeBytes: 4, isRelative: true, fits: fitsSigned32 },
  plt32: { sizeBytes: 4, isRelative: true, fits: fitsSigned32 },
  pc64: { sizeBytes: 8, isRelative: true, fits: fitsAlways },
};

function describe(input: InputSection, relocation: Relocation): string {
  return `${input.section.name}+0x${relocation.offset.toString(16)} of ${input.object.name}`;
}

/** Applies the section's relocations to bytes, its copy in the image. addressOf knows every symbol used. */
export function relocateSection(
  input: InputSection,
  bytes: Uint8Array,
  sectionAddress: bigint,
  addressOf: (name: string) => bigint,
  errors: string[],
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const relocation of input.section.relocations) {
    const field = FIELDS[relocation.kind];
    if (relocation.offset < 0 || relocation.offset + field.sizeBytes > bytes.length) {
      errors.push(`relocation at ${describe(input, relocation)} lies outside its section`);
      continue;
    }
    const target = addressOf(relocation.symbol) + BigInt(relocation.addend);
    const value = field.isRelative ? target - sectionAddress - BigInt(relocation.offset) : target;
    if (!field.fits(value)) {
      const bits = BigInt.asUintN(64, value).toString(16);
      errors.push(`0x${bits}, made from ${relocation.symbol} at ${describe(input, relocation)}, does not fit its ${relocation.kind} field`);
    } else if (field.sizeBytes === 8) {
      view.setBigUint64(relocation.offset, BigInt.asUintN(64, value), true);
    } else {
      view.setUint32(relocation.offset, Number(BigInt.asUintN(32, value)), true);
    }
  }
}
