// Awaited of a type parameter.
async function both<A, B>(a: A, b: B): Promise<[Awaited<A>, Awaited<B>]> {
  return [await a, await b];
}
async function values<T extends Record<string, unknown>>(tasks: T): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const result = {} as { [K in keyof T]: Awaited<T[K]> };
  for (const key of Object.keys(tasks) as (keyof T)[]) result[key] = (await tasks[key]) as Awaited<T[typeof key]>;
  return result;
}
async function cached<F extends () => Promise<unknown>>(load: F): Promise<Awaited<ReturnType<F>>> {
  return (await load()) as Awaited<ReturnType<F>>;
}
async function main(): Promise<void> {
  const [n, s] = await both(Promise.resolve(4), "s");
  console.log(n + 1, s.toUpperCase());
  const got = await values({ count: Promise.resolve(3), name: "x" });
  console.log(got.count * 2, got.name);
  console.log((await cached(async () => [1, 2])).length);
}
void main();
