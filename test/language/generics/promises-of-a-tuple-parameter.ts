// Promises of several types in a list whose type comes from a tuple parameter: each is one of an unknown value.

function report<L extends readonly unknown[]>(...promises: { [K in keyof L]: Promise<L[K]> }): number {
  let count = 0;
  for (const promise of promises) {
    promise.then((value) => console.log("settled", value)).catch((error: unknown) => console.log("failed", String(error)));
    count++;
  }
  return count;
}
console.log(report<[number, string]>(Promise.resolve(4), Promise.resolve("x")));
console.log(report<[boolean, number]>(Promise.reject(new Error("no")), Promise.resolve(0.5)));

async function inOrder<L extends readonly unknown[]>(...promises: { [K in keyof L]: Promise<L[K]> }): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const promise of promises) values.push(await promise);
  return values;
}
console.log(await inOrder<[number, string, null]>(Promise.resolve(1), Promise.resolve("two"), Promise.resolve(null)));
