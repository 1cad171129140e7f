// Assembler: the code of one section, from insts and labels to bytes with the shortest jumps.
// Invariants: (1) a jump that has grown to 32 bits never shrinks again, so relaxation ends
//             (2) until finish, offsets are "raw": jumps to labels and alignment take no room
// Called:     emit for each inst in layout order, then finish once.

import type { InlinedBody } from "../../object/debug-facts.ts";
import type { Position, Relocation, RelocationKind } from "../../object/object-file.ts";
import { assert } from "../../support/assert.ts";
import { ByteWriter } from "../../support/byte-writer.ts";
import { encode, type FixupSink } from "./encode.ts";
import { type Inst, type InstSpec, instSpec } from "./insts.ts";
import type { LabelId, Operand } from "./operands.ts";

export interface AssembledCode {
  readonly bytes: Uint8Array;
  readonly relocations: readonly Relocation[];
  readonly positions: readonly Position[];
  /** By label id: offset in bytes. */
  readonly labelOffsets: readonly number[];
}

/** A place whose size is known only after relaxation: a jump to a label, or alignment. */
interface Gap {
  readonly rawOffset: number;
  sizeBytes: number;
  /** Undefined: alignment to `boundary`. */
  readonly jump: InstSpec | undefined;
  readonly target: LabelId;
  readonly boundary: number;
}

/** A raw offset and the number of gaps before it: enough to find the final offset. */
interface Place {
  readonly rawOffset: number;
  readonly gapCount: number;
}

interface LabelReference extends Place {
  readonly label: LabelId;
  /** Distance from this label instead of from the end of the field. */
  readonly origin: LabelId | undefined;
  readonly addend: number;
}

const SHORT_JUMP_SIZE_BYTES = 2;

/** The recommended multi-byte nops, by length. Manual: SDM 2B "NOP". */
const NOPS: readonly (readonly number[])[] = [
  [],
  [0x90],
  [0x66, 0x90],
  [0x0f, 0x1f, 0x00],
  [0x0f, 0x1f, 0x40, 0x00],
  [0x0f, 0x1f, 0x44, 0x00, 0x00],
  [0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00],
  [0x0f, 0x1f, 0x80, 0x00, 0x00, 0x00, 0x00],
  [0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00],
  [0x66, 0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00],
];

function writeNops(writer: ByteWriter, sizeBytes: number): void {
  for (let left = sizeBytes; left > 0; ) {
    const step = Math.min(left, NOPS.length - 1);
    for (const byte of NOPS[step]) writer.u8(byte);
    left -= step;
  }
}

export class Assembler {
  private readonly raw = new ByteWriter(1024);
  private readonly gaps: Gap[] = [];
  private readonly labels: (Place | undefined)[] = [];
  private readonly references: LabelReference[] = [];
  private readonly relocations: (Place & { kind: RelocationKind; symbol: string; addend: number })[] = [];
  private readonly marks: (Place & Omit<Position, "offset">)[] = [];

  // Places are written out: a spread of here() costs several times as much, and nearly every inst has one.
  private readonly sink: FixupSink = {
    relocate: (kind, symbol, addend) => {
      this.relocations.push({ rawOffset: this.raw.length, gapCount: this.gaps.length, kind, symbol, addend });
    },
    referToLabel: (label, addend) => {
      this.references.push({ rawOffset: this.raw.length, gapCount: this.gaps.length, label, origin: undefined, addend });
    },
  };

  private here(): Place {
    return { rawOffset: this.raw.length, gapCount: this.gaps.length };
  }

  /** Appends an inst. jmp and jcc to a label get their shortest size at finish. */
  emit(inst: Inst | InstSpec, ...operands: Operand[]): void {
    const spec = typeof inst === "string" ? instSpec(inst) : inst;
    const target = operands[0];
    if (target?.kind === "label" && (spec.control === "jump" || spec.control === "branch")) {
      this.gaps.push({ rawOffset: this.raw.length, sizeBytes: SHORT_JUMP_SIZE_BYTES, jump: spec, target: target.id, boundary: 1 });
    } else {
      encode(this.raw, this.sink, spec, operands);
    }
  }

  newLabel(): LabelId {
    return this.labels.push(undefined) - 1;
  }

  /** The label means the next inst. */
  bind(label: LabelId): void {
    assert(label >= 0 && label < this.labels.length, "unknown label");
    assert(this.labels[label] === undefined, () => `label L${label} is bound twice`);
    this.labels[label] = this.here();
  }

  /** Continues at a multiple of the boundary (a power of two, at most the section's alignment), with nops between. */
  align(boundary: number): void {
    assert(boundary > 0 && (boundary & (boundary - 1)) === 0, "alignment is not a power of two");
    this.gaps.push({ rawOffset: this.raw.length, sizeBytes: 0, jump: undefined, target: -1, boundary });
  }

