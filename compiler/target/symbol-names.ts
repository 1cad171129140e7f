// Symbol names: what the linker calls each function, global, constant and descriptor, and which constants the code refers to.
// Owns:       the set of float constants, sign masks and static closures that code has asked for; the constants file writes them out.

import type { IrFunction } from "../ir/function.ts";
import type { Module } from "../ir/module.ts";

const floatBytes = new DataView(new ArrayBuffer(8));

/** Constant operands of packed insts: 16 bytes. */
export type MaskName = "sign64" | "magnitude64" | "sign32" | "magnitude32";

export class SymbolNames {
  private readonly module: Module;
  /** By symbol: the constant's bits and size. */
  readonly floats = new Map<string, { bits: bigint; sizeBytes: 4 | 8 }>();
  readonly masks = new Map<string, MaskName>();
  /** By symbol: the function whose static closure object code refers to. */
  readonly closures = new Map<string, IrFunction>();

  constructor(module: Module) {
    this.module = module;
  }

  functionSymbol(fn: IrFunction): string {
    return fn.exportName ?? fn.name;
  }
  globalSymbol(index: number): string {
    const global = this.module.globals[index];
    return global.exportName ?? `global ${global.name}`;
  }
  stringSymbol(index: number): string {
    return `string ${index}`;
  }
  descriptorSymbol(classIndex: number): string {
    return `class ${this.module.classes[classIndex].name}`;
  }
  blobSymbol(index: number): string {
    return `blob ${index} ${this.module.blobs[index].name}`;
  }

  closureSymbol(fn: IrFunction): string {
    const symbol = `closure ${this.functionSymbol(fn)}`;
    this.closures.set(symbol, fn);
    return symbol;
  }

  floatSymbol(value: number, isDouble: boolean): string {
    if (isDouble) floatBytes.setFloat64(0, value);
    else floatBytes.setFloat32(0, value);
    const bits = isDouble ? floatBytes.getBigUint64(0) : BigInt(floatBytes.getUint32(0));
    const symbol = `float${isDouble ? 64 : 32} ${bits.toString(16)}`;
    this.floats.set(symbol, { bits, sizeBytes: isDouble ? 8 : 4 });
    return symbol;
  }

  maskSymbol(name: MaskName): string {
    const symbol = `mask ${name}`;
    this.masks.set(symbol, name);
    return symbol;
  }
}
