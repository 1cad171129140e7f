// Reads beyond an array, two calls deep.

function pick(list: number[], index: number): number {
  return list[index];
}
function first(list: number[]): number {
  return pick(list, 0) + pick(list, 5);
}
console.log("before");
console.log(first([1, 2, 3]));
