// DWARF functions: one entry for each function, with its variables, their blocks, and the bodies that stand in place of calls.
// Invariants: (1) code is where its source position is: in the blocks around its line and column, in the body it was inlined from
//             (2) a block or body without code has no entry

import type { Extent } from "../ir/variables.ts";
import type { InlinedBody, PlacedVariable } from "../object/debug-facts.ts";
import type { Position } from "../object/object-file.ts";
import { At, Entry, type SectionPlace, Tag } from "./dwarf-entries.ts";
import { type CodeRange, joined, type ListSection, onlyPlace, type PlaceContext, placeExpression } from "./dwarf-places.ts";
import type { DwarfTypes } from "./dwarf-types.ts";
import type { SourcedFunction } from "./sourced-function.ts";

const DW_OP_REG6_RBP = 0x56;
const DW_INL_INLINED = 1;

/** What entries need that is the same for the whole unit. */
export interface UnitContext {
  readonly unit: Entry;
  readonly unitStart: number;
  readonly base: bigint;
  readonly fileNumbers: ReadonlyMap<string, number>;
  /** Undefined where no types are known: of functions that no compiler of ours has made. */
  readonly types: DwarfTypes | undefined;
  readonly cellOffset: (field: number) => number;
  readonly variableSize: (type: number) => number;
  readonly ranges: ListSection;
  /** Lists that are written when all entries have their offsets. */
  readonly later: ((locations: ListSection) => void)[];
  readonly abstracts: Map<string, Entry>;
}

/** A stretch of code from one source position. */
interface Stretch extends CodeRange {
  readonly position: Position;
}

export function addFunction(context: UnitContext, traced: SourcedFunction): void {
  const { unit, base, fileNumbers, types } = context;
  const { debug } = traced;
  const line = debug?.declaredLine ?? traced.positions.find((position) => position.line > 0 && position.body === undefined)?.line ?? 0;
  const entry = unit.child(new Entry(Tag.Subprogram));
  entry
    .text(At.Name, traced.name)
    .number(At.DeclaredFile, fileNumbers.get(traced.file) ?? 0)
    .number(At.DeclaredLine, line);
  entry.add(At.LowPc, { form: "address", address: base + BigInt(traced.start) }).number(At.HighPc, traced.sizeBytes);
  entry.add(At.FrameBase, { form: "expression", bytes: Uint8Array.of(DW_OP_REG6_RBP) }).add(At.External, { form: "present" });
  if (debug === undefined || types === undefined) return;
  entry.type(types.ofResult(debug.resultType, debug.resultHeld));
  new FunctionEntries(context, traced, types).fill(entry, debug.variables);
}

class FunctionEntries {
  private readonly context: UnitContext;
  private readonly traced: SourcedFunction;
  private readonly types: DwarfTypes;
  private readonly stretches: readonly Stretch[];
  private readonly bodies = new Map<InlinedBody, Entry>();

  constructor(context: UnitContext, traced: SourcedFunction, types: DwarfTypes) {
    this.context = context;
    this.traced = traced;
    this.types = types;
    const end = traced.start + traced.sizeBytes;
    this.stretches = traced.positions.map((position, index) => ({
      position,
      from: position.offset - context.unitStart,
      to: (traced.positions[index + 1]?.offset ?? end) - context.unitStart,
    }));
  }

  fill(entry: Entry, variables: readonly PlacedVariable[]): void {
    for (const { position } of this.stretches) if (position.body !== undefined) this.bodyEntry(entry, position.body);
    const owners = new Set(variables.map(({ body }) => body));
    for (const owner of owners) {
      const own = variables.filter(({ body }) => body === owner);
      const target = owner === undefined ? entry : this.bodies.get(owner);
      if (target !== undefined) this.addVariables(target, owner, own);
    }
  }

  // Inlined bodies

  private bodyEntry(outermost: Entry, body: InlinedBody): Entry {
    let entry = this.bodies.get(body);
    if (entry !== undefined) return entry;
    const { fileNumbers } = this.context;
    const parent = body.caller === undefined ? outermost : this.bodyEntry(outermost, body.caller);
    entry = parent.child(new Entry(Tag.InlinedSubroutine));
    this.bodies.set(body, entry);
    entry.add(At.AbstractOrigin, { form: "entry", entry: this.abstractOf(body) });
    this.addRanges(
      entry,
      this.stretches.filter(({ position }) => isWithin(position.body, body)),
    );
    const callFile = body.caller?.file ?? this.traced.file;
    entry.number(At.CallFile, fileNumbers.get(callFile) ?? 0).number(At.CallLine, body.callLine);
    return entry;
  }

  private abstractOf({ name, file }: InlinedBody): Entry {
    const { abstracts, unit, fileNumbers } = this.context;
    const key = `${file}:${name}`;
    let entry = abstracts.get(key);
    if (entry === undefined) {
      entry = unit
        .child(new Entry(Tag.Subprogram))
        .text(At.Name, name)
        .number(At.DeclaredFile, fileNumbers.get(file) ?? 0);
      entry.number(At.Inline, DW_INL_INLINED).add(At.External, { form: "present" });
      abstracts.set(key, entry);
    }
    return entry;
  }

