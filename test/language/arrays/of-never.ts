// An empty array literal without a type holds nothing, ever: it takes part in everything that arrays do.
const none: never[] = [];
console.log([].concat([]).length, none.concat(none).length, [...none, ...none].length, none.slice().length);
console.log(
  none.map(() => 1).length,
  none.filter(() => true).length,
  none.every(() => false),
  none.some(() => true),
);
console.log([[], []].length, [[], [], []].flat().length, [].concat([], []).join("-") === "");

function fail(): never {
  throw new Error("there is no such thing");
}

class Box<T> {
  constructor(readonly content: T) {}
}

function attempt(action: () => void): void {
  try {
    action();
    console.log("no error");
  } catch (error) {
    console.log((error as Error).message);
  }
}

attempt(() => none.push(fail()));
attempt(() => {
  none[0] = fail();
});
attempt(() => console.log(new Box<never>(fail()).content));
attempt(() => {
  const pair: [number, never] = [1, fail()];
  console.log(pair.length, pair[0]);
});
attempt(() => {
  for (const element of none) console.log(element);
  none.forEach((element) => console.log(element));
});

const counts = new Map<string, never>();
console.log(counts.size, counts.get("a"), [...counts].length);
const numbers: number[] = none;
console.log(numbers.length, none.length);
