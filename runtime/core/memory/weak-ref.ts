// Weak references: references that do not keep their object alive, and learn of its end.
// Owns:       a hash table from the addresses of objects to the links that point at them.
// Invariants: (1) a link is in the table as long as both it and its object live
// Called:     by programs through WeakRef, and by drop.ts for every object that ends while there are links.

import { addressOf, loadU64, objectAt, referenceAt, storeU64 } from "tsmetal/unsafe";
import { allocateMemoryOrThrow, giveBackMemory, keepMemory } from "./allocation.ts";

const BUCKETS_MIN: u64 = 16;
const BUCKET_SIZE: u64 = 8;

let buckets: u64 = 0;
let bucketCount: u64 = 0;
let linkCount: u64 = 0;

/** An entry of the table: neither of the two addresses is counted. */
export class WeakLink {
  /** Address of the object, 0 when it has ended. */
  target: u64 = 0;
  /** Address of the next link of the bucket. */
  next: u64 = 0;
}

export class WeakRef<T> {
  private readonly link: WeakLink;

  constructor(target: T) {
    this.link = new WeakLink();
    this.link.target = addressOf(target as object);
    enter(this.link);
  }

  /** The object, as long as something else refers to it. */
  deref(): T | undefined {
    const address: u64 = this.link.target;
    if (address === 0) return undefined;
    return referenceAt<T>(address);
  }
}

export function hasWeakLinks(): boolean {
  return linkCount !== 0;
}

/**
 * Tells all links to the object at the address that it ends.
 * @noinline
 */
export function clearLinksTo(address: u64): void {
  const place: u64 = bucketOf(address);
  let current: u64 = loadU64(place);
  let previous: u64 = 0;
  while (current !== 0) {
    const link: WeakLink = objectAt(WeakLink, current);
    const next: u64 = link.next;
    if (link.target === address) {
      link.target = 0;
      link.next = 0;
      linkCount--;
      if (previous === 0) storeU64(place, next);
      else setNext(previous, next);
    } else {
      previous = current;
    }
    current = next;
  }
}

/** Takes a link that ends out of the table. */
export function unlink(address: u64): void {
  const ended: WeakLink = objectAt(WeakLink, address);
  if (ended.target === 0) return;
  const place: u64 = bucketOf(ended.target);
  linkCount--;
  let current: u64 = loadU64(place);
  if (current === address) {
    storeU64(place, ended.next);
    return;
  }
  while (objectAt(WeakLink, current).next !== address) current = objectAt(WeakLink, current).next;
  setNext(current, ended.next);
}

function enter(link: WeakLink): void {
  if (linkCount === bucketCount) grow();
  const place: u64 = bucketOf(link.target);
  link.next = loadU64(place);
  storeU64(place, addressOf(link));
  linkCount++;
}

function grow(): void {
  const old: u64 = buckets;
  const oldCount: u64 = bucketCount;
  bucketCount = oldCount === 0 ? BUCKETS_MIN : oldCount * 2;
  buckets = allocateMemoryOrThrow(bucketCount * BUCKET_SIZE);
  keepMemory(buckets);
  for (let index: u64 = 0; index < oldCount; index++) {
    let current: u64 = loadU64(old + index * BUCKET_SIZE);
    while (current !== 0) {
      const link: WeakLink = objectAt(WeakLink, current);
      const next: u64 = link.next;
      const place: u64 = bucketOf(link.target);
      link.next = loadU64(place);
      storeU64(place, current);
      current = next;
    }
  }
  if (old !== 0) giveBackMemory(old, oldCount * BUCKET_SIZE);
}

function setNext(address: u64, next: u64): void {
  const link: WeakLink = objectAt(WeakLink, address);
  link.next = next;
}

/** Objects are 16 bytes or more apart. The number of buckets is a power of two. */
function bucketOf(address: u64): u64 {
  const hash: u64 = (address >>> 4) * 0x9e37_79b9_7f4a_7c15;
  return buckets + ((hash >>> 32) & (bucketCount - 1)) * BUCKET_SIZE;
}
