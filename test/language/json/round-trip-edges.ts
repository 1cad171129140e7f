// JSON.stringify and JSON.parse side by side: gaps, escapes, what is left out, what comes back.

console.log(
  JSON.stringify([undefined, () => 1, NaN, -0, Infinity, null]),
  JSON.stringify({ a: undefined, b: () => 1, c: NaN, d: new Date(0) }),
);
console.log(JSON.stringify('\u2028\u0007"\\/\ud800é😀\x7f'), JSON.stringify(""), JSON.stringify([[], [[]]], null, 2));
console.log(
  JSON.stringify({ a: [1, { b: 2 }], c: {} }, null, "--"),
  JSON.stringify([1, [2]], null, 20).length,
  JSON.stringify({ a: 1 }, null, ""),
);
console.log(JSON.stringify({ a: 1, b: { a: 2, c: 3 } }, ["a", "b"]), JSON.stringify([1.0, 1e21, 1e-7, 123456789012345680000]));
interface Shape {
  name: string;
  sides: number;
  tags?: string[];
  inner: { on: boolean } | null;
}
const shapes: Shape[] = [
  { name: "a", sides: 3, inner: null },
  { name: "b\n", sides: 4.5, tags: ["x"], inner: { on: true } },
];
const text = JSON.stringify(shapes);
console.log(text);
const again: Shape[] = JSON.parse(text);
console.log(again, JSON.stringify(again) === text, again[0] !== shapes[0]);
const pairs: [string, number][] = JSON.parse(' [ ["a" , 1] ,\n["\\u0041\\ud83d\\ude00\\/", -2.5e3 ] ] ');
console.log(pairs, JSON.parse<boolean>("true"), JSON.parse<null>(" null "), JSON.parse<number[]>("[]"), JSON.parse<string>('"\\t"'));
for (const bad of ["", "[1,]", "{a:1}", "'x'", "01", "1.", "[1 2]", '"\n"', "nul", "1 2", '{"a":1,}', '"\\x"']) {
  try {
    JSON.parse<number[]>(bad);
    console.log("parsed", bad);
  } catch (error) {
    console.log(JSON.stringify(bad), error instanceof SyntaxError);
  }
}
class Money {
  constructor(
    readonly amount: number,
    readonly currency: string,
  ) {}
  toJSON(): string {
    return `${this.amount} ${this.currency}`;
  }
}
console.log(JSON.stringify({ price: new Money(5, "EUR"), list: [new Money(1, "USD")] }), JSON.stringify(new Money(2, "GBP")));
