// Typed array callbacks: the members that call a function with each element, as a number, its index and the typed array itself, which is
// given once more behind the elements.
// Called:     by compiled code; what map and filter give becomes a typed array there.

export function forEach<T extends number, A>(self: T[], whole: A, callback: (value: number, index: number, array: A) => void): void {
  for (let i = 0; i < self.length; i++) callback(Number(self[i]), i, whole);
}

export function every<T extends number, A>(self: T[], whole: A, predicate: (value: number, index: number, array: A) => boolean): boolean {
  for (let i = 0; i < self.length; i++) if (!predicate(Number(self[i]), i, whole)) return false;
  return true;
}

export function some<T extends number, A>(self: T[], whole: A, predicate: (value: number, index: number, array: A) => boolean): boolean {
  for (let i = 0; i < self.length; i++) if (predicate(Number(self[i]), i, whole)) return true;
  return false;
}

export function find<T extends number, A>(
  self: T[],
  whole: A,
  predicate: (value: number, index: number, array: A) => boolean,
): number | undefined {
  for (let i = 0; i < self.length; i++) {
    const value: number = Number(self[i]);
    if (predicate(value, i, whole)) return value;
  }
  return undefined;
}

export function findIndex<T extends number, A>(
  self: T[],
  whole: A,
  predicate: (value: number, index: number, array: A) => boolean,
): number {
  for (let i = 0; i < self.length; i++) if (predicate(Number(self[i]), i, whole)) return i;
  return -1;
}

export function findLast<T extends number, A>(
  self: T[],
  whole: A,
  predicate: (value: number, index: number, array: A) => boolean,
): number | undefined {
  for (let i = self.length - 1; i >= 0; i--) {
    const value: number = Number(self[i]);
    if (predicate(value, i, whole)) return value;
  }
  return undefined;
}

export function findLastIndex<T extends number, A>(
  self: T[],
  whole: A,
  predicate: (value: number, index: number, array: A) => boolean,
): number {
  for (let i = self.length - 1; i >= 0; i--) if (predicate(Number(self[i]), i, whole)) return i;
  return -1;
}

export function map<T extends number, A>(self: T[], whole: A, callback: (value: number, index: number, array: A) => number): number[] {
  const result: number[] = [];
  for (let i = 0; i < self.length; i++) result.push(callback(Number(self[i]), i, whole));
  return result;
}

export function filter<T extends number, A>(self: T[], whole: A, predicate: (value: number, index: number, array: A) => boolean): number[] {
  const result: number[] = [];
  for (let i = 0; i < self.length; i++) {
    const value: number = Number(self[i]);
    if (predicate(value, i, whole)) result.push(value);
  }
  return result;
}

export function reduce<T extends number, A, U>(
  self: T[],
  whole: A,
  callback: (sum: U, value: number, index: number, array: A) => U,
  start: U,
): U {
  let sum: U = start;
  for (let i = 0; i < self.length; i++) sum = callback(sum, Number(self[i]), i, whole);
  return sum;
}

/** Starts with the first element. */
export function reduceOwn<T extends number, A>(
  self: T[],
  whole: A,
  callback: (sum: number, value: number, index: number, array: A) => number,
): number {
  if (self.length === 0) throw new TypeError("Reduce of empty array with no initial value");
  let sum: number = Number(self[0]);
  for (let i = 1; i < self.length; i++) sum = callback(sum, Number(self[i]), i, whole);
  return sum;
}

export function reduceRight<T extends number, A, U>(
  self: T[],
  whole: A,
  callback: (sum: U, value: number, index: number, array: A) => U,
  start: U,
): U {
  let sum: U = start;
  for (let i = self.length - 1; i >= 0; i--) sum = callback(sum, Number(self[i]), i, whole);
  return sum;
}

/** Starts with the last element. */
export function reduceRightOwn<T extends number, A>(
  self: T[],
  whole: A,
  callback: (sum: number, value: number, index: number, array: A) => number,
): number {
  if (self.length === 0) throw new TypeError("Reduce of empty array with no initial value");
  let sum: number = Number(self[self.length - 1]);
  for (let i = self.length - 2; i >= 0; i--) sum = callback(sum, Number(self[i]), i, whole);
  return sum;
}
