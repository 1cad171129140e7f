// The names that bind gives, of declared functions, methods and functions that were bound before.

function add(a: number, b: number): number {
  return a + b;
}
class Counter {
  count = 0;
  step(by: number): number {
    this.count += by;
    return this.count;
  }
}

const addOne = add.bind(null, 1);
const counter = new Counter();
const step = counter.step.bind(counter);
const twice = addOne.bind(null);
const arrow = (n: number): number => n * 2;
const named = function inner(n: number): number {
  return n - 1;
};
console.log(addOne.name, step.name, twice.name, add.bind(null, 1, 2).name);
console.log(arrow.bind(null).name, named.bind(null, 4).name, arrow.name, named.name);
console.log(addOne(4), step(2), step(3), twice(9), counter.count);
console.log(addOne, [step]);
