// Function types that contain themselves: thunks on a trampoline, and states that give the next state.

type Thunk = number | (() => Thunk);

function run(thunk: Thunk): number {
  let current = thunk;
  while (typeof current === "function") current = current();
  return current;
}

const isEven = (n: number): Thunk => (n === 0 ? 1 : () => isOdd(n - 1));
const isOdd = (n: number): Thunk => (n === 0 ? 0 : () => isEven(n - 1));
console.log(run(isEven(500)), run(isEven(7)), run(3));

type State = (unit: string) => State | null;
const log: string[] = [];
const start: State = (unit) => {
  log.push(`start ${unit}`);
  return unit === "b" ? middle : start;
};
const middle: State = (unit) => {
  log.push(`middle ${unit}`);
  return unit === "!" ? null : middle;
};

let state: State | null = start;
for (const unit of "aabc!x") {
  if (state === null) break;
  state = state(unit);
}
console.log(log.join("; "), state === null);

type Counter = (by?: number) => Counter;
let total = 0;
const count: Counter = (by = 1) => {
  total += by;
  return count;
};
count()(5)(10)();
console.log(total);
