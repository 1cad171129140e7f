// return(): called when a loop or pattern leaves early, not when the iterator ended or threw.

class Lines implements Iterator<string> {
  private index = 0;
  constructor(
    private readonly count: number,
    private readonly failAt = -1,
  ) {}
  [Symbol.iterator](): Lines {
    return this;
  }
  next(): IteratorResult<string> {
    if (this.index === this.failAt) throw new Error("next failed");
    if (this.index === this.count) return { done: true, value: undefined };
    return { done: false, value: `line ${this.index++}` };
  }
  return(): IteratorResult<string> {
    console.log("closed");
    return { done: true, value: undefined };
  }
}

for (const line of new Lines(3)) {
  if (line === "line 1") break;
  console.log(line);
}
for (const line of new Lines(1)) console.log(line);
try {
  for (const line of new Lines(5, 1)) console.log(line);
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
try {
  for (const line of new Lines(5)) throw new Error(`thrown at ${line}`);
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
const [first] = new Lines(2);
console.log(first);
const [one, two, three = "none"] = new Lines(2);
console.log(one, two, three);
const [...rest] = new Lines(2);
console.log(rest.length);

function firstOf(lines: Lines): string {
  for (const line of lines) return line;
  return "none";
}
console.log(firstOf(new Lines(2)), firstOf(new Lines(0)));
