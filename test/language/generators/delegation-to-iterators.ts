// `yield*` over an iterator written by hand: values that are sent, exceptions and returns reach it; and generators seen as iterators.

class Hand implements Iterable<number> {
  [Symbol.iterator](): Iterator<number, string, unknown> {
    let count = 0;
    return {
      next(value?: unknown): IteratorResult<number, string> {
        console.log("next", value);
        count += 1;
        return count > 3 ? { done: true, value: "end" } : { value: count, done: false };
      },
      return(value?: string): IteratorResult<number, string> {
        console.log("return", value);
        return { done: true, value: `closed ${value}` };
      },
      throw(reason?: unknown): IteratorResult<number, string> {
        console.log("throw", String(reason));
        return { value: 99, done: false };
      },
    };
  }
}
function* outer(): Generator<number, string, string> {
  const result: unknown = yield* new Hand();
  return `result ${result}`;
}
{
  const it = outer();
  console.log(it.next("ignored"));
  console.log(it.next("a"));
  console.log(it.throw(new Error("bad")));
  console.log(it.next("b"));
  console.log(it.next("c"));
}
{
  const it = outer();
  console.log(it.next("ignored"));
  console.log(it.return("early"));
  console.log(it.next("more"));
}
{
  const it: Iterator<number, string, string> = outer();
  console.log(it.next());
  console.log(it.next("q"));
  console.log(it.throw?.(new Error("x")));
  console.log(it.return?.("z"));
}
function* asking(): Generator<string, number, number> {
  let sum = 0;
  while (sum < 10) sum += yield `sum ${sum}`;
  return sum;
}
const asked: Iterator<string, number, number> = asking();
console.log(asked.next(), asked.next(4), asked.next(5), asked.next(6));
