// How nested things are laid out: where lines break, what is put into columns, what is shortened.

console.log(
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 6, 7],
  Array.from({ length: 30 }, (_, i) => i * i),
);
console.log(
  Array.from({ length: 120 }, (_, i) => i),
  Array.from({ length: 101 }, () => "x"),
);
console.log(["apple", "banana", "cherry", "dragonfruit", "elderberry", "fig", "grape", "honeydew melon"]);
console.log([[1, 2, [3, 4, [5, [6]]]]], [[[[]]]], [[[{}]]], [[[{ a: 1 }]]], { a: { b: { c: {} } } }, { a: { b: { c: { d: 1 } } } });
console.log({ first: "a string of some length", second: "another string of some length", third: 3 });
console.log({ first: "a string of some length", second: "another string of some length!!", third: 3, fourth: 4 });
console.log([
  { id: 1, name: "one" },
  { id: 2, name: "two" },
  { id: 3, name: "three" },
]);
console.log(
  [
    { id: 1, tags: ["a", "b"] },
    { id: 2, tags: [] },
  ],
  { "a-b": 1, "c d": 2, e1: 3, 7: 8 },
);
console.log(new Map([["key", { inner: new Map([["deep", [1]]]) }]]), new Set([[1], [2, [3]]]), new Map([[{ k: 1 }, new Set()]]));
console.log(["it's", 'say "hi"', 'it\'s "both"', "all `of` 'them' \"here\"", "new\nline", "tab\t", "back\\slash", "\u0001", "é😀"]);
console.log([undefined, null, -0, 0, NaN, Infinity, true], [""], { empty: "", none: null, missing: undefined });
console.log("top\nlevel", ["multi\nline text that is long enough to be split into several parts\nby its line ends, as here"]);
console.log(new Uint8Array(3), new Float64Array([1.5, -0, NaN]), new Int16Array(200), [new Uint8Array([1])]);
class Point {
  constructor(
    readonly x: number,
    readonly y: number,
    private readonly label = "p",
  ) {}
  get sum(): number {
    return this.x + this.y;
  }
}
class Empty {}
console.log(new Point(1, 2), [new Point(3, 4)], { at: new Point(5, 6), empty: new Empty() }, new Empty(), [[[new Point(7, 8)]]]);
const long = {
  description: "x".repeat(60),
  list: Array.from({ length: 10 }, (_, i) => `item ${i}`),
  nested: { deep: { deeper: { deepest: 1 } } },
};
console.log(long);
console.log([1.5, 22.25, 333.125, 4, 5, 6, 7, 8], [-1, 10, -100, 1000, -10000, 100000, 7], ["1", 2, "3", 4, "5", 6, "7", 8]);