  private addRanges(entry: Entry, stretches: readonly CodeRange[]): void {
    const ranges = joined(stretches);
    const { base, unitStart } = this.context;
    if (ranges.length === 1) {
      const [{ from, to }] = ranges;
      entry.add(At.LowPc, { form: "address", address: base + BigInt(unitStart + from) }).number(At.HighPc, to - from);
      return;
    }
    const place: SectionPlace = { offset: 0 };
    this.context.ranges.addRanges(place, ranges);
    entry.add(At.Ranges, { form: "section", place });
  }

  // Variables and blocks

  private addVariables(owner: Entry, body: InlinedBody | undefined, variables: readonly PlacedVariable[]): void {
    const blocks = new Map<string, { readonly extent: Extent; readonly entry: Entry }>();
    const outermostFirst = [...variables].sort((a, b) => sizeOf(b.variable.extent) - sizeOf(a.variable.extent));
    for (const placed of outermostFirst) {
      const { extent } = placed.variable;
      if (extent === null) {
        this.addVariable(owner, placed);
        continue;
      }
      const key = Object.values(extent).join();
      let block = blocks.get(key);
      if (block === undefined) {
        const around = [...blocks.values()].filter((other) => contains(other.extent, extent)).at(-1);
        const entry = this.blockEntry(extent, body);
        if (entry === null) continue;
        (around?.entry ?? owner).child(entry);
        block = { extent, entry };
        blocks.set(key, block);
      }
      this.addVariable(block.entry, placed);
    }
  }

  private blockEntry(extent: Extent, body: InlinedBody | undefined): Entry | null {
    const stretches = this.stretches.filter(({ position }) => {
      if (position.body === body) return isInside(extent, position.line, position.column);
      const inner = childOf(position.body, body);
      return inner !== undefined && inner.callLine >= extent.startLine && inner.callLine <= extent.endLine;
    });
    if (stretches.length === 0) return null;
    const entry = new Entry(Tag.LexicalBlock);
    this.addRanges(entry, stretches);
    return entry;
  }

  private addVariable(owner: Entry, placed: PlacedVariable): void {
    const { variable } = placed;
    const { types, context } = this;
    const entry = owner.child(new Entry(variable.isParameter ? Tag.FormalParameter : Tag.Variable)).text(At.Name, variable.name);
    const file = placed.body?.file ?? this.traced.file;
    entry.number(At.DeclaredFile, context.fileNumbers.get(file) ?? 0).number(At.DeclaredLine, placed.declaredLine);
    entry.type(types.ofVariable(variable.type));
    const place: PlaceContext = {
      cellOffset: variable.cellField === null ? null : context.cellOffset(variable.cellField),
      sizeBytes: context.variableSize(variable.type),
      isNumber: types.isNumber(variable.type),
      conversions: types.conversions,
    };
    const only = onlyPlace(placed, this.codeSize(placed));
    if (only !== null) {
      entry.add(At.Location, { form: "expression", bytes: placeExpression(only, place) });
      return;
    }
    const list: SectionPlace = { offset: 0 };
    entry.add(At.Location, { form: "section", place: list });
    const shift = this.traced.start - context.unitStart;
    context.later.push((locations) => {
      const ranges = placed.ranges.map(({ from, to, place: where }) => ({
        from: from + shift,
        to: to + shift,
        expression: placeExpression(where, place),
      }));
      locations.addLocations(list, ranges);
    });
  }

  /** Code behind the last position of the source, stubs, needs no variables. */
  private codeSize({ ranges }: PlacedVariable): number {
    return Math.min(this.traced.sizeBytes, Math.max(...ranges.map(({ to }) => to)));
  }
}

function isWithin(body: InlinedBody | undefined, outer: InlinedBody): boolean {
  for (let current = body; current !== undefined; current = current.caller) if (current === outer) return true;
  return false;
}

/** The body directly inside `outer` (undefined: the function itself) that `body` lies in. */
function childOf(body: InlinedBody | undefined, outer: InlinedBody | undefined): InlinedBody | undefined {
  for (let current = body; current !== undefined; current = current.caller) if (current.caller === outer) return current;
  return undefined;
}

function isInside(extent: Extent, line: number, column: number): boolean {
  if (line < extent.startLine || line > extent.endLine) return false;
  if (line === extent.startLine && column < extent.startColumn) return false;
  return line < extent.endLine || column < extent.endColumn;
}

function contains(outer: Extent, inner: Extent): boolean {
  return isInside(outer, inner.startLine, inner.startColumn) && isInside(outer, inner.endLine, inner.endColumn - 1);
}

/** Larger for blocks further out. */
function sizeOf(extent: Extent | null): number {
  if (extent === null) return Number.POSITIVE_INFINITY;
  return (extent.endLine - extent.startLine) * 1000 + (extent.endColumn - extent.startColumn);
}
