// Partition in place, quickselect and quicksort with repeats.

function partition(list: number[], low: number, high: number): number {
  const pivot = list[high];
  let at = low;
  for (let i = low; i < high; i++) {
    if (list[i] < pivot) {
      [list[i], list[at]] = [list[at], list[i]];
      at++;
    }
  }
  [list[at], list[high]] = [list[high], list[at]];
  return at;
}
function quicksort(list: number[], low = 0, high = list.length - 1): number[] {
  if (low < high) {
    const at = partition(list, low, high);
    quicksort(list, low, at - 1);
    quicksort(list, at + 1, high);
  }
  return list;
}
function select(list: number[], k: number): number {
  let [low, high] = [0, list.length - 1];
  for (;;) {
    const at = partition(list, low, high);
    if (at === k) return list[at];
    if (at < k) low = at + 1;
    else high = at - 1;
  }
}
console.log(quicksort([3, 1, 2, 3, 1, 0, -5]).join(), quicksort([]).length, quicksort([1]).join(), quicksort([5, 5, 5]).join());
for (let k = 0; k < 5; k++) console.log(k, select([9, 3, 7, 1, 5], k));
