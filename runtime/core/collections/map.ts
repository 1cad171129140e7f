// Map: a hash table that remembers the order of insertion.
// Owns:       the entries, in parallel arrays in the order of insertion, and a table of their numbers by hash.
// Invariants: (1) the table has a power of two of places, a quarter of them free or more; a place holds an entry's number plus 1, 0 is free
//             (2) a removed entry stays in the arrays and the table, with hash 0, until the entries are packed
//             (3) sequence numbers rise with the order of insertion and stay with their entry: iterations find their place again by them
// Manual:     ECMA-262 "Map Objects".

import { elementSizeOf, loadU32 } from "tsmetal/unsafe";
import { elementsOf, forgetElements } from "./array-storage.ts";
import { IterationStep } from "./iteration.ts";
import { IteratorObject } from "./iterator-object.ts";
import { hashOfKey, isSameKey, normalKey } from "./map-key.ts";

const PLACES_MIN: u32 = 8;
/** Bytes of an element of the u32 arrays. */
const NUMBER_SIZE: u64 = 4;
/** No entry. */
export const NOT_FOUND: u32 = 0xffff_ffff;

export class Map<K, V> {
  size: number = 0;
  private entryKeys: K[] = [];
  private entryValues: V[] = [];
  private entryHashes: u32[] = [];
  private entrySequences: u64[] = [];
  private nextSequence: u64 = 1;
  private places: u32[] = [];

  constructor(entries: readonly (readonly [K, V])[] | undefined = undefined) {
    if (entries === undefined) return;
    for (let i = 0; i < entries.length; i++) this.set(entries[i][0], entries[i][1]);
  }

  get(key: K): V | undefined {
    const entry: u32 = this.findEntry(key);
    return entry === NOT_FOUND ? undefined : this.entryValues[entry];
  }

  has(key: K): boolean {
    return this.findEntry(key) !== NOT_FOUND;
  }

  set(key: K, value: V): Map<K, V> {
    const entry: u32 = this.findEntry(key);
    if (entry === NOT_FOUND) this.append(key, value);
    else this.entryValues[entry] = value;
    return this;
  }

  delete(key: K): boolean {
    const entry: u32 = this.findEntry(key);
    if (entry === NOT_FOUND) return false;
    this.entryHashes[entry] = 0;
    forgetElements(this.entryKeys, entry, 1, elementSizeOf(this.entryKeys));
    forgetElements(this.entryValues, entry, 1, elementSizeOf(this.entryValues));
    this.size--;
    if (this.size === 0) this.clear();
    return true;
  }

  /** The value of the key, which gets this one if it has none. */
  getOrInsert(key: K, value: V): V {
    if (!this.has(key)) this.set(key, value);
    return this.entryValues[this.findEntry(key)];
  }

  /** The same with a value that is made only if it is needed. */
  getOrInsertComputed(key: K, compute: (key: K) => V): V {
    if (!this.has(key)) this.set(key, compute(key));
    return this.entryValues[this.findEntry(key)];
  }

  clear(): void {
    this.entryKeys = [];
    this.entryValues = [];
    this.entryHashes = [];
    this.entrySequences = [];
    this.places = [];
    this.size = 0;
  }

  /** Entries added by the callback are visited too, removed ones are not. */
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void {
    let sequence: u64 = 0;
    while (true) {
      const entry: u32 = this.entryAfter(sequence);
      if (entry === NOT_FOUND) return;
      sequence = this.entrySequences[entry];
      callback(this.entryValues[entry], this.entryKeys[entry], this);
    }
  }

  keys(): MapKeys<K, V> {
    return new MapKeys<K, V>(this);
  }

  values(): MapValues<K, V> {
    return new MapValues<K, V>(this);
  }

  entries(): MapEntries<K, V> {
    return new MapEntries<K, V>(this);
  }

  [Symbol.iterator](): MapEntries<K, V> {
    return new MapEntries<K, V>(this);
  }

  // For iterations

  /** Number of the first entry with a higher sequence number, or NOT_FOUND. */
  entryAfter(sequence: u64): u32 {
    let low: u32 = 0;
    let high: u32 = u32(this.entrySequences.length);
    while (low < high) {
      const middle: u32 = low + (high - low) / 2;
      if (this.entrySequences[middle] <= sequence) low = middle + 1;
      else high = middle;
    }
    while (low < u32(this.entryHashes.length) && this.entryHashes[low] === 0) low++;
    return low < u32(this.entryHashes.length) ? low : NOT_FOUND;
  }

  keyAt(entry: u32): K {
    return this.entryKeys[entry];
  }

  valueAt(entry: u32): V {
    return this.entryValues[entry];
  }

  sequenceAt(entry: u32): u64 {
    return this.entrySequences[entry];
  }

  // The table

