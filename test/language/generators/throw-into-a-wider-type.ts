// A generator that is held as one of a wider type gets what is thrown into it, and its blocks run.
function* careful(): Generator<number, void, unknown> {
  try {
    yield 1;
  } catch (error) {
    console.log("caught", (error as Error).message);
    yield 9;
  } finally {
    console.log("done");
  }
}

const wide: Generator<number | string, void, unknown> = careful();
console.log(wide.next().value);
console.log(wide.throw(new Error("inside")).value);
console.log(wide.next().done, wide.next().done);

const left: Generator<number | string, void, unknown> = careful();
for (const value of left) {
  console.log(value);
  break;
}

function* careless(): Generator<number, void, unknown> {
  yield 1;
  yield 2;
}
const thrown: Generator<number | undefined, void, unknown> = careless();
console.log(thrown.next().value);
try {
  thrown.throw(new Error("passes through"));
} catch (error) {
  console.log((error as Error).message);
}
console.log(thrown.next().done);

function* stubborn(): Generator<number, void, unknown> {
  for (let turn = 0; turn < 4; turn++) {
    try {
      yield turn;
    } catch (error) {
      console.log("ignored", error instanceof Error ? error.message : "?");
    }
  }
}
const again: Generator<number | string, void, unknown> = stubborn();
console.log(
  again.next().value,
  again.throw(new Error("a")).value,
  again.throw(new Error("b")).value,
  again.next().value,
  again.next().done,
);
