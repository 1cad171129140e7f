// Library declarations: every global name that a compiled program can use, in place of the ECMAScript and DOM libraries.
// Invariants: (1) what is declared here is compiled, or refused with a diagnostic of its own; what is not declared does not exist
//             (2) members of built-in types are functions of runtime/core with the receiver as first parameter

/// <reference path="lib.async.d.ts" />
/// <reference path="lib.buffers.d.ts" />
/// <reference path="lib.collections.d.ts" />
/// <reference path="lib.dates.d.ts" />
/// <reference path="lib.errors.d.ts" />
/// <reference path="lib.node.d.ts" />
/// <reference path="lib.text.d.ts" />
/// <reference path="lib.types.d.ts" />

// Machine integers: numbers with a flavour. The compiler keeps the flavour through operators, where plain TypeScript sees `number`.

type MachineNumber<Name extends string> = number & { readonly __int?: Name };
/** A kind of integer that must not be mixed with others of its width: `type FrameNumber = Flavoured<u64, "FrameNumber">`. */
type Flavoured<Base extends number, Kind extends string> = Base & { readonly __kind?: Kind };

type u8 = MachineNumber<"u8">;
type u16 = MachineNumber<"u16">;
type u32 = MachineNumber<"u32">;
type u64 = MachineNumber<"u64">;
type i8 = MachineNumber<"i8">;
type i16 = MachineNumber<"i16">;
type i32 = MachineNumber<"i32">;
type i64 = MachineNumber<"i64">;
type usize = u64;
type isize = i64;
type f32 = MachineNumber<"f32">;

// Conversions keep the low bits: truncate, wrap; a fraction is dropped, NaN and infinities become 0.
declare function u8(value: number): u8;
declare function u16(value: number): u16;
declare function u32(value: number): u32;
declare function u64(value: number): u64;
declare function i8(value: number): i8;
declare function i16(value: number): i16;
declare function i32(value: number): i32;
declare function i64(value: number): i64;
declare function usize(value: number): usize;
declare function isize(value: number): isize;
declare function f32(value: number): f32;

declare var NaN: number;
declare var Infinity: number;
declare function parseInt(text: string, radix?: number): number;
declare function parseFloat(text: string): number;
declare function isNaN(value: number): boolean;
declare function isFinite(value: number): boolean;
declare function encodeURI(text: string): string;
declare function encodeURIComponent(text: string): string;
declare function decodeURI(text: string): string;
declare function decodeURIComponent(text: string): string;
/** Of values, arrays, maps, sets, dates and objects of literals: instances of classes would lose their class. */
declare function structuredClone<T>(value: T): T;
/** Panics unless the condition holds. */
declare function assert(condition: boolean, message?: string): asserts condition;
/** Ends with a panic and this message. */
declare function panic(message: string): never;

interface Object {
  readonly constructor: Function;
  hasOwnProperty(name: string): boolean;
  toString(): string;
}
interface ObjectConstructor extends Function {
  /** Into an object that has the properties, or a literal. */
  assign<T extends object>(target: T): T;
  assign<T extends object, U extends object>(target: T, source: U & OnlyOf<U, T>): T;
  assign<T extends object, U extends object>(target: T, source: U): T & U;
  assign<T extends object, U extends object, V extends object>(target: T, first: U & OnlyOf<U, T>, second: V & OnlyOf<V, T>): T;
  assign<T extends object, U extends object, V extends object>(target: T, first: U, second: V & OnlyOf<V, U>): T & U;
  assign<T extends object, U extends object, V extends object>(target: T, first: U, second: V): T & U & V;
  assign<T extends object>(target: T, ...sources: Partial<T>[]): T;
  entries<E extends object>(enumeration: E & OnlyEnum<E>): [string, E[keyof E] | string][];
  entries<B extends object>(object: B & OnlyBare<B>): [string, unknown][];
  entries<T extends object>(object: T): [string, T[keyof T]][];
  /** Of a literal. */
  freeze<T>(array: readonly T[]): readonly T[];
  freeze<T extends object>(object: T): Readonly<T>;
  fromEntries<T>(entries: Iterable<readonly [string, T]>): { [name: string]: T };
  /** Of objects whose properties are known. */
  getOwnPropertyNames(object: object): string[];
  /** By names that the callback's type says: a `Map.groupBy` takes any. */
  groupBy<K extends string, T>(values: Iterable<T>, key: (value: T, index: number) => K): Partial<Record<K, T[]>>;
  hasOwn(object: object, name: string): boolean;
  is(left: unknown, right: unknown): boolean;
  keys(object: object): string[];
  values<E extends object>(enumeration: E & OnlyEnum<E>): (E[keyof E] | string)[];
  values<B extends object>(object: B & OnlyBare<B>): unknown[];
  values<T extends object>(object: T): T[keyof T][];
}
/** What all of its properties are found in T, too. */
type OnlyOf<U, T> = { readonly [K in Exclude<keyof U, keyof T>]: never };
/** Of which no property is known. */
type OnlyBare<B> = [keyof B] extends [never] ? unknown : never;
/** What numbers lead to texts in: an enum, whose names are properties, too. */
type OnlyEnum<E> = E extends { readonly [value: number]: infer S }
  ? unknown extends S
    ? never
    : string extends S
      ? unknown
      : never
  : never;
