// DisposableStack: use, adopt and defer put off what gives resources up; move takes it over; errors hold each other.
// The file beside has what ECMAScript says: Node has the class from version 24 on.

class Resource {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose](): void {
    console.log("dispose", this.name);
  }
}
function message(error: unknown): string {
  if (error instanceof SuppressedError) return `[${message(error.error)} over ${message(error.suppressed)}]`;
  return error instanceof Error ? `${error.name}: ${error.message}` : "?";
}
function attempt(act: () => void): void {
  try {
    act();
    console.log("fine");
  } catch (error) {
    console.log(message(error));
  }
}
{
  using stack = new DisposableStack();
  const one = stack.use(new Resource("one"));
  const handle = stack.adopt(42, (value) => console.log("close handle", value));
  stack.defer(() => console.log("deferred"));
  console.log(one.name, handle + 1, stack.use(null) === null, stack.disposed);
}
class Connection {
  private readonly stack: DisposableStack;
  readonly state: string;
  constructor(shouldFail: boolean) {
    using stack = new DisposableStack();
    stack.use(new Resource("socket"));
    if (shouldFail) throw new Error("no connection");
    stack.use(new Resource("buffer"));
    this.state = "open";
    this.stack = stack.move();
    console.log("moved", stack.disposed, this.stack.disposed);
  }
  [Symbol.dispose](): void {
    this.stack.dispose();
  }
}
attempt(() => void new Connection(true));
attempt(() => {
  using connection = new Connection(false);
  console.log(connection.state);
});
attempt(() => {
  const stack = new DisposableStack();
  for (const n of [1, 2, 3]) {
    stack.defer(() => {
      throw new RangeError(`failed ${n}`);
    });
  }
  stack.dispose();
});
attempt(() => {
  const stack = new DisposableStack();
  stack.dispose();
  stack.dispose();
  stack.defer(() => {});
});
