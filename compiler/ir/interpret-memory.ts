// Interpreter memory: one flat little-endian memory with the module's constants and globals in it, laid out as layout.ts says.
// Invariants: (1) address 0 up to DATA_START is never valid, so that null and what is near it is found
//             (2) addresses are below 2^31, as compiled code may assume of descriptors

import type { Scalar } from "./evaluate.ts";
import * as layout from "./layout.ts";
import type { IrClass, Module } from "./module.ts";
import { MemoryKind, memoryKinds } from "./types.ts";

const DATA_START = 0x10000;
const PAGE_SIZE = 4096;
/** Where functions seem to be: no memory is there, and a call of such an address finds the function. */
export const FUNCTION_ADDRESS_START = 0x7000_0000;
const FUNCTION_ADDRESS_STEP = 16;
/** Room that a symbol gets which only assembly defines. */
const SYMBOL_SIZE_BYTES = 0x1_0000;

/** The program read or wrote where it has no memory. */
export class MemoryFault extends Error {
  override name = "MemoryFault";
}

/** By size, one that is all zero: buffers so large are dear to make, and to throw away. */
const spareBuffers = new Map<number, ArrayBuffer>();

function takeBuffer(sizeBytes: number): ArrayBuffer {
  const spare = spareBuffers.get(sizeBytes);
  spareBuffers.delete(sizeBytes);
  return spare ?? new ArrayBuffer(sizeBytes);
}

export class InterpreterMemory {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly globals: number[] = [];
  readonly strings: number[] = [];
  readonly blobs: number[] = [];
  readonly descriptors: number[] = [];
  private readonly view: DataView;
  private readonly module: Module;
  private readonly closures = new Map<number, number>();
  private readonly symbols = new Map<string, number>();
  private end = DATA_START;

  constructor(module: Module, sizeBytes: number) {
    const buffer = takeBuffer(sizeBytes);
    this.bytes = new Uint8Array(buffer);
    this.view = new DataView(buffer);
    this.module = module;
    // Descriptors come first: every object's header holds the address of one.
    for (const owner of module.classes) this.descriptors.push(this.reserve(layout.DESCRIPTOR_SLOTS_OFFSET + owner.slots.length * 8, 8));
    for (const text of module.strings) this.strings.push(this.placeString(text));
    for (const blob of module.blobs) {
      const address = this.reserve(blob.bytes.length, blob.alignment);
      this.bytes.set(blob.bytes, address);
      this.blobs.push(address);
    }
    for (const global of module.globals) {
      const address = this.reserve(8, 8);
      this.view.setBigInt64(address, BigInt.asIntN(64, global.initial), true);
      this.globals.push(address);
    }
    for (const owner of module.classes) this.fillDescriptor(owner.index);
  }

  /** For whoever makes many: the next memory may take this one's room. Requires: this one is not used any more. */
  release(): void {
    this.bytes.fill(0, 0, this.end);
    spareBuffers.set(this.bytes.length, this.bytes.buffer);
  }

  functionAddress(index: number): number {
    return FUNCTION_ADDRESS_START + index * FUNCTION_ADDRESS_STEP;
  }
  /** Index of the function that has the address, or undefined. */
  functionAt(address: number): number | undefined {
    const index = (address - FUNCTION_ADDRESS_START) / FUNCTION_ADDRESS_STEP;
    return Number.isInteger(index) && index >= 0 && index < this.module.functions.length ? index : undefined;
  }

  /** The immortal object of a function without captures; made when first asked for. */
  closureOf(functionIndex: number): number {
    let address = this.closures.get(functionIndex);
    if (address === undefined) {
      address = this.reserve(layout.CLOSURE_CAPTURES_OFFSET, 8);
      this.fillHeader(address, this.module.closureClass);
      this.view.setBigInt64(address + layout.CLOSURE_CODE_OFFSET, BigInt(this.functionAddress(functionIndex)), true);
      this.closures.set(functionIndex, address);
    }
    return address;
  }

  private readonly shownTexts = new Map<string, number>();