declare var Object: ObjectConstructor;
interface Function {
  readonly name: string;
}
interface FunctionConstructor extends Function {
  /** There is no compiler in a program; without a signature, `instanceof` would tell the checker nothing. */
  new (body: never): Function;
  readonly prototype: Function;
}
declare var Function: FunctionConstructor;
interface CallableFunction extends Function {
  apply<T, A extends unknown[], R>(this: (this: T, ...args: A) => R, self: T, args: A): R;
  apply<T, R>(this: (this: T) => R, self: T): R;
  bind<T>(this: T, self: ThisParameterType<T>): OmitThisParameter<T>;
  bind<T, A extends unknown[], B extends unknown[], R>(this: (this: T, ...args: [...A, ...B]) => R, self: T, ...args: A): (...args: B) => R;
  call<T, A extends unknown[], R>(this: (this: T, ...args: A) => R, self: T, ...args: A): R;
}
interface NewableFunction extends Function {}
interface IArguments {}
interface RegExp {}
interface Boolean {
  valueOf(): boolean;
}
interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[];
}

interface Number {
  toString(radix?: number): string;
  toExponential(fractionDigits?: number): string;
  toLocaleString(locale?: AmericanEnglish, options?: NumberFormatOptions): string;
  toFixed(fractionDigits?: number): string;
  toPrecision(precision?: number): string;
  valueOf(): number;
}
interface NumberConstructor {
  (value?: unknown): number;
  readonly MAX_SAFE_INTEGER: number;
  readonly MIN_SAFE_INTEGER: number;
  readonly MAX_VALUE: number;
  readonly MIN_VALUE: number;
  readonly EPSILON: number;
  readonly POSITIVE_INFINITY: number;
  readonly NEGATIVE_INFINITY: number;
  readonly NaN: number;
  isInteger(value: number): boolean;
  isSafeInteger(value: number): boolean;
  isFinite(value: number): boolean;
  isNaN(value: number): boolean;
  parseInt(text: string, radix?: number): number;
  parseFloat(text: string): number;
}
declare var Number: NumberConstructor;
interface BooleanConstructor {
  (value?: unknown): boolean;
}
declare var Boolean: BooleanConstructor;

interface String {
  readonly length: number;
  readonly [index: number]: string;
  at(index: number): string | undefined;
  charAt(index: number): string;
  charCodeAt(index: number): number;
  codePointAt(index: number): number | undefined;
  concat(...parts: string[]): string;
  endsWith(search: string, end?: number): boolean;
  isWellFormed(): boolean;
  includes(search: string, start?: number): boolean;
  indexOf(search: string, start?: number): number;
  lastIndexOf(search: string, start?: number): number;
  /** As in the United States, of texts of ASCII. */
  localeCompare(other: string, locale?: AmericanEnglish, options?: CollatorOptions): number;
  normalize(form?: "NFC" | "NFD" | "NFKC" | "NFKD"): string;
  padEnd(length: number, fill?: string): string;
  padStart(length: number, fill?: string): string;
  repeat(count: number): string;
  replace(search: string, replacement: string | ((found: string, position: number, text: string) => string)): string;
  replaceAll(search: string, replacement: string | ((found: string, position: number, text: string) => string)): string;
  slice(start?: number, end?: number): string;
  split(separator?: string, limit?: number): string[];
  startsWith(search: string, start?: number): boolean;
  substr(start: number, count?: number): string;
  substring(start: number, end?: number): string;
  toLocaleLowerCase(locale?: AmericanEnglish): string;
  toLocaleUpperCase(locale?: AmericanEnglish): string;
  toLowerCase(): string;
  toUpperCase(): string;
  toWellFormed(): string;
  toString(): string;
  trim(): string;
  trimEnd(): string;
  trimLeft(): string;
  trimRight(): string;
  trimStart(): string;
  valueOf(): string;
  [Symbol.iterator](): StringIterator<string>;
}
interface StringConstructor {
  (value?: unknown): string;
  fromCharCode(...units: number[]): string;
  fromCodePoint(...points: number[]): string;
  raw(texts: TemplateStringsArray, ...values: unknown[]): string;
}
declare var String: StringConstructor;

