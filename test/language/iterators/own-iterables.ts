// Own iterables: classes with [Symbol.iterator] in for-of, break in the middle.

class Countdown {
  constructor(private readonly from: number) {}
  [Symbol.iterator](): CountdownIterator {
    return new CountdownIterator(this.from);
  }
}
class Step {
  constructor(
    readonly done: boolean,
    readonly value: number,
  ) {}
}
class CountdownIterator {
  constructor(private left: number) {}
  next(): Step {
    return this.left < 0 ? new Step(true, 0) : new Step(false, this.left--);
  }
}
for (const n of new Countdown(3)) console.log(n);
for (const n of new Countdown(100)) {
  if (n < 98) break;
  console.log(n);
}
