// Array sorting: a stable merge sort, bottom up: runs of 1, 2, 4 ... elements are merged between the array and a copy of it.
// Called:     by array.ts and typed-array.ts.

/** Sorts by the comparison: negative if the first argument comes first. Equal elements keep their order; undefined comes last. */
export function mergeSort<T>(array: T[], comparison: (a: T, b: T) => number): void {
  const length: u32 = moveUndefinedBack(array);
  let source: T[] = array;
  let target: T[] = array.slice(0);
  for (let run: u32 = 1; run < length; run *= 2) {
    for (let start: u32 = 0; start < length; start += 2 * run) mergeRuns(source, target, start, run, length, comparison);
    const swapped: T[] = source;
    source = target;
    target = swapped;
  }
  if (source === array) return;
  for (let i: u32 = 0; i < length; i++) array[i] = source[i];
}

/** Moves what is undefined behind the other elements, whose number it gives. */
function moveUndefinedBack<T>(array: T[]): u32 {
  const length: u32 = u32(array.length);
  let count: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const value: T = array[i];
    if (isUndefined(value)) continue;
    if (count !== i) {
      const other: T = array[count];
      array[count] = value;
      array[i] = other;
    }
    count++;
  }
  return count;
}

function isUndefined<T>(value: T): boolean {
  return value === undefined;
}

/** Merges the runs at start and start + run of the source into the same places of the target. Runs end at the length. */
function mergeRuns<T>(source: T[], target: T[], start: u32, run: u32, length: u32, comparison: (a: T, b: T) => number): void {
  const middle: u32 = start + run < length ? start + run : length;
  const end: u32 = middle + run < length ? middle + run : length;
  let left: u32 = start;
  let right: u32 = middle;
  for (let to: u32 = start; to < end; to++) {
    const takesRight: boolean = left === middle || (right < end && comparison(source[left], source[right]) > 0);
    if (takesRight) {
      target[to] = source[right];
      right++;
    } else {
      target[to] = source[left];
      left++;
    }
  }
}
