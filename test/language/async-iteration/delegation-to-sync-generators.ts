// yield* in an async generator over an ordinary generator: values, exceptions and returns go in, promises that it yields are awaited.

function* inner(): Generator<number | Promise<number>, string, string> {
  let said = "";
  try {
    said += yield 1;
    said += yield Promise.resolve(2);
    try {
      said += yield 3;
    } catch (error) {
      console.log("inner caught", error instanceof Error ? error.message : "?");
      said += yield 4;
    }
  } finally {
    console.log("inner ends", said);
  }
  return said;
}
async function* outer(): AsyncGenerator<number, string, string> {
  const result = yield* inner();
  console.log("inner returned", result);
  return `outer ${result}`;
}
class Ticker implements AsyncIterable<number> {
  [Symbol.asyncIterator](): AsyncIterator<number> {
    let n = 0;
    return {
      next: () => Promise.resolve<IteratorResult<number>>({ done: false, value: ++n }),
      return: async () => {
        console.log("ticker closed");
        return { done: true, value: undefined };
      },
    };
  }
}
async function* ofTicker(): AsyncGenerator<number> {
  yield* new Ticker();
}
async function* ofList(): AsyncGenerator<number> {
  try {
    yield* [1, 2];
  } catch (error) {
    console.log("list", error instanceof Error ? error.message : "?");
    yield 9;
  }
}

const walk = outer();
console.log((await walk.next("lost")).value);
console.log((await walk.next("a")).value);
console.log((await walk.next("b")).value);
console.log((await walk.throw(new Error("in"))).value);
const end = await walk.next("c");
console.log(end.done, end.value);
const left = outer();
await left.next();
const returned = await left.return("given");
console.log(returned.done, returned.value);
const ticking = ofTicker();
await ticking.next();
try {
  await ticking.throw(new Error("thrown in"));
} catch (error) {
  console.log(error instanceof TypeError, error instanceof Error ? error.message : "?");
}
const list = ofList();
await list.next();
console.log((await list.throw(new Error("thrown in"))).value, (await list.next()).done);
