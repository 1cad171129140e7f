// Errors while resources are given up: each holds the one that was on its way; both ways of disposing take part.

class Failing {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await null;
    throw new Error(`disposing ${this.name}`);
  }
}
class FailingAtOnce {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose](): void {
    throw new RangeError(`at once ${this.name}`);
  }
}
class Fine {
  async [Symbol.asyncDispose](): Promise<void> {
    await null;
    console.log("fine");
  }
}
async function one(): Promise<void> {
  await using a = new Failing("a");
  console.log("body of one", a.name);
}
async function two(): Promise<void> {
  await using a = new Failing("a");
  await using fine = new Fine();
  using b = new FailingAtOnce("b");
  await using c = new FailingAtOnce("c");
  throw new TypeError(`body of two ${a.name}${b.name}${c.name}${fine instanceof Fine}`);
}
async function show(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    console.log(name, "fine");
  } catch (error) {
    console.log(name, error instanceof Error ? `${error.name}: ${error.message}` : "no error");
  }
}
await show("one", one);
await show("two", two);