  /** The constant string that the console shows of the function value: IrFunction.shownAs. */
  shownText(closure: number): number {
    const fn = this.module.functions[this.functionAt(Number(this.load(MemoryKind.I64, closure + layout.CLOSURE_CODE_OFFSET))) ?? -1];
    if (fn.isAdapter) return this.shownText(this.load(MemoryKind.Ref, closure + layout.CLOSURE_CAPTURES_OFFSET) as number);
    let address = this.shownTexts.get(fn.shownAs);
    if (address === undefined) {
      address = this.placeString(fn.shownAs);
      this.shownTexts.set(fn.shownAs, address);
    }
    return address;
  }

  /** A function or global exported under the name, or zeroed room for what assembly defines. Section borders: an empty section. */
  symbolAddress(name: string): number {
    const fn = this.module.functions.find((candidate) => !candidate.isExternal && (candidate.exportName ?? candidate.name) === name);
    if (fn !== undefined) return this.functionAddress(fn.index);
    const global = this.module.globals.find((candidate) => candidate.exportName === name);
    if (global !== undefined) return this.globals[global.index];
    const key = name.replace(/^(__.*)_end$/, "$1_start");
    let address = this.symbols.get(key);
    if (address === undefined) {
      address = this.mapPages(SYMBOL_SIZE_BYTES);
      this.symbols.set(key, address);
    }
    return address;
  }

  /** Fresh zeroed pages; a MemoryFault when there is no more room. */
  mapPages(sizeBytes: number): number {
    return this.reserve(Math.ceil(sizeBytes / PAGE_SIZE) * PAGE_SIZE, PAGE_SIZE);
  }

  /** Fresh zeroed memory. */
  reserve(sizeBytes: number, alignment: number): number {
    const address = Math.ceil(this.end / alignment) * alignment;
    if (!(address + sizeBytes <= this.bytes.length)) throw new MemoryFault("the interpreter's memory is full");
    this.end = address + sizeBytes;
    return address;
  }

  load(kind: MemoryKind, address: number): Scalar {
    this.check(address, memoryKinds[kind].sizeBytes);
    const { view } = this;
    switch (kind) {
      case MemoryKind.Bool:
      case MemoryKind.U8:
        return view.getUint8(address);
      case MemoryKind.I8:
        return view.getInt8(address);
      case MemoryKind.I16:
        return view.getInt16(address, true);
      case MemoryKind.U16:
        return view.getUint16(address, true);
      case MemoryKind.I32:
        return view.getInt32(address, true);
      case MemoryKind.I64:
        return view.getBigInt64(address, true);
      case MemoryKind.F32:
        return view.getFloat32(address, true);
      case MemoryKind.F64:
        return view.getFloat64(address, true);
      case MemoryKind.Ref:
        return Number(view.getBigInt64(address, true));
    }
  }

  store(kind: MemoryKind, address: number, value: Scalar): void {
    this.check(address, memoryKinds[kind].sizeBytes);
    const { view } = this;
    switch (kind) {
      case MemoryKind.Bool:
      case MemoryKind.I8:
      case MemoryKind.U8:
        return view.setUint8(address, value as number);
      case MemoryKind.I16:
      case MemoryKind.U16:
        return view.setUint16(address, value as number, true);
      case MemoryKind.I32:
        return view.setInt32(address, value as number, true);
      case MemoryKind.I64:
        return view.setBigInt64(address, value as bigint, true);
      case MemoryKind.F32:
        return view.setFloat32(address, value as number, true);
      case MemoryKind.F64:
        return view.setFloat64(address, value as number, true);
      case MemoryKind.Ref:
        return view.setBigInt64(address, BigInt(value), true);
    }
  }

  copy(target: number, source: number, sizeBytes: number): void {
    if (sizeBytes === 0) return;
    this.check(target, sizeBytes);
    this.check(source, sizeBytes);
    this.bytes.copyWithin(target, source, source + sizeBytes);
  }
  fill(target: number, value: number, sizeBytes: number): void {
    if (sizeBytes === 0) return;
    this.check(target, sizeBytes);
    this.bytes.fill(value, target, target + sizeBytes);
  }

