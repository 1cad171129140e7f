// An exception while disposing: alone it goes on, beside another it holds that one.

class Failing {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose](): void {
    throw new Error(`dispose ${this.name}`);
  }
}
function text(error: unknown): string {
  return error instanceof Error ? error.message : "?";
}
function run(action: () => void): string {
  try {
    action();
    return "fine";
  } catch (error) {
    if (!(error instanceof Error)) return "no error";
    return `${error.name}: ${error.message}`;
  }
}
console.log(
  run(() => {
    using one = new Failing("one");
    void one;
  }),
);
console.log(
  run(() => {
    using one = new Failing("one");
    throw new Error(`body ${one.name}`);
  }),
);
const made = { [Symbol.dispose](): void {} };
console.log(
  run(() => {
    using none = made;
    void none;
  }),
  text(new TypeError("t")),
);
