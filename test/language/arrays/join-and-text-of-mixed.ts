// The text of arrays: null and undefined are empty, inner arrays join with commas, and separators are texts of any length.
const mixed: (string | number | boolean | null | undefined)[] = ["a", null, 1.5, undefined, true, "", -0, NaN];
console.log(mixed.join(), mixed.join("").length, mixed.join(" - "), mixed.toString() === String(mixed), `${mixed}`);
const nested: (number | number[])[] = [1, [2, 3], [], [4]];
console.log(nested.join(";"), String(nested), [nested.length, "n"].join("="));
console.log([null, undefined].join("x"), [undefined].join() === "", [[]].join() === "", [[], []].join(), [null].toString().length);
console.log([0.1, 1e21, -1e-7].join(" "), [true, false].join("&"), ["x"].join("never"), [].join("x") === "");
console.log(
  [
    [1, [2, 3]],
    [4, [5, 6]],
  ].join("/"),
  [["a", "b"], ["c"]].map((row) => row.join("-")).join("\n"),
);
console.log("a" + [1, 2] + "b", [1] + "", `${[]}|${[[]]}|${[null, "z"]}`, [new Date(0)].map((date) => date.toJSON()).join());
console.log(
  Uint8Array.of(1, 2, 3).join(),
  Float32Array.of(0.5, -0).join("|"),
  new Int8Array(0).join("x") === "",
  String(Int16Array.of(-1, 7)),
);
const big = Array.from({ length: 1000 }, (_, i) => i);
console.log(big.join("").length, big.join(", ").length, big.join("😀").length, big.toString().slice(-12));
class Point {
  constructor(private readonly x: number) {}
  toString(): string {
    return `<${this.x}>`;
  }
}
console.log(
  [new Point(1), new Point(2)].join(),
  String([new Point(3)]),
  `${new Point(4)}`,
  [new Error("e"), new RangeError("r")].join(" "),
);
