// Array sorting: stable, in a copy, so that the array stays as it is when the comparison throws. Short arrays by insertion with binary
// search, behind the run that they begin with; long ones by a merge sort, bottom up: runs of 1, 2, 4 ... elements.
// Called:     by array.ts and typed-array.ts.

/** Arrays below this length are asked about in the order in which V8 asks, so that comparisons of no order give the same there, too. */
const INSERTED_LENGTH_MAX: u32 = 64;

/** Sorts by the comparison: negative if the first argument comes first. Equal elements keep their order; undefined comes last. */
export function sortStably<T>(array: T[], comparison: (a: T, b: T) => number): void {
  const length: u32 = moveUndefinedBack(array);
  if (length < 2) return;
  const copy: T[] = array.slice(0);
  const sorted: T[] = length < INSERTED_LENGTH_MAX ? insertionSort(copy, length, comparison) : mergeSort(copy, length, comparison);
  for (let i: u32 = 0; i < length; i++) array[i] = sorted[i];
}

function insertionSort<T>(array: T[], length: u32, comparison: (a: T, b: T) => number): T[] {
  for (let next: u32 = makeRun(array, length, comparison); next < length; next++) {
    const value: T = array[next];
    let left: u32 = 0;
    let right: u32 = next;
    while (left < right) {
      const middle: u32 = left + ((right - left) >>> 1);
      if (comparison(value, array[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    for (let to: u32 = next; to > left; to--) array[to] = array[to - 1];
    array[left] = value;
  }
  return array;
}

/** How many elements at the start are in order; those that are in the opposite order are reversed. Requires: there are two. */
function makeRun<T>(array: T[], length: u32, comparison: (a: T, b: T) => number): u32 {
  const isDescending: boolean = comparison(array[1], array[0]) < 0;
  let end: u32 = 2;
  while (end < length && comparison(array[end], array[end - 1]) < 0 === isDescending) end++;
  if (!isDescending) return end;
  for (let left: u32 = 0, right: u32 = end - 1; left < right; left++, right--) {
    const value: T = array[left];
    array[left] = array[right];
    array[right] = value;
  }
  return end;
}

function mergeSort<T>(array: T[], length: u32, comparison: (a: T, b: T) => number): T[] {
  let source: T[] = array;
  let target: T[] = array.slice(0);
  for (let run: u32 = 1; run < length; run *= 2) {
    for (let start: u32 = 0; start < length; start += 2 * run) mergeRuns(source, target, start, run, length, comparison);
    const swapped: T[] = source;
    source = target;
    target = swapped;
  }
  return source;
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
