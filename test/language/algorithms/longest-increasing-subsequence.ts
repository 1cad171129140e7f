// Longest increasing subsequence: by halving, with the way back kept in a list of indices.

function longest(values: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < values.length; at++) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]] < values[at]) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1] : -1);
    ends[low] = at;
  }
  const found: number[] = [];
  for (let at = ends.length > 0 ? ends[ends.length - 1] : -1; at >= 0; at = before[at]) found.push(values[at]);
  return found.reverse();
}

for (const values of [[], [5], [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [9, 8, 7], [1, 1, 1], [0, -0, 0.5], [-3, -10, -2, 100, -1, 0]])
  console.log(longest(values), longest(values).length);
const many = Array.from({ length: 200 }, (_, index) => (index * 7919) % 211);
console.log(longest(many).join(" "));