interface Math {
  readonly E: number;
  readonly LN10: number;
  readonly LN2: number;
  readonly LOG10E: number;
  readonly LOG2E: number;
  readonly PI: number;
  readonly SQRT1_2: number;
  readonly SQRT2: number;
  abs(x: number): number;
  acos(x: number): number;
  acosh(x: number): number;
  asin(x: number): number;
  asinh(x: number): number;
  atan(x: number): number;
  atanh(x: number): number;
  atan2(y: number, x: number): number;
  cbrt(x: number): number;
  ceil(x: number): number;
  clz32(x: number): number;
  cos(x: number): number;
  cosh(x: number): number;
  exp(x: number): number;
  expm1(x: number): number;
  floor(x: number): number;
  fround(x: number): number;
  hypot(...values: number[]): number;
  imul(x: number, y: number): number;
  log(x: number): number;
  log1p(x: number): number;
  log10(x: number): number;
  log2(x: number): number;
  max(...values: number[]): number;
  min(...values: number[]): number;
  pow(x: number, y: number): number;
  random(): number;
  round(x: number): number;
  sign(x: number): number;
  sin(x: number): number;
  sinh(x: number): number;
  sqrt(x: number): number;
  tan(x: number): number;
  tanh(x: number): number;
  trunc(x: number): number;
}
declare var Math: Math;

interface JSON {
  /** A value of the type that the place wants, with what the function gives instead of each value. Another shape is a TypeError. */
  parse<T>(text: string, reviver?: (key: string, value: unknown) => unknown): T;
  /** Of objects only the properties that are chosen, if there is a list of them; with what a function gives in the place of each value. */
  stringify(value: unknown, choice?: readonly string[] | ((key: string, value: unknown) => unknown) | null, gap?: number | string): string;
}
declare var JSON: JSON;

