// An arrow function in a field keeps its object as long as something holds the function, and no longer.
class Counter {
  private count = 0;
  private readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  increment = (): number => {
    this.count++;
    return this.count;
  };
  show = (): string => `${this.name} is ${this.count}`;
}

const kept = new Counter("kept");
kept.increment();
console.log(kept.show(), kept.increment());

const taken = (): (() => string) => new Counter("taken").show;
console.log(taken()());

function pair(): [() => number, () => string] {
  const counter = new Counter("pair");
  counter.increment();
  return [counter.increment, counter.show];
}
const [increment, show] = pair();
console.log(increment(), increment(), show());

const shows: (() => string)[] = [];
for (let index = 0; index < 3; index++) shows.push(new Counter(`c${index}`).show);
shows.splice(1, 1);
console.log(shows.map((each) => each()).join(", "));

// Held by its functions one after the other, and by itself again.
let counter: Counter | null = new Counter("back");
let first: (() => number) | null = counter.increment;
const weak = new WeakRef(counter);
counter = null;
console.log(first(), weak.deref()?.show());
counter = weak.deref() ?? null;
first = null;
console.log(counter?.increment(), counter?.show());
let last = counter?.show;
counter = null;
console.log(last?.());
last = undefined;
