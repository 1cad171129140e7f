// `yield*` over an asynchronous iterator written by hand: what is asked of the generator reaches it; and generators seen as iterators.

class Hand implements AsyncIterable<number> {
  [Symbol.asyncIterator](): AsyncIterator<number, string, unknown> {
    let count = 0;
    return {
      async next(value?: unknown): Promise<IteratorResult<number, string>> {
        console.log("next", value);
        count += 1;
        return count > 3 ? { done: true, value: "end" } : { value: count, done: false };
      },
      async return(value?: string): Promise<IteratorResult<number, string>> {
        console.log("return", value);
        return { value: `closed ${value}`, done: true };
      },
      throw(reason?: unknown): Promise<IteratorResult<number, string>> {
        console.log("throw", String(reason));
        return Promise.resolve({ value: 99, done: false });
      },
    };
  }
}
async function* outer(): AsyncGenerator<number, string, string> {
  try {
    const result: unknown = yield* new Hand();
    return `result ${result}`;
  } finally {
    console.log("left");
  }
}
async function main(): Promise<void> {
  {
    const it = outer();
    console.log(await it.next("ignored"));
    console.log(await it.next("a"));
    console.log(await it.throw(new Error("bad")));
    console.log(await it.next("b"));
    console.log(await it.next("c"));
  }
  {
    const it = outer();
    console.log(await it.next("ignored"));
    console.log(await it.return("early"));
    console.log(await it.next("more"));
  }
  {
    const it: AsyncIterator<number, string, string> = outer();
    console.log(await it.next());
    console.log(await it.next("q"));
    console.log(await it.throw?.(new Error("x")));
    console.log(await it.return?.("z"));
  }
  {
    const it = outer();
    console.log(await it.next());
    console.log(await it.return(Promise.resolve("later")));
    const that = outer();
    console.log(await that.next());
    try {
      console.log(await that.return(Promise.reject(new Error("no"))));
    } catch (error) {
      console.log(String(error));
    }
    console.log(await that.next());
  }
  async function* asking(): AsyncGenerator<string, number, number> {
    let sum = 0;
    while (sum < 10) sum += yield `sum ${sum}`;
    return sum;
  }
  const asked: AsyncIterator<string, number, number> = asking();
  console.log(await asked.next(), await asked.next(4), await asked.next(5), await asked.next(6));
  const other: AsyncIterator<string, number, number> = asking();
  console.log(await other.next(), await other.return?.(7));
}
main();
