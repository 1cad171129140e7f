// Library declarations of collections: maps and sets, those that keep nothing alive, and weak references. Part of lib.d.ts.

interface WeakRef<T extends object> {
  /** The object, as long as something else refers to it; undefined from the moment it ends. */
  deref(): T | undefined;
}
interface WeakRefConstructor {
  new <T extends object>(target: T): WeakRef<T>;
}
declare var WeakRef: WeakRefConstructor;

interface WeakMap<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): WeakMap<K, V>;
  has(key: K): boolean;
  delete(key: K): boolean;
}
interface WeakMapConstructor {
  new <K extends object, V>(entries?: Iterable<readonly [K, V]> | null): WeakMap<K, V>;
}
declare var WeakMap: WeakMapConstructor;
interface WeakSet<T extends object> {
  add(value: T): WeakSet<T>;
  has(value: T): boolean;
  delete(value: T): boolean;
}
interface WeakSetConstructor {
  new <T extends object>(values?: Iterable<T> | null): WeakSet<T>;
}
declare var WeakSet: WeakSetConstructor;

// Collections: classes of runtime/core

interface MapIterator<T> extends IteratorObject<T> {
  [Symbol.iterator](): MapIterator<T>;
}
interface SetIterator<T> extends IteratorObject<T> {
  [Symbol.iterator](): SetIterator<T>;
}
interface Map<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  set(key: K, value: V): Map<K, V>;
  has(key: K): boolean;
  getOrInsert(key: K, value: V): V;
  getOrInsertComputed(key: K, compute: (key: K) => V): V;
  delete(key: K): boolean;
  clear(): void;
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  entries(): MapIterator<[K, V]>;
  [Symbol.iterator](): MapIterator<[K, V]>;
}
/** What reads of a map need; a Map all the same. */
interface ReadonlyMap<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  entries(): MapIterator<[K, V]>;
  [Symbol.iterator](): MapIterator<[K, V]>;
}
interface MapConstructor {
  readonly prototype: Map<unknown, unknown>;
  new <K, V>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  groupBy<K, T>(values: Iterable<T>, key: (value: T, index: number) => K): Map<K, T[]>;
}
declare var Map: MapConstructor;
interface Set<T> {
  readonly size: number;
  add(value: T): Set<T>;
  has(value: T): boolean;
  delete(value: T): boolean;
  clear(): void;
  forEach(callback: (value: T, key: T, set: Set<T>) => void): void;
  keys(): SetIterator<T>;
  values(): SetIterator<T>;
  [Symbol.iterator](): SetIterator<T>;
  entries(): SetIterator<[T, T]>;
  union(other: Set<T>): Set<T>;
  intersection(other: Set<T>): Set<T>;
  difference(other: Set<T>): Set<T>;
  symmetricDifference(other: Set<T>): Set<T>;
  isSubsetOf(other: Set<T>): boolean;
  isSupersetOf(other: Set<T>): boolean;
  isDisjointFrom(other: Set<T>): boolean;
}
/** What reads of a set need; a Set all the same. */
interface ReadonlySet<T> {
  readonly size: number;
  has(value: T): boolean;
  forEach(callback: (value: T, key: T, set: ReadonlySet<T>) => void): void;
  keys(): SetIterator<T>;
  values(): SetIterator<T>;
  entries(): SetIterator<[T, T]>;
  [Symbol.iterator](): SetIterator<T>;
}
interface SetConstructor {
  readonly prototype: Set<unknown>;
  new <T>(values?: Iterable<T> | null): Set<T>;
}
declare var Set: SetConstructor;
