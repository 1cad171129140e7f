// Binary search for each element and for what lies between.

function place(list: readonly number[], wanted: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
const list = [-5, -1, 0, 3, 3, 3, 8, 100];
for (const wanted of [-9, -5, -2, 3, 3.5, 100, 101, NaN]) console.log(wanted, place(list, wanted), list[place(list, wanted)] === wanted);
console.log(place([], 1), place([1], 1), place([1], 2));
const sorted: number[] = [];
for (const each of [5, 3, 8, 1, 9, 3]) sorted.splice(place(sorted, each), 0, each);
console.log(sorted.join());
