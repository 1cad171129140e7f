// Who closes whom: limits, loops that are left, exceptions in callbacks, return() of a helper. Node 20 lacks them: see the .out file.

class Lines {
  private left = 5;
  next(): IteratorResult<string, undefined> {
    if (this.left === 0) return { done: true, value: undefined };
    this.left--;
    return { done: false, value: `line ${5 - this.left}` };
  }
  return(): IteratorResult<string, undefined> {
    console.log("  lines closed");
    return { done: true, value: undefined };
  }
}

console.log(Iterator.from(new Lines()).take(2).toArray());
console.log(Iterator.from(new Lines()).take(5).toArray().length, Iterator.from(new Lines()).take(9).toArray().length);
console.log("none", Iterator.from(new Lines()).take(0).toArray());
for (const line of Iterator.from(new Lines()).map((text) => text.toUpperCase())) {
  console.log(line);
  if (line.endsWith("2")) break;
}
const attempts = [
  () =>
    Iterator.from(new Lines())
      .map((line): string => {
        throw new Error(`no map of ${line}`);
      })
      .next(),
  () =>
    Iterator.from(new Lines())
      .filter((line): boolean => {
        throw new Error(`no filter of ${line}`);
      })
      .next(),
];
for (const attempt of attempts) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
try {
  Iterator.from(new Lines()).forEach((line, index) => {
    if (index === 1) throw new RangeError(line);
  });
} catch (error) {
  console.log(String(error));
}
const upper = Iterator.from(new Lines()).map((line) => line.length);
const [only] = upper;
console.log(only, upper.next());
for (const limit of [NaN, -1, -0.5, 1.9, Infinity]) {
  try {
    console.log(limit, [1, 2, 3].values().take(limit).toArray(), [1, 2, 3].values().drop(limit).toArray());
  } catch (error) {
    console.log(String(error));
  }
}
