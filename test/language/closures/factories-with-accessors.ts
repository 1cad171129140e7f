// A factory whose object has accessors, methods and arrow functions that use each other by its name.
function createCounter(initial = 0) {
  let count = initial;
  const listeners: Array<(value: number) => void> = [];
  const counter = {
    get value() {
      return count;
    },
    set value(next: number) {
      count = next;
      counter.notify();
    },
    increment(by = 1) {
      counter.value = count + by;
      return counter;
    },
    decrement: (by = 1) => counter.increment(-by),
    onChange(listener: (value: number) => void) {
      listeners.push(listener);
      return counter;
    },
    notify() {
      for (const listener of listeners) listener(count);
    },
    reset: () => {
      counter.value = initial;
    },
  };
  return counter;
}
const counter = createCounter(10).onChange((value) => console.log("now", value));
counter.increment().increment(5).decrement(2);
counter.value = 3;
counter.reset();
console.log(counter.value);
type Counter = ReturnType<typeof createCounter>;
const use = (given: Counter): number => given.increment().value;
console.log(use(counter));

const tree = () => {
  const self = {
    children: [] as { name: string }[],
    add(name: string) {
      self.children.push({ name });
      return self;
    },
    names: () => self.children.map(({ name }) => name),
  };
  return self;
};
console.log(tree().add("p").add("q").names().join());
const { add, names } = tree();
console.log(add("r").names().length, names().join());
