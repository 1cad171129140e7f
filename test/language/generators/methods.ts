// Generators as members: methods, static ones, in object literals, and as the class's own iterator.

class Range {
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {}
  *[Symbol.iterator]() {
    for (let n = this.from; n < this.to; n++) yield n;
  }
  *backwards() {
    for (let n = this.to - 1; n >= this.from; n--) yield n;
  }
  *pairs(): Generator<string> {
    for (const a of this) for (const b of this.backwards()) yield `${a}${b}`;
  }
  static *squares(count: number) {
    for (let n = 0; n < count; n++) yield n * n;
  }
}

const range = new Range(1, 4);
for (const n of range) console.log(n);
for (const n of range.backwards()) console.log(n);
let line = "";
for (const pair of range.pairs()) line += `${pair} `;
console.log(line);
for (const n of Range.squares(4)) console.log(n);

const source = {
  name: "literal",
  *letters(count: number) {
    for (let i = 0; i < count; i++) yield `${this.name[i]}${i}`;
  },
};
for (const letter of source.letters(3)) console.log(letter);
