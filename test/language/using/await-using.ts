// await using: the end of the block waits for the resource's end, of the one declared last first; the synchronous way serves too.

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
class Connection {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    console.log("closing", this.name);
    await sleep(1);
    console.log("closed", this.name);
  }
}
class File {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  [Symbol.dispose](): void {
    console.log("file", this.path, "closed");
  }
}
async function work(how: string): Promise<string> {
  await using first = new Connection("first");
  await using file = new File("a.txt");
  await using none = null;
  using plain = new File("b.txt");
  await using second = new Connection("second");
  console.log("working", first.name, file.path, none === null, plain.path, second.name);
  if (how === "return") return "returned";
  if (how === "throw") throw new Error("thrown");
  return `ended ${second.name}`;
}
async function loops(): Promise<void> {
  for (await using connection of [new Connection("one"), new Connection("two"), new Connection("three")]) {
    if (connection.name === "two") break;
    console.log("in turn", connection.name);
  }
}
console.log(await work("return"));
await work("throw").catch((error: unknown) => console.log(error instanceof Error ? error.message : "?"));
await loops();
await using last = new Connection("of the file");
console.log("end of file", last.name);
