// Library declarations of memory in bytes: buffers, views of them, and typed arrays. Part of lib.d.ts.

interface ArrayBuffer {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer;
}
interface ArrayBufferConstructor {
  new (byteLength: number): ArrayBuffer;
  isView(value: unknown): boolean;
}
declare var ArrayBuffer: ArrayBufferConstructor;

interface DataView {
  readonly buffer: ArrayBuffer;
  readonly byteLength: number;
  readonly byteOffset: number;
  getFloat32(offset: number, isLittle?: boolean): number;
  getFloat64(offset: number, isLittle?: boolean): number;
  getInt16(offset: number, isLittle?: boolean): number;
  getInt32(offset: number, isLittle?: boolean): number;
  getInt8(offset: number): number;
  getUint16(offset: number, isLittle?: boolean): number;
  getUint32(offset: number, isLittle?: boolean): number;
  getUint8(offset: number): number;
  setFloat32(offset: number, value: number, isLittle?: boolean): void;
  setFloat64(offset: number, value: number, isLittle?: boolean): void;
  setInt16(offset: number, value: number, isLittle?: boolean): void;
  setInt32(offset: number, value: number, isLittle?: boolean): void;
  setInt8(offset: number, value: number): void;
  setUint16(offset: number, value: number, isLittle?: boolean): void;
  setUint32(offset: number, value: number, isLittle?: boolean): void;
  setUint8(offset: number, value: number): void;
}
declare var DataView: { new (buffer: ArrayBuffer, byteOffset?: number, byteLength?: number): DataView };

/** What the typed arrays have in common; Self is the array itself. */
interface TypedArray<Self, Element extends number> {
  readonly buffer: ArrayBuffer;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: Element;
  at(index: number): Element | undefined;
  copyWithin(target: number, start: number, end?: number): Self;
  entries(): ArrayIterator<[number, Element]>;
  every(predicate: (value: Element, index: number, array: Self) => unknown): boolean;
  fill(value: Element, start?: number, end?: number): Self;
  filter(predicate: (value: Element, index: number, array: Self) => unknown): Self;
  find(predicate: (value: Element, index: number, array: Self) => unknown): Element | undefined;
  findIndex(predicate: (value: Element, index: number, array: Self) => unknown): number;
  findLast(predicate: (value: Element, index: number, array: Self) => unknown): Element | undefined;
  findLastIndex(predicate: (value: Element, index: number, array: Self) => unknown): number;
  forEach(callback: (value: Element, index: number, array: Self) => void): void;
  includes(value: Element, start?: number): boolean;
  indexOf(value: Element, start?: number): number;
  join(separator?: string): string;
  keys(): ArrayIterator<number>;
  lastIndexOf(value: Element, start?: number): number;
  map(callback: (value: Element, index: number, array: Self) => number): Self;
  reduce(callback: (sum: Element, value: Element, index: number, array: Self) => Element): Element;
  reduce<U>(callback: (sum: U, value: Element, index: number, array: Self) => U, start: U): U;
  reduceRight(callback: (sum: Element, value: Element, index: number, array: Self) => Element): Element;
  reduceRight<U>(callback: (sum: U, value: Element, index: number, array: Self) => U, start: U): U;
  reverse(): Self;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Self;
  some(predicate: (value: Element, index: number, array: Self) => unknown): boolean;
  sort(compare?: (a: Element, b: Element) => number): Self;
  subarray(start?: number, end?: number): Self;
  toReversed(): Self;
  toSorted(compare?: (a: Element, b: Element) => number): Self;
  toString(): string;
  values(): ArrayIterator<Element>;
  with(index: number, value: Element): Self;
  [Symbol.iterator](): ArrayIterator<Element>;
}
interface ArrayLike<T> {
  readonly length: number;
  readonly [index: number]: T;
}
interface TypedArrayConstructor<Self> {
  new (length?: number): Self;
  new (values: ArrayLike<number> | Iterable<number>): Self;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Self;
  readonly BYTES_PER_ELEMENT: number;
  of(...values: number[]): Self;
  from(values: ArrayLike<number> | Iterable<number>): Self;
  from<T>(values: ArrayLike<T> | Iterable<T>, map: (value: T, index: number) => number): Self;
}
interface Uint8Array extends TypedArray<Uint8Array, number> {
  readonly __elements?: "u8";
  /** As much as there is room for. */
  setFromBase64(text: string, options?: Base64DecodingOptions): ByteTextResult;
  setFromHex(text: string): ByteTextResult;
  toBase64(options?: Base64EncodingOptions): string;
  toHex(): string;
}
interface Uint8ArrayConstructor extends TypedArrayConstructor<Uint8Array> {
  fromBase64(text: string, options?: Base64DecodingOptions): Uint8Array;
  fromHex(text: string): Uint8Array;
}
interface Base64EncodingOptions {
  alphabet?: "base64" | "base64url";
  omitPadding?: boolean;
}
interface Base64DecodingOptions {
  alphabet?: "base64" | "base64url";
  /** Of a last group of letters that is not whole. */
  lastChunkHandling?: "loose" | "strict" | "stop-before-partial";
}
interface ByteTextResult {
  /** Units of the text that were decoded. */
  read: number;
  written: number;
}
/** Stored numbers are moved into 0 to 255 and rounded. */
interface Uint8ClampedArray extends TypedArray<Uint8ClampedArray, number> {
  readonly __elements?: "u8 clamped";
}
interface Uint16Array extends TypedArray<Uint16Array, number> {
  readonly __elements?: "u16";
}
interface Uint32Array extends TypedArray<Uint32Array, number> {
  readonly __elements?: "u32";
}
interface Int8Array extends TypedArray<Int8Array, number> {
  readonly __elements?: "i8";
}
interface Int16Array extends TypedArray<Int16Array, number> {
  readonly __elements?: "i16";
}
interface Int32Array extends TypedArray<Int32Array, number> {
  readonly __elements?: "i32";
}
interface Float32Array extends TypedArray<Float32Array, number> {
  readonly __elements?: "f32";
}
interface Float64Array extends TypedArray<Float64Array, number> {
  readonly __elements?: "f64";
}
declare var Uint8Array: Uint8ArrayConstructor;
declare var Uint8ClampedArray: TypedArrayConstructor<Uint8ClampedArray>;
declare var Uint16Array: TypedArrayConstructor<Uint16Array>;
declare var Uint32Array: TypedArrayConstructor<Uint32Array>;
declare var Int8Array: TypedArrayConstructor<Int8Array>;
declare var Int16Array: TypedArrayConstructor<Int16Array>;
declare var Int32Array: TypedArrayConstructor<Int32Array>;
declare var Float32Array: TypedArrayConstructor<Float32Array>;
declare var Float64Array: TypedArrayConstructor<Float64Array>;
