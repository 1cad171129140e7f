// console.table: rows of lists, maps, sets and objects; columns of all properties, of elements, or those that are named.

interface Pet {
  name: string;
  legs?: number;
  owner: { name: string; age: number } | null;
}

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

const pets: Pet[] = [
  { name: "Rex", legs: 4, owner: { name: "Ann", age: 30 } },
  { name: "Coco", owner: null },
  { legs: 2, name: "日本", owner: null },
];
console.table(pets);
console.table(pets, ["legs", "name", "wings"]);
console.table([new Point(1, -2.5), new Point(0, -0)]);
console.table([
  [1, 2, 3],
  [4, 5],
]);
console.table(["text", 5, null, true, undefined]);
console.table([1, { a: 1 }, [2, "b"]]);
console.table(
  new Map([
    ["a", { n: 1, m: [1, 2, 3, 4, 5] }],
    ["b", { n: 2, m: [] }],
  ]),
);
console.table(new Set(["x", "it's"]));
console.table(new Set([1]), ["a"]);
console.table({ first: { a: 1, b: "two" }, second: { a: 3, b: "four" } });
console.table({ width: 3, height: "4" });
console.table([{ big: { a: 1, b: 2, c: 3 }, small: { a: "x", b: [1, 2] }, list: [[1], [2, 3], [4], [5]] }]);
console.table([]);
console.table(5);
console.table("only text");
const pairs: [string, number][] = [
  ["a", 1],
  ["b", 2],
];
console.table(pairs);
console.group("inside");
console.table([{ q: "?" }]);
console.groupEnd();
console.table(["plain", 2], ["a"]);
console.table([{ 10: "ten", b: 1, 2: "two" }]);
