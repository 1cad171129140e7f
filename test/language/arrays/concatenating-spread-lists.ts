// concat and Array.of with spread arguments: lists of lists, single values among them, things that are walked, nothing at all.

const lists = [[1], [2, 3], [], [4]];
console.log(([] as number[]).concat(...lists), [0].concat(9, ...lists, 8), [7].concat(...[]));
console.log(Array.of(...lists[1]), Array.of(0, ...lists[1], 5), Array.of<number>(...[]));

const words = ["a"].concat(...new Set(["b", "c"]), ...["d"].map((word) => [word, word]));
console.log(words.join(""));

const pairs: [string, number][] = [["x", 1]];
const more: [string, number][][] = [[["y", 2]], [["z", 3]]];
console.log(pairs.concat(...more).map(([name, value]) => `${name}${value}`));

const nested = [[[1]], [[2], [3]]];
console.log(([] as number[][]).concat(...nested), nested[0].concat([[5]], ...[[[6], [7]]]).length);

let asked = 0;
function* given(): Generator<number[]> {
  for (let i = 0; i < 3; i++) {
    asked++;
    yield [i, i * i];
  }
}
console.log([asked].concat([asked], ...given(), asked), Array.of(...given()).length, asked);

const first = [1];
const same = first.concat(...[first, first]);
first.push(2);
console.log(same, first, same === first);
