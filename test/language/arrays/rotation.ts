// Rotating in place by three reversals, and by copying.

function reverse(list: number[], from: number, to: number): void {
  for (let [i, j] = [from, to - 1]; i < j; i++, j--) [list[i], list[j]] = [list[j], list[i]];
}
function rotate(list: number[], by: number): number[] {
  if (list.length === 0) return list;
  const at = ((by % list.length) + list.length) % list.length;
  reverse(list, 0, at);
  reverse(list, at, list.length);
  reverse(list, 0, list.length);
  return list;
}
for (const by of [0, 1, 3, 5, 7, -1, -6]) {
  const list = [1, 2, 3, 4, 5];
  const at = ((by % 5) + 5) % 5;
  console.log(by, rotate([...list], by).join(""), [...list.slice(at), ...list.slice(0, at)].join(""));
}
console.log(rotate([], 3).length, rotate([9], 4).join());
