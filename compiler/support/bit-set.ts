// Bit set: a set of small whole numbers, one bit each, for the facts that data-flow analyses keep by block.

export class BitSet {
  private readonly words: Uint32Array;

  /** For members from 0 up to size. */
  constructor(size: number) {
    this.words = new Uint32Array((size + 31) >>> 5);
  }

  has(member: number): boolean {
    return (this.words[member >>> 5] & (1 << (member & 31))) !== 0;
  }
  add(member: number): void {
    this.words[member >>> 5] |= 1 << (member & 31);
  }
  remove(member: number): void {
    this.words[member >>> 5] &= ~(1 << (member & 31));
  }
  /** Adds all members of another set of the same size; tells whether that changed anything. */
  addAll(other: BitSet): boolean {
    const { words } = this;
    let change = 0;
    for (let index = 0; index < words.length; index++) {
      change |= other.words[index] & ~words[index];
      words[index] |= other.words[index];
    }
    return change !== 0;
  }
  clone(): BitSet {
    const copy = new BitSet(this.words.length * 32);
    copy.copy(this);
    return copy;
  }
  removeAll(other: BitSet): void {
    for (let index = 0; index < this.words.length; index++) this.words[index] &= ~other.words[index];
  }
  /** Makes it hold the same members as another set of the same size. */
  copy(other: BitSet): void {
    this.words.set(other.words);
  }
  addEvery(): void {
    this.words.fill(0xffff_ffff);
  }
  intersects(other: BitSet): boolean {
    return this.words.some((word, index) => (word & other.words[index]) !== 0);
  }
  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }
  /** In ascending order. */
  *members(): Generator<number> {
    for (let index = 0; index < this.words.length; index++) {
      for (let word = this.words[index]; word !== 0; word &= word - 1) yield index * 32 + 31 - Math.clz32(word & -word);
    }
  }
}
