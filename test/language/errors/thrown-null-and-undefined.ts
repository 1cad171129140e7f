// Anything can be thrown, also null and undefined: something was thrown all the same.

function kindOf(thrown: unknown): string {
  try {
    throw thrown;
  } catch (error) {
    return error === null ? "null" : `${typeof error}:${String(error)}`;
  }
}
console.log(kindOf(null), kindOf(undefined), kindOf(0), kindOf(""), kindOf(false), kindOf(new RangeError("far")));

function passOn(value: string | null | undefined): string {
  const steps: string[] = [];
  try {
    try {
      throw value;
    } catch (error) {
      steps.push(`first ${error}`);
      throw error;
    } finally {
      steps.push("finally");
    }
  } catch (error) {
    steps.push(`second ${error}`);
  }
  return steps.join(", ");
}
console.log(passOn("text"));
console.log(passOn(null));
console.log(passOn(undefined));

// Through calls, loops and generators.
function deep(n: number): number {
  if (n === 0) throw undefined;
  return deep(n - 1) + 1;
}
let caught = 0;
for (let n = 0; n < 3; n++) {
  try {
    deep(n);
  } catch (error) {
    if (error === undefined) caught++;
  }
}
console.log(caught);
function* numbers(): Generator<number> {
  try {
    yield 1;
  } catch (error) {
    yield error === undefined ? 2 : 3;
  }
}
const walk = numbers();
walk.next();
console.log(walk.throw(undefined).value, walk.next().done);

// In promises.
async function fail(thrown: unknown): Promise<string> {
  throw thrown;
}
async function report(thrown: unknown): Promise<void> {
  try {
    console.log(await fail(thrown));
  } catch (error) {
    console.log("rejected with", error === undefined, error === null);
  }
}
report(undefined).then(() => report(null));
