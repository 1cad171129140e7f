// Functions of functions: numbers as repetition, pairs as functions, and recursion without a name.

type Change<T> = (value: T) => T;
const times =
  (count: number) =>
  (change: Change<number>): Change<number> =>
  (value) => {
    let result = value;
    for (let left = count; left > 0; left--) result = change(result);
    return result;
  };
const toNumber = (number: (change: Change<number>) => Change<number>): number => number((value) => value + 1)(0);
const [two, three] = [times(2), times(3)];
const plus =
  (left: typeof two, right: typeof two): typeof two =>
  (change) =>
  (value) =>
    left(change)(right(change)(value));
const product =
  (left: typeof two, right: typeof two): typeof two =>
  (change) =>
    left(right(change));
console.log(
  toNumber(plus(two, three)),
  toNumber(product(two, three)),
  toNumber(product(three, plus(two, two))),
  three((value) => value * 2)(1),
);

class Self {
  constructor(readonly run: (self: Self, value: number) => number) {}
}
const fixed = (step: (again: (value: number) => number, value: number) => number): ((value: number) => number) => {
  const self = new Self((inner, value) => step((next) => inner.run(inner, next), value));
  return (value) => self.run(self, value);
};
const factorial = fixed((again, value) => (value <= 1 ? 1 : value * again(value - 1)));
const fibonacci = fixed((again, value) => (value < 2 ? value : again(value - 1) + again(value - 2)));
console.log(factorial(10), fibonacci(15));