  /** The following insts come from this line (0: from none) of the inlined body, or else of the function itself. */
  position(line: number, column = 0, body?: InlinedBody): void {
    const last = this.marks.at(-1);
    if (last?.line === line && last.column === column && last.body === body) return;
    this.marks.push({ rawOffset: this.raw.length, gapCount: this.gaps.length, line, column, body });
  }

  /** Appends data between the code. */
  bytes(bytes: Uint8Array): void {
    this.raw.bytes(bytes);
  }

  /** Appends 32 bits: the distance from origin to label, an entry of a jump table that stands at origin. */
  labelDistance(label: LabelId, origin: LabelId): void {
    this.references.push({ ...this.here(), label, origin, addend: 0 });
    this.raw.u32(0);
  }

  finish(): AssembledCode {
    const shifts = this.relax();
    const locate = (place: Place): number => place.rawOffset + shifts[place.gapCount];
    const labelOffsets = this.labels.map((place) => (place === undefined ? -1 : locate(place)));
    const writer = this.writeCode(shifts, labelOffsets);
    for (const reference of this.references) {
      const field = locate(reference);
      const origin = reference.origin === undefined ? field + 4 : offsetOf(labelOffsets, reference.origin);
      writer.patchU32(field, offsetOf(labelOffsets, reference.label) - origin + reference.addend);
    }
    return {
      bytes: writer.toBytes(),
      relocations: this.relocations.map((place) => ({
        offset: locate(place),
        kind: place.kind,
        symbol: place.symbol,
        addend: place.addend,
      })),
      positions: distinctPositions(
        this.marks.map((mark) => ({ offset: locate(mark), line: mark.line, column: mark.column, body: mark.body })),
      ),
      labelOffsets,
    };
  }

  /** Grows jumps until all reach. Returns, for each gap count, how far code behind that many gaps is shifted. */
  private relax(): Float64Array {
    const shifts = new Float64Array(this.gaps.length + 1);
    for (let hasGrown = true; hasGrown; ) {
      this.measure(shifts);
      hasGrown = false;
      for (let index = 0; index < this.gaps.length; index++) {
        const gap = this.gaps[index];
        if (gap.jump === undefined || gap.sizeBytes !== SHORT_JUMP_SIZE_BYTES) continue;
        const place = this.labels[gap.target];
        assert(place !== undefined, () => `label L${gap.target} is never bound`);
        const distance = place.rawOffset + shifts[place.gapCount] - (gap.rawOffset + shifts[index + 1]);
        if (distance >= -128 && distance <= 127) continue;
        gap.sizeBytes = gap.jump.control === "jump" ? 5 : 6;
        hasGrown = true;
      }
    }
    return shifts;
  }

  private measure(shifts: Float64Array): void {
    let shift = 0;
    for (let index = 0; index < this.gaps.length; index++) {
      const gap = this.gaps[index];
      if (gap.jump === undefined) gap.sizeBytes = -(gap.rawOffset + shift) & (gap.boundary - 1);
      shift += gap.sizeBytes;
      shifts[index + 1] = shift;
    }
  }

  private writeCode(shifts: Float64Array, labelOffsets: readonly number[]): ByteWriter {
    const raw = this.raw.toBytes();
    const writer = new ByteWriter(raw.length + shifts[this.gaps.length]);
    let copied = 0;
    for (const gap of this.gaps) {
      writer.bytes(raw.subarray(copied, gap.rawOffset));
      copied = gap.rawOffset;
      if (gap.jump === undefined) writeNops(writer, gap.sizeBytes);
      else writeJump(writer, gap.jump, gap.sizeBytes, offsetOf(labelOffsets, gap.target));
    }
    writer.bytes(raw.subarray(copied));
    return writer;
  }
}

function offsetOf(labelOffsets: readonly number[], label: LabelId): number {
  const offset = labelOffsets[label];
  assert(offset !== undefined && offset >= 0, () => `label L${label} is never bound`);
  return offset;
}

function writeJump(writer: ByteWriter, jump: InstSpec, sizeBytes: number, target: number): void {
  const distance = target - (writer.length + sizeBytes);
  const isShort = sizeBytes === SHORT_JUMP_SIZE_BYTES;
  const form = jump.forms[isShort ? 0 : 1];
  for (const byte of form.opcode) writer.u8(byte);
  if (isShort) writer.u8(distance);
  else writer.u32(distance);
}

/** Of marks at one offset the last counts; equal neighbours are one. */
function distinctPositions(positions: readonly Position[]): Position[] {
  const distinct: Position[] = [];
  for (const position of positions) {
    while (distinct.at(-1)?.offset === position.offset) distinct.pop();
    const last = distinct.at(-1);
    if (last === undefined || !isSamePlace(last, position)) distinct.push(position);
  }
  return distinct;
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column && a.body === b.body;
}
