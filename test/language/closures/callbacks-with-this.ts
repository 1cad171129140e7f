// Callbacks that are called with a `this` of their caller's choice.

function each<T, C>(list: readonly T[], visit: (this: C, item: T, index: number) => void, self: C): void {
  list.forEach((item, index) => visit.call(self, item, index));
}
const sum = { total: 0 };
each(
  [1, 2, 3],
  function (this: { total: number }, n) {
    this.total += n;
  },
  sum,
);
console.log(sum.total);
// What does not look at it fits, too.
each([1, 2, 3], (n, index) => void (sum.total += n * index), null);
console.log(sum.total);

class Emitter {
  count = 0;
  private readonly listeners: ((this: Emitter, n: number) => void)[] = [];
  on(listener: (this: Emitter, n: number) => void): this {
    this.listeners.push(listener);
    return this;
  }
  emit(n: number): void {
    for (const listener of this.listeners) listener.call(this, n);
  }
}
const emitter = new Emitter()
  .on(function (n) {
    this.count += n;
  })
  .on(function (n) {
    const twice = (): number => this.count * n;
    this.count = twice();
  })
  .on((n) => console.log("heard", n));
emitter.emit(3);
emitter.emit(2);
console.log(emitter.count);

// An inner function that uses variables around it, and one whose callback has a callback.
function notes(): string {
  const seen: string[] = [];
  function note(this: { name: string }, text: string): void {
    seen.push(`${this.name}:${text}`);
    if (text.length < 3) note.call({ name: `${this.name}'` }, `${text}!`);
  }
  note.call({ name: "a" }, "x");
  const later = note.bind({ name: "b" }, "long");
  later();
  return seen.join(" ");
}
console.log(notes());