interface Console {
  assert(condition: unknown, ...values: unknown[]): void;
  count(label?: string): void;
  countReset(label?: string): void;
  debug(...values: unknown[]): void;
  dir(value: unknown, options?: InspectionOptions): void;
  error(...values: unknown[]): void;
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
  info(...values: unknown[]): void;
  log(...values: unknown[]): void;
  /** A row for each element or property; of the columns only these, if they are named. */
  table(rows: unknown, columns?: readonly string[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  trace(...values: unknown[]): void;
  warn(...values: unknown[]): void;
}
declare var console: Console;

// Symbols and iteration

interface Symbol {
  readonly description: string | undefined;
  toString(): string;
}
interface SymbolConstructor {
  (description?: string | number): symbol;
  for(key: string): symbol;
  keyFor(symbol: symbol): string | undefined;
  readonly iterator: unique symbol;
  readonly asyncIterator: unique symbol;
  readonly dispose: unique symbol;
  readonly asyncDispose: unique symbol;
  readonly toPrimitive: unique symbol;
  /** What an object says that it is, in its text and in the console. */
  readonly toStringTag: unique symbol;
  /** Of a class: what `instanceof` answers. */
  readonly hasInstance: unique symbol;
}
declare var Symbol: SymbolConstructor;
interface Disposable {
  [Symbol.dispose](): void;
}
interface AsyncDisposable {
  [Symbol.asyncDispose](): Promise<void>;
}
interface DisposableStack extends Disposable {
  readonly disposed: boolean;
  use<T extends Disposable | null | undefined>(value: T): T;
  adopt<T>(value: T, onDispose: (value: T) => void): T;
  defer(onDispose: () => void): void;
  move(): DisposableStack;
  dispose(): void;
}
declare var DisposableStack: { new (): DisposableStack };
interface AsyncDisposableStack extends AsyncDisposable {
  readonly disposed: boolean;
  use<T extends AsyncDisposable | Disposable | null | undefined>(value: T): T;
  adopt<T>(value: T, onDispose: (value: T) => Promise<void> | void): T;
  defer(onDispose: () => Promise<void> | void): void;
  move(): AsyncDisposableStack;
  disposeAsync(): Promise<void>;
}
declare var AsyncDisposableStack: { new (): AsyncDisposableStack };
interface IteratorYieldResult<T> {
  done?: false;
  value: T;
}
interface IteratorReturnResult<R> {
  done: true;
  value: R;
}
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = unknown> {
  next(value?: N): IteratorResult<T, R>;
  return?(value?: unknown): IteratorResult<T, R>;
  throw?(reason?: unknown): IteratorResult<T, R>;
}
interface Iterable<T, R = any, N = unknown> {
  [Symbol.iterator](): Iterator<T, R, N>;
}
interface IterableIterator<T, R = any, N = unknown> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>;
}
/** What can be made of a walk. Each of them asks only for what it is asked for. */
interface IteratorMembers<T> {
  drop(count: number): IteratorObject<T>;
  every(predicate: (value: T, index: number) => boolean): boolean;
  filter(predicate: (value: T, index: number) => boolean): IteratorObject<T>;
  find(predicate: (value: T, index: number) => boolean): T | undefined;
  flatMap<U>(callback: (value: T, index: number) => Iterable<U>): IteratorObject<U>;
  forEach(callback: (value: T, index: number) => void): void;
  map<U>(callback: (value: T, index: number) => U): IteratorObject<U>;
  reduce(callback: (sum: T, value: T, index: number) => T): T;
  reduce<U>(callback: (sum: U, value: T, index: number) => U, start: U): U;
  some(predicate: (value: T, index: number) => boolean): boolean;
  take(limit: number): IteratorObject<T>;
  toArray(): T[];
}
interface IteratorObject<T, R = undefined, N = unknown> extends IteratorMembers<T>, Iterator<T, R, N> {
  [Symbol.iterator](): IteratorObject<T, R, N>;
}
interface IteratorConstructor {
  from<T>(source: Iterable<T> | Iterator<T>): IteratorObject<T>;
}
declare var Iterator: IteratorConstructor;
/** Iterators of the library, which return nothing at their end. */
interface ArrayIterator<T> extends IteratorObject<T> {
  [Symbol.iterator](): ArrayIterator<T>;
}
interface StringIterator<T> extends IteratorObject<T> {
  [Symbol.iterator](): StringIterator<T>;
}
interface Generator<T = unknown, R = void, N = unknown> extends IteratorMembers<T>, IterableIterator<T, R, N> {
  next(...input: [] | [N]): IteratorResult<T, R>;
  return(value?: R): IteratorResult<T, R>;
  throw(reason: unknown): IteratorResult<T, R>;
  [Symbol.iterator](): Generator<T, R, N>;
}

// Arrays

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [index: number]: T;
  at(index: number): T | undefined;
  concat(...parts: (T | readonly T[])[]): T[];
  entries(): ArrayIterator<[number, T]>;
  every<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): this is readonly S[];
  every(predicate: (value: T, index: number, array: readonly T[]) => unknown): boolean;
  filter<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): S[];
  filter(predicate: (value: T, index: number, array: readonly T[]) => unknown): T[];
  find<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): S | undefined;
  find(predicate: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
  findIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown): number;
  findLast<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S): S | undefined;
  findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown): number;
  flat<U>(this: readonly (U | readonly U[])[], depth?: 1): U[];
  flat<U>(this: readonly (readonly (readonly U[])[])[], depth: 2): U[];
  flat<U>(this: readonly (readonly (readonly (readonly U[])[])[])[], depth: 3): U[];
  flatMap<U>(callback: (value: T, index: number, array: readonly T[]) => U | readonly U[]): U[];
  forEach(callback: (value: T, index: number, array: readonly T[]) => void): void;
  includes(value: T, start?: number): boolean;
  indexOf(value: T, start?: number): number;
  join(separator?: string): string;
  keys(): ArrayIterator<number>;
  lastIndexOf(value: T, start?: number): number;
  map<U>(callback: (value: T, index: number, array: readonly T[]) => U): U[];
  reduce(callback: (sum: T, value: T, index: number, array: readonly T[]) => T): T;
  reduce<U>(callback: (sum: U, value: T, index: number, array: readonly T[]) => U, start: U): U;
  reduceRight(callback: (sum: T, value: T, index: number, array: readonly T[]) => T): T;
  reduceRight<U>(callback: (sum: U, value: T, index: number, array: readonly T[]) => U, start: U): U;
  slice(start?: number, end?: number): T[];
  some(predicate: (value: T, index: number, array: readonly T[]) => unknown): boolean;
  toReversed(): T[];
  toSorted(compare?: (a: T, b: T) => number): T[];
  toSpliced(start?: number): T[];
  toSpliced(start: number, deleteCount: number, ...inserted: T[]): T[];
  toString(): string;
  values(): ArrayIterator<T>;
  with(index: number, value: T): T[];
  [Symbol.iterator](): ArrayIterator<T>;
}
interface Array<T> {
  length: number;
  [index: number]: T;
  at(index: number): T | undefined;
  concat(...parts: (T | readonly T[])[]): T[];
  copyWithin(target: number, start: number, end?: number): T[];
  entries(): ArrayIterator<[number, T]>;
  every<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): this is S[];
  every(predicate: (value: T, index: number, array: T[]) => unknown): boolean;
  fill<U>(this: unknown extends T ? T[] : never, value: U): U[];
  fill(value: T, start?: number, end?: number): T[];
  filter<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S[];
  filter(predicate: (value: T, index: number, array: T[]) => unknown): T[];
  find<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S | undefined;
  find(predicate: (value: T, index: number, array: T[]) => unknown): T | undefined;
  findIndex(predicate: (value: T, index: number, array: T[]) => unknown): number;
  findLast<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S | undefined;
  findLast(predicate: (value: T, index: number, array: T[]) => unknown): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown): number;
  flat<U>(this: readonly (U | readonly U[])[], depth?: 1): U[];
  flat<U>(this: readonly (readonly (readonly U[])[])[], depth: 2): U[];
  flat<U>(this: readonly (readonly (readonly (readonly U[])[])[])[], depth: 3): U[];
  flatMap<U>(callback: (value: T, index: number, array: T[]) => U | readonly U[]): U[];
  forEach(callback: (value: T, index: number, array: T[]) => void): void;
  includes(value: T, start?: number): boolean;
  indexOf(value: T, start?: number): number;
  join(separator?: string): string;
  keys(): ArrayIterator<number>;
  lastIndexOf(value: T, start?: number): number;
  map<U>(callback: (value: T, index: number, array: T[]) => U): U[];
  pop(): T | undefined;
  push(...values: T[]): number;
  reduce(callback: (sum: T, value: T, index: number, array: T[]) => T): T;
  reduce<U>(callback: (sum: U, value: T, index: number, array: T[]) => U, start: U): U;
  reduceRight(callback: (sum: T, value: T, index: number, array: T[]) => T): T;
  reduceRight<U>(callback: (sum: U, value: T, index: number, array: T[]) => U, start: U): U;
  reverse(): T[];
  shift(): T | undefined;
  slice(start?: number, end?: number): T[];
  some(predicate: (value: T, index: number, array: T[]) => unknown): boolean;
  sort(compare?: (a: T, b: T) => number): T[];
  splice(start: number): T[];
  splice(start: number, deleteCount: number, ...inserted: T[]): T[];
  toReversed(): T[];
  toSorted(compare?: (a: T, b: T) => number): T[];
  toSpliced(start?: number): T[];
  toSpliced(start: number, deleteCount: number, ...inserted: T[]): T[];
  toString(): string;
  unshift(...values: T[]): number;
  values(): ArrayIterator<T>;
  with(index: number, value: T): T[];
  [Symbol.iterator](): ArrayIterator<T>;
}
interface ArrayConstructor {
  readonly prototype: unknown[];
  <T>(length?: number): T[];
  <T>(...values: T[]): T[];
  new <T>(length?: number): T[];
  new <T>(...values: T[]): T[];
  isArray(value: unknown): value is readonly unknown[];
  of<T>(...values: T[]): T[];
  from<T>(values: Iterable<T> | ArrayLike<T>): T[];
  from<T, U>(values: Iterable<T> | ArrayLike<T>, map: (value: T, index: number) => U): U[];
}
declare var Array: ArrayConstructor;
