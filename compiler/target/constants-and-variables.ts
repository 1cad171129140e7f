// Constants and variables: strings, class descriptors, globals, blobs and float constants as sections of the object file.
// Invariants: each has a section of its own, so that the linker can leave out what nothing refers to; layouts are those of ir/layout.ts

import * as layout from "../ir/layout.ts";
import type { IrClass, Module } from "../ir/module.ts";
import { memoryKinds } from "../ir/types.ts";
import { dataSection, type ObjectSymbol, type Relocation, readOnlySection, type Section, zeroSection } from "../object/object-file.ts";
import { ByteWriter } from "../support/byte-writer.ts";
import type { MaskName, SymbolNames } from "./symbol-names.ts";

const OBJECT_ALIGNMENT_BYTES = 8;
const MASK_SIZE_BYTES = 16;

export class SectionList {
  readonly sections: Section[] = [];
  readonly symbols: ObjectSymbol[] = [];

  /** Adds a section that is one function or one datum, with its symbol. */
  add(section: Section, name: string, type: "function" | "object", binding: ObjectSymbol["binding"] = "global"): void {
    this.symbols.push({ name, section: this.sections.length, value: 0, sizeBytes: section.sizeBytes, binding, type });
    this.sections.push(section);
  }

  addConstant(name: string, bytes: Uint8Array, alignment: number, relocations: readonly Relocation[] = []): void {
    this.add(readOnlySection(`.rodata.${name}`, bytes, { alignment, relocations }), name, "object", "local");
  }
}

/** Adds everything that is not code. Requires: all code was selected, so that the names know the constants it refers to. */
export function addData(list: SectionList, module: Module, names: SymbolNames): void {
  // Names of classes are string objects too; interned before the strings are written.
  const classNames = module.classes.map(({ name }) => module.internString(name));
  for (const [index, text] of module.strings.entries()) addString(list, module, names, text, names.stringSymbol(index));
  for (const item of module.classes)
    if (!item.isPacked) addDescriptor(list, module, names, item, names.stringSymbol(classNames[item.index]));
  for (const { index, kind, initial, exportName } of module.globals) {
    addGlobal(list, names.globalSymbol(index), memoryKinds[kind].sizeBytes, initial, exportName !== null);
  }
  for (const [index, blob] of module.blobs.entries()) list.addConstant(names.blobSymbol(index), blob.bytes, blob.alignment);
  for (const [symbol, fn] of names.closures) addClosure(list, module, names, symbol, names.functionSymbol(fn));
  for (const [symbol, { bits, sizeBytes }] of names.floats) {
    const writer = new ByteWriter(sizeBytes);
    if (sizeBytes === 8) writer.u64(bits);
    else writer.u32(Number(bits));
    list.addConstant(symbol, writer.toBytes(), sizeBytes);
  }
  for (const [symbol, name] of names.masks) list.addConstant(symbol, maskBytes(name), MASK_SIZE_BYTES);
}

/** Count and class of an object that is never freed. */
function writeHeader(writer: ByteWriter, relocations: Relocation[], names: SymbolNames, classIndex: number): void {
  if (classIndex >= 0) {
    relocations.push({ offset: layout.DESCRIPTOR_OFFSET, kind: "abs32s", symbol: names.descriptorSymbol(classIndex), addend: 0 });
  }
  writer.u32(layout.IMMORTAL_COUNT);
  writer.u32(0);
}

function addClosure(list: SectionList, module: Module, names: SymbolNames, symbol: string, functionSymbol: string): void {
  const writer = new ByteWriter(layout.CLOSURE_CAPTURES_OFFSET);
  const relocations: Relocation[] = [];
  writeHeader(writer, relocations, names, module.closureClass);
  relocations.push({ offset: layout.CLOSURE_CODE_OFFSET, kind: "abs64", symbol: functionSymbol, addend: 0 });
  writer.u64(0);
  list.addConstant(symbol, writer.toBytes(), OBJECT_ALIGNMENT_BYTES, relocations);
}

function addString(list: SectionList, module: Module, names: SymbolNames, text: string, symbol: string): void {
  const isWide = [...text].some((character) => character.length > 1 || character.charCodeAt(0) > 0xff);
  const writer = new ByteWriter(layout.STRING_UNITS_OFFSET + text.length * 2);
  const relocations: Relocation[] = [];
  writeHeader(writer, relocations, names, module.stringClass);
  writer.u32(text.length);
  writer.u32(isWide ? layout.STRING_WIDE_BIT : 0);
  for (let index = 0; index < text.length; index++) {
    if (isWide) writer.u16(text.charCodeAt(index));
    else writer.u8(text.charCodeAt(index));
  }
  list.addConstant(symbol, writer.toBytes(), OBJECT_ALIGNMENT_BYTES, relocations);
}

function addDescriptor(list: SectionList, module: Module, names: SymbolNames, item: IrClass, nameSymbol: string): void {
  const writer = new ByteWriter(layout.DESCRIPTOR_SLOTS_OFFSET + item.slots.length * 8);
  const relocations: Relocation[] = [{ offset: layout.DESCRIPTOR_NAME_OFFSET, kind: "abs64", symbol: nameSymbol, addend: 0 }];
  writer.u32(item.firstId);
  writer.u32(item.lastId);
  writer.u32(item.sizeBytes);
  writer.u32(layout.descriptorFlags(item.shape, item.elementKind, module.isBound(item)));
  writer.u64(0);
  const references = addReferenceMap(list, module, item, names.descriptorSymbol(item.index));
  if (references !== null) relocations.push({ offset: writer.length, kind: "abs64", symbol: references, addend: 0 });
  writer.u64(0);
  for (const slot of item.slots) {
    // No call reaches a method that was removed.
    if (slot >= 0 && !module.functions[slot].isRemoved) {
      relocations.push({ offset: writer.length, kind: "abs64", symbol: names.functionSymbol(module.functions[slot]), addend: 0 });
    }
    writer.u64(0);
  }
  list.addConstant(names.descriptorSymbol(item.index), writer.toBytes(), OBJECT_ALIGNMENT_BYTES, relocations);
}

/** The symbol of the class's reference map; null for a class without references. */
function addReferenceMap(list: SectionList, module: Module, item: IrClass, descriptorSymbol: string): string | null {
  const offsets = module.referenceOffsets(item);
  if (offsets.length === 0) return null;
  const writer = new ByteWriter(4 * (offsets.length + 1));
  for (const word of [offsets.length, ...offsets]) writer.u32(word);
  const symbol = `${descriptorSymbol}.references`;
  list.addConstant(symbol, writer.toBytes(), 4);
  return symbol;
}

function addGlobal(list: SectionList, symbol: string, sizeBytes: number, initial: bigint, isExported: boolean): void {
  const binding = isExported ? "global" : "local";
  if (initial === 0n) {
    list.add(zeroSection(`.bss.${symbol}`, sizeBytes, sizeBytes), symbol, "object", binding);
    return;
  }
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, initial), true);
  list.add(dataSection(`.data.${symbol}`, bytes.slice(0, sizeBytes), { alignment: sizeBytes }), symbol, "object", binding);
}

/** Sign bits alone, or all but the sign bits. */
function maskBytes(name: MaskName): Uint8Array {
  const writer = new ByteWriter(MASK_SIZE_BYTES);
  const isSign = name.startsWith("sign");
  while (writer.length < MASK_SIZE_BYTES) {
    if (name.endsWith("64")) writer.u64(isSign ? 1n << 63n : (1n << 63n) - 1n);
    else writer.u32(isSign ? 0x8000_0000 : 0x7fff_ffff);
  }
  return writer.toBytes();
}
