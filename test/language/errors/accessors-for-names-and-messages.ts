// Accessors of a class for the name and message of its errors: what an error has of its own comes before them.
abstract class BankError extends Error {
  abstract readonly kind: string;
  override get name(): string {
    return `${this.kind}Error`;
  }
}
class Insufficient extends BankError {
  readonly kind = "Insufficient";
  constructor(readonly needed: number) {
    super(`need ${needed}`);
  }
}
class Coded extends Error {
  constructor(
    readonly code: number,
    message?: string,
  ) {
    super(message);
  }
  override get message(): string {
    return `code ${this.code}`;
  }
}
class Counted extends Error {
  #reads = 0;
  override get name(): string {
    return `Counted${this.#reads++}`;
  }
  override set name(name: string) {
    this.#reads += name.length;
  }
}

function firstLine(error: Error): string {
  return (error.stack ?? "").split("\n")[0];
}

const counted = new Counted();
counted.name = "four";
const list: Error[] = [new Insufficient(4), new Error("plain"), counted, new Coded(5), new Coded(6, "given")];
for (const error of list) {
  console.log(error.name, error.message, String(error), `${error}`, error.toString());
  console.log(firstLine(error), JSON.stringify(error));
}
console.log(new Coded(7).message, new Insufficient(8).name);

function show(thrown: unknown): void {
  if (thrown instanceof Error) console.log(thrown.name, thrown.message);
  console.log(String(thrown));
}
for (const error of list) show(error);

const named: { readonly name: string; message: string } = list[0];
console.log(named.name, named.message);
try {
  list[0].name = "other";
} catch (error) {
  console.log(error instanceof TypeError);
}
const coded: Error = new Coded(9, "own");
coded.message = "changed";
console.log(coded.message);

const stacked = new Error("first");
console.log(firstLine(stacked));
stacked.message = "second";
console.log(firstLine(stacked), stacked.message);
stacked.stack = "written";
console.log(stacked.stack);
