// Bit set: numbers as bits of 32-bit words that are signed and must not show it; union, difference, iteration by lowest bit.

class BitSet {
  private readonly words: number[] = [];

  constructor(members: Iterable<number> = []) {
    for (const member of members) this.add(member);
  }

  add(member: number): this {
    const index = member >>> 5;
    while (this.words.length <= index) this.words.push(0);
    this.words[index] |= 1 << (member & 31);
    return this;
  }

  delete(member: number): boolean {
    if (!this.has(member)) return false;
    this.words[member >>> 5] &= ~(1 << (member & 31));
    return true;
  }

  has(member: number): boolean {
    return ((this.words[member >>> 5] ?? 0) & (1 << (member & 31))) !== 0;
  }

  combined(other: BitSet, combine: (left: number, right: number) => number): BitSet {
    const result = new BitSet();
    const count = Math.max(this.words.length, other.words.length);
    for (let index = 0; index < count; index++) result.words.push(combine(this.words[index] ?? 0, other.words[index] ?? 0));
    return result;
  }

  *[Symbol.iterator](): Generator<number, void, undefined> {
    for (const [index, word] of this.words.entries())
      for (let left = word; left !== 0; left &= left - 1) yield index * 32 + (31 - Math.clz32(left & -left));
  }
}

const evens = new BitSet([0, 2, 4, 30, 32, 62, 64]);
const few = new BitSet([31, 2, 63, 64, 2]);
console.log([...evens], [...few]);
console.log([...evens.combined(few, (left, right) => left | right)].join(" "));
console.log([...evens.combined(few, (left, right) => left & right)], [...evens.combined(few, (left, right) => left & ~right)]);
console.log(few.has(31), few.has(1000), few.delete(31), few.delete(31), [...few].length);
const full = new BitSet();
for (let member = 0; member < 96; member++) full.add(member);
console.log(
  [...full].every((member, index) => member === index),
  [...new BitSet()].length,
);
