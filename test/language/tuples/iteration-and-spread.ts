// Tuples in for-of, spread into arrays and calls, indexed by a variable, and used as arrays.

const pair: [number, number] = [3, 4];
const mixed: [string, number, boolean] = ["a", 1, true];
function volume(width: number, height: number, depth = 2): number {
  return width * height * depth;
}
function join(...parts: (string | number)[]): string {
  return parts.join("|");
}

for (const side of pair) console.log(side);
for (const part of mixed) console.log(typeof part, part);
console.log(volume(...pair), volume(...pair, 10), join("x", ...pair, "y", ...pair));
const all = [0, ...pair, 5];
console.log(all.join(), Math.max(...pair), all.length);
let sum = 0;
for (let index = 0; index < pair.length; index++) sum += pair[index];
console.log(sum, pair.length);
const triple: [...[number, number], string] = [...pair, "end"];
console.log(triple[2], triple.length);
function args(): [number, number, number] {
  return [2, 3, 4];
}
console.log(volume(...args()));
pair[0]++;
[pair[0], pair[1]] = [pair[1], pair[0]];
console.log(pair[0], pair[1], `${pair}`);
console.log(pair.map((side) => side * 2).join(), mixed.indexOf(1), pair.includes(4));
