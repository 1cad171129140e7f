// AsyncDisposableStack: resources of both kinds, each waited for before the next; errors hold each other.
// The file beside has what ECMAScript says: Node has the class from version 24 on.

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
class Remote {
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
class Local {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose](): void {
    console.log("disposed", this.name);
  }
}
async function work(wanted: Remote | null): Promise<string> {
  await using stack = new AsyncDisposableStack();
  const remote = stack.use(new Remote("remote"));
  const local = stack.use(new Local("local"));
  stack.use(wanted);
  stack.adopt("adopted", async (value) => {
    await null;
    console.log("gave up", value);
  });
  stack.defer(() => console.log("deferred"));
  return `${remote.name} ${local.name} ${stack.disposed}`;
}
console.log(await work(new Remote("wanted")));
console.log(await work(null));
const first = new AsyncDisposableStack();
first.use(new Local("moved"));
const second = first.move();
await first.disposeAsync();
console.log("first is done", first.disposed, second.disposed);
await second.disposeAsync();
const failing = new AsyncDisposableStack();
failing.defer(async () => {
  await null;
  throw new Error("one");
});
failing.defer(() => {
  throw new Error("two");
});
try {
  await failing.disposeAsync();
} catch (error) {
  if (error instanceof SuppressedError && error.error instanceof Error && error.suppressed instanceof Error)
    console.log(error.error.message, "over", error.suppressed.message);
}
