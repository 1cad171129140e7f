// A constructor that puts methods, bound to the object, where the class has the methods themselves.

class Counter {
  count = 0;
  constructor(readonly step: number) {
    this.increase = this.increase.bind(this);
    this.reset = this.reset.bind(this);
  }
  increase(): number {
    this.count += this.step;
    return this.count;
  }
  reset(to: number): void {
    this.count = to;
  }
  plain(): number {
    return -this.count;
  }
}

const counter = new Counter(2);
const { increase, reset } = counter;
increase();
increase();
console.log(counter.count, increase(), counter.increase === increase, increase.name);
reset(100);
console.log(counter.increase(), counter.plain(), Object.keys(counter), "increase" in counter);
for (const each of [counter.increase, () => 0]) console.log(each());
[1, 2].forEach(counter.increase);
console.log(counter);

class Doubled extends Counter {
  constructor() {
    super(10);
  }
  override increase(): number {
    return super.increase() + 1;
  }
}
const doubled = new Doubled();
const again = doubled.increase;
console.log(again(), doubled.count, new Doubled().increase());

interface Stepping {
  increase: () => number;
}
const steppings: Stepping[] = [counter, doubled, { increase: () => 7 }];
console.log(steppings.map((each) => each.increase()));
const [first] = steppings.map((each) => each.increase);
console.log(first(), counter.count);
function escaped(): () => number {
  return new Counter(5).increase;
}
const free = escaped();
free();
console.log(free());
