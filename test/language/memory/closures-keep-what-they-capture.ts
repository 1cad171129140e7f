// A closure keeps its captures after the function that made it returned, and shares those that change.
function counterPair(start: number): { next: () => string; reset: () => void } {
  let text = "n" + start;
  let count = start;
  const history: string[] = [];
  return {
    next: () => {
      history.push(text);
      text = "n" + ++count;
      return history.join("");
    },
    reset: () => {
      count = start;
      history.length = 0;
    },
  };
}
const pair = counterPair(3);
pair.next();
console.log(pair.next(), pair.next());
pair.reset();
console.log(pair.next());
const makers: (() => string)[] = [];
for (let i = 0; i < 3; i++) {
  const label = "label" + i;
  makers.push(() => label + makers.length);
}
console.log(makers.map((make) => make()).join());
makers.length = 0;