  private findEntry(key: K): u32 {
    const placeCount: u32 = u32(this.places.length);
    if (placeCount === 0) return NOT_FOUND;
    const hash: u32 = hashOfKey(key);
    // Raw memory: places and numbers are right by the invariants, and nothing below changes the arrays.
    const places: u64 = elementsOf(this.places);
    const hashes: u64 = elementsOf(this.entryHashes);
    let place: u32 = hash & (placeCount - 1);
    let number: u32 = loadU32(places + NUMBER_SIZE * u64(place));
    while (number !== 0) {
      const entry: u32 = number - 1;
      if (loadU32(hashes + NUMBER_SIZE * u64(entry)) === hash && isSameKey(this.entryKeys[entry], key)) return entry;
      place = (place + 1) & (placeCount - 1);
      number = loadU32(places + NUMBER_SIZE * u64(place));
    }
    return NOT_FOUND;
  }

  private append(key: K, value: V): void {
    const used: u32 = u32(this.entryKeys.length);
    if ((used + 1) * 4 > u32(this.places.length) * 3) this.rebuild();
    const entry: u32 = u32(this.entryKeys.length);
    const hash: u32 = hashOfKey(key);
    this.entryKeys.push(normalKey(key));
    this.entryValues.push(value);
    this.entryHashes.push(hash);
    this.entrySequences.push(this.nextSequence);
    this.nextSequence++;
    this.enter(entry, hash);
    this.size++;
  }

  private enter(entry: u32, hash: u32): void {
    const mask: u32 = u32(this.places.length) - 1;
    let place: u32 = hash & mask;
    while (this.places[place] !== 0) place = (place + 1) & mask;
    this.places[place] = entry + 1;
  }

  /** Packs the entries, and makes the table as large as twice as many would want it. */
  private rebuild(): void {
    this.pack();
    let placeCount: u32 = PLACES_MIN;
    while (placeCount * 3 < u32(this.size) * 8) placeCount *= 2;
    this.places = [];
    for (let i: u32 = 0; i < placeCount; i++) this.places.push(0);
    for (let entry: u32 = 0; entry < u32(this.entryKeys.length); entry++) this.enter(entry, this.entryHashes[entry]);
  }

  private pack(): void {
    const keys: K[] = [];
    const values: V[] = [];
    const hashes: u32[] = [];
    const sequences: u64[] = [];
    for (let entry: u32 = 0; entry < u32(this.entryKeys.length); entry++) {
      if (this.entryHashes[entry] === 0) continue;
      keys.push(this.entryKeys[entry]);
      values.push(this.entryValues[entry]);
      hashes.push(this.entryHashes[entry]);
      sequences.push(this.entrySequences[entry]);
    }
    this.entryKeys = keys;
    this.entryValues = values;
    this.entryHashes = hashes;
    this.entrySequences = sequences;
  }
}

/** Where an iteration is: after the entry with the last sequence number. */
export abstract class MapPlace<K, V, E> extends IteratorObject<E> {
  private readonly source: Map<K, V>;
  private sequence: u64 = 0;
  private isFinished: boolean = false;

  constructor(source: Map<K, V>) {
    super();
    this.source = source;
  }

  /** Number of the next entry, or NOT_FOUND from the first time there is none. */
  protected advance(): u32 {
    if (this.isFinished) return NOT_FOUND;
    const entry: u32 = this.source.entryAfter(this.sequence);
    if (entry === NOT_FOUND) this.isFinished = true;
    else this.sequence = this.source.sequenceAt(entry);
    return entry;
  }

  protected keyOf(entry: u32): K {
    return this.source.keyAt(entry);
  }

  protected valueFor(entry: u32): V {
    return this.source.valueAt(entry);
  }
}

export class MapKeys<K, V> extends MapPlace<K, V, K> {
  next(): IterationStep<K> {
    const entry: u32 = this.advance();
    return entry === NOT_FOUND ? new IterationStep<K>(true, undefined) : new IterationStep<K>(false, this.keyOf(entry));
  }
  override [Symbol.iterator](): MapKeys<K, V> {
    return this;
  }
}

export class MapValues<K, V> extends MapPlace<K, V, V> {
  next(): IterationStep<V> {
    const entry: u32 = this.advance();
    return entry === NOT_FOUND ? new IterationStep<V>(true, undefined) : new IterationStep<V>(false, this.valueFor(entry));
  }
  override [Symbol.iterator](): MapValues<K, V> {
    return this;
  }
}

export class MapEntries<K, V> extends MapPlace<K, V, [K, V]> {
  next(): IterationStep<[K, V]> {
    const entry: u32 = this.advance();
    if (entry === NOT_FOUND) return new IterationStep<[K, V]>(true, undefined);
    return new IterationStep<[K, V]>(false, [this.keyOf(entry), this.valueFor(entry)]);
  }
  override [Symbol.iterator](): MapEntries<K, V> {
    return this;
  }
}