  /** The text of a string object, for messages and tests. */
  textAt(address: number): string {
    const length = this.view.getUint32(address + layout.STRING_LENGTH_OFFSET, true);
    const bits = this.view.getUint32(address + layout.STRING_HASH_OFFSET, true);
    const isWide = (bits & layout.STRING_WIDE_BIT) !== 0;
    const units = address + layout.STRING_UNITS_OFFSET;
    const start = (bits & layout.STRING_OUTSIDE_BIT) !== 0 ? this.view.getUint32(units, true) : units;
    let text = "";
    for (let i = 0; i < length; i++) text += String.fromCharCode(isWide ? this.view.getUint16(start + i * 2, true) : this.bytes[start + i]);
    return text;
  }

  private check(address: number, sizeBytes: number): void {
    if (address >= DATA_START && address + sizeBytes <= this.bytes.length) return;
    const what = address >= 0 && address < PAGE_SIZE ? "used a value that is null or undefined: " : "";
    throw new MemoryFault(`${what}no memory at 0x${address < 0 ? BigInt.asUintN(64, BigInt(address)).toString(16) : address.toString(16)}`);
  }

  private fillHeader(address: number, classIndex: number): void {
    this.view.setUint32(address + layout.COUNT_OFFSET, layout.IMMORTAL_COUNT, true);
    this.view.setUint32(address + layout.DESCRIPTOR_OFFSET, this.descriptors[classIndex] ?? 0, true);
  }

  private placeString(text: string): number {
    const isWide = [...Array(text.length).keys()].some((index) => text.charCodeAt(index) > 0xff);
    const address = this.reserve(layout.STRING_UNITS_OFFSET + text.length * (isWide ? 2 : 1), 8);
    this.fillHeader(address, this.module.stringClass);
    this.view.setUint32(address + layout.STRING_LENGTH_OFFSET, text.length, true);
    if (isWide) this.view.setUint32(address + layout.STRING_HASH_OFFSET, layout.STRING_WIDE_BIT, true);
    for (let i = 0; i < text.length; i++) {
      if (isWide) this.view.setUint16(address + layout.STRING_UNITS_OFFSET + i * 2, text.charCodeAt(i), true);
      else this.bytes[address + layout.STRING_UNITS_OFFSET + i] = text.charCodeAt(i);
    }
    return address;
  }

  private placeReferenceMap(owner: IrClass): number {
    const offsets = this.module.referenceOffsets(owner);
    if (offsets.length === 0) return 0;
    const address = this.reserve(4 * (offsets.length + 1), 4);
    [offsets.length, ...offsets].forEach((word, place) => {
      this.view.setUint32(address + 4 * place, word, true);
    });
    return address;
  }

  private fillDescriptor(index: number): void {
    const owner = this.module.classes[index];
    const address = this.descriptors[index];
    this.view.setUint32(address + layout.DESCRIPTOR_FIRST_ID_OFFSET, owner.firstId, true);
    this.view.setUint32(address + layout.DESCRIPTOR_LAST_ID_OFFSET, owner.lastId, true);
    this.view.setUint32(address + layout.DESCRIPTOR_INSTANCE_SIZE_OFFSET, owner.sizeBytes, true);
    const flags = layout.descriptorFlags(owner.shape, owner.elementKind, this.module.isBound(owner));
    this.view.setUint32(address + layout.DESCRIPTOR_FLAGS_OFFSET, flags, true);
    this.view.setBigInt64(address + layout.DESCRIPTOR_NAME_OFFSET, BigInt(this.placeString(owner.name)), true);
    this.view.setBigInt64(address + layout.DESCRIPTOR_REFERENCES_OFFSET, BigInt(this.placeReferenceMap(owner)), true);
    owner.slots.forEach((slot, place) => {
      const code = slot < 0 ? 0 : this.functionAddress(slot);
      this.view.setBigInt64(address + layout.DESCRIPTOR_SLOTS_OFFSET + place * 8, BigInt(code), true);
    });
  }
}
