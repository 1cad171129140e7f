// Circles of inner functions inside generators and async functions, and generators in a circle.

function* countdown(start: number): Generator<string> {
  let shown = 0;
  function even(n: number): string {
    shown++;
    return n === 0 ? "even" : odd(n - 1);
  }
  function odd(n: number): string {
    shown++;
    return n === 0 ? "odd" : even(n - 1);
  }
  for (let n = start; n >= 0; n--) {
    yield `${n} ${even(n)} ${shown}`;
    shown += 100;
  }
}
console.log([...countdown(2)].join("; "));

function leaves(limit: number): string {
  const seen: number[] = [];
  function* left(n: number): Generator<number> {
    seen.push(n);
    yield n;
    if (n < limit) yield* right(n * 2);
  }
  function* right(n: number): Generator<number> {
    yield -n;
    if (n < limit) yield* left(n + 1);
  }
  return `${[...left(1)].join()} | ${seen.join()}`;
}
console.log(leaves(20));

async function relay(count: number): Promise<string> {
  let passes = 0;
  async function ping(n: number): Promise<string> {
    passes++;
    return n === 0 ? "ping" : await pong(n - 1);
  }
  async function pong(n: number): Promise<string> {
    passes++;
    await null;
    return n === 0 ? "pong" : await ping(n - 1);
  }
  const last = await ping(count);
  return `${last} ${passes}`;
}
relay(3).then((text) => console.log(text));
relay(4).then((text) => console.log(text));
