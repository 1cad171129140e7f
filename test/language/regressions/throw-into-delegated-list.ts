// Throwing into a generator that walks over a list by yield*: a list has no method for that, a generator has, an own iterator is closed.

function* ofList(): Generator<number, void, unknown> {
  try {
    yield* [1, 2, 3];
  } catch (error) {
    console.log(error instanceof TypeError, error instanceof Error ? error.message : "");
    yield 99;
  } finally {
    console.log("list left");
  }
}

function* inner(): Generator<number, void, unknown> {
  try {
    yield 1;
    yield 2;
  } catch (error) {
    console.log("inner", error instanceof Error ? error.message : "");
    yield 50;
  }
}

function* ofGenerator(): Generator<number, void, unknown> {
  yield* inner();
  yield 60;
}

class Countdown implements Iterable<number> {
  [Symbol.iterator](): Iterator<number> {
    let left = 3;
    return {
      next: (): IteratorResult<number> => (left > 0 ? { done: false, value: left-- } : { done: true, value: undefined }),
      return: (): IteratorResult<number> => {
        console.log("closed at", left);
        return { done: true, value: undefined };
      },
    };
  }
}

function* ofIterator(): Generator<number, void, unknown> {
  yield* new Countdown();
}

for (const make of [ofList, ofGenerator, ofIterator]) {
  const source = make();
  console.log(source.next().value);
  try {
    const thrown = source.throw(new Error("from outside"));
    console.log(thrown.value, thrown.done, source.next().value);
  } catch (error) {
    console.log("thrown", error instanceof TypeError);
  }
  console.log(source.next().done);
}
