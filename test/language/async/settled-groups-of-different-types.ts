// Promise.allSettled and all of promises of different types give a tuple: each place has the type of its own promise.

interface User {
  name: string;
}

function show(result: PromiseSettledResult<unknown>): string {
  return result.status === "fulfilled" ? `ok ${String(result.value)}` : `failed ${(result.reason as Error).message}`;
}

/** Either of two promises: what it gives is known when it is there. */
function either(isNumber: boolean): Promise<number> | Promise<string> {
  return isNumber ? Promise.resolve(7) : Promise.resolve("seven");
}

async function later<T>(value: T, turns: number): Promise<T> {
  for (let i = 0; i < turns; i++) await null;
  return value;
}

async function main(): Promise<void> {
  const user: Promise<User> = later({ name: "Ann" }, 3);
  const [count, name, found, missing] = await Promise.allSettled([later(3, 5), "given", user, Promise.reject(new RangeError("none"))]);
  console.log(count.status === "fulfilled" ? count.value + 1 : -1);
  console.log(name.status === "fulfilled" ? name.value.length : -1);
  if (found.status === "fulfilled") console.log(found.value.name);
  if (missing.status === "rejected") console.log(missing.reason instanceof RangeError);
  console.log(show(count), show(name), show(missing));
  console.log([count, name]);

  const [number, text] = await Promise.all([either(true), later("last", 4)]);
  console.log(number, text);
  console.log(await Promise.all([either(false), either(true), later(true, 1)]));
  console.log(await Promise.allSettled([either(false), Promise.reject(5)]));
  console.log(await Promise.race([later(1, 9), later("quick", 2)]));
  console.log(await Promise.any([Promise.reject(1), later("first", 2), later(true, 6)]));
}

main();
