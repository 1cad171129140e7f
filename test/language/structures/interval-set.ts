// Interval set: ranges that are kept apart and in order, melt when they touch, and break when a part is taken out.

type Range = readonly [from: number, to: number];

function add(ranges: readonly Range[], [from, to]: Range): Range[] {
  const before = ranges.filter((range) => range[1] < from);
  const after = ranges.filter((range) => range[0] > to);
  const touched = ranges.slice(before.length, ranges.length - after.length);
  const merged: Range = [Math.min(from, ...touched.map((range) => range[0])), Math.max(to, ...touched.map((range) => range[1]))];
  return [...before, merged, ...after];
}

function subtract(ranges: readonly Range[], [from, to]: Range): Range[] {
  return ranges.flatMap((range): Range[] => {
    if (range[1] <= from || range[0] >= to) return [range];
    const parts: Range[] = [];
    if (range[0] < from) parts.push([range[0], from]);
    if (range[1] > to) parts.push([to, range[1]]);
    return parts;
  });
}

const shown = (ranges: readonly Range[]): string => ranges.map(([from, to]) => `${from}..${to}`).join(" ");
let ranges: Range[] = [];
for (const range of [
  [5, 8],
  [1, 2],
  [10, 12],
  [2, 3],
  [7, 11],
  [-5, -1],
  [0, 20],
] as Range[]) {
  ranges = add(ranges, range);
  console.log(shown(ranges));
}
for (const range of [
  [4, 6],
  [-9, -2],
  [6, 7],
  [19, 99],
  [0, 0],
] as Range[]) {
  ranges = subtract(ranges, range);
  console.log(shown(ranges));
}
console.log(ranges.reduce((sum, [from, to]) => sum + to - from, 0));
