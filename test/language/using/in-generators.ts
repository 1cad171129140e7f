// using inside generators, synchronous and not: a walk that is left early gives the resource up.

class Cursor {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose](): void {
    console.log("close", this.name);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await null;
    console.log("close later", this.name);
  }
}
function* rows(name: string): Generator<string> {
  using cursor = new Cursor(name);
  for (let n = 1; n < 4; n++) yield `${cursor.name} row ${n}`;
}
async function* pages(name: string): AsyncGenerator<string> {
  await using cursor = new Cursor(name);
  for (let n = 1; n < 3; n++) yield `${cursor.name} page ${n}`;
}
for (const row of rows("whole")) console.log(row);
for (const row of rows("part")) {
  console.log(row);
  break;
}
const [one] = rows("pattern");
console.log(one);
for await (const page of pages("whole")) console.log(page);
for await (const page of pages("part")) {
  console.log(page);
  break;
}
const walk = pages("by hand");
console.log((await walk.next()).value);
console.log((await walk.return()).done);
const closed = rows("thrown into");
closed.next();
try {
  closed.throw(new Error("stop"));
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
