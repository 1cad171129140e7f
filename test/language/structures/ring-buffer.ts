// Ring buffer: places that come round again, growth that straightens, both ends, and an iterator that sees the order.

class Ring<T> {
  private cells: (T | undefined)[];
  private first = 0;
  length = 0;

  constructor(capacity: number) {
    this.cells = Array.from({ length: capacity }, (): T | undefined => undefined);
  }

  push(value: T): void {
    if (this.length === this.cells.length) this.grow();
    this.cells[(this.first + this.length++) % this.cells.length] = value;
  }

  unshift(value: T): void {
    if (this.length === this.cells.length) this.grow();
    this.first = (this.first + this.cells.length - 1) % this.cells.length;
    this.cells[this.first] = value;
    this.length++;
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const value = this.cells[this.first];
    this.cells[this.first] = undefined;
    this.first = (this.first + 1) % this.cells.length;
    this.length--;
    return value;
  }

  *[Symbol.iterator](): Generator<T | undefined, void, undefined> {
    for (let at = 0; at < this.length; at++) yield this.cells[(this.first + at) % this.cells.length];
  }

  private grow(): void {
    const straight = [...this];
    while (straight.length < Math.max(1, this.length * 2)) straight.push(undefined);
    this.cells = straight;
    this.first = 0;
  }
}

const ring = new Ring<string>(2);
for (const letter of "abc") ring.push(letter);
ring.unshift("z");
console.log([...ring].join(""), ring.length);
console.log(ring.shift(), ring.shift());
for (const letter of "defgh") ring.push(letter);
console.log([...ring].join(""), ring.length);
while (ring.length > 1) ring.shift();
console.log([...ring].join(""), ring.shift(), ring.shift(), ring.length);
const empty = new Ring<number>(0);
empty.unshift(1);
empty.push(2);
console.log([...empty]);
