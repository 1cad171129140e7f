// Classes inside functions use the variables around them; each run of the function makes them anew.

function makeCounters(start: number): () => string {
  let created = 0;
  const unit = "s";
  class Counter {
    value = start;
    constructor(readonly step = start / 5) {
      created++;
    }
    next(by = this.step): string {
      this.value += by;
      return `${this.value}${unit} of ${created}`;
    }
    get doubled(): number {
      return this.value * 2 + created;
    }
    set doubled(wanted: number) {
      this.value = wanted / 2 - start;
    }
  }
  const a = new Counter();
  const b = new Counter(1);
  a.doubled = 100;
  return () => `${a.next()} ${b.next()} ${b.next(10)} ${a.doubled}`;
}
const five = makeCounters(5);
const ten = makeCounters(10);
console.log(five(), ten());
console.log(five(), ten());

// In loops, and with closures inside of the methods.
for (let i = 0; i < 2; i++) {
  const factor = i * 5;
  const seen: number[] = [];
  class Scaled {
    constructor(private readonly list: number[]) {}
    all(): number[] {
      return this.list.map((n) => {
        seen.push(n);
        return n * factor + this.list.length + i;
      });
    }
  }
  console.log(new Scaled([1, 2]).all().join(), new Scaled([3]).all().join(), seen.join());
}
