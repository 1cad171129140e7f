// An async function returns a promise on one side of a condition, and a value on the other.

async function later(isNow: boolean): Promise<number | undefined> {
  return isNow ? undefined : new Promise((resolve) => resolve(4));
}
const inArrow = async (n: number): Promise<string> =>
  n > 1 ? "many" : n === 1 ? Promise.resolve("one") : later(false).then((four) => `none, ${four}`);
async function guarded(fails: boolean): Promise<string> {
  try {
    return fails ? Promise.reject(new Error("not caught here")) : "fine";
  } finally {
    console.log("left", fails);
  }
}
async function inferred(isText: boolean) {
  return isText ? "text" : new Promise<string>((resolve) => resolve("promised"));
}
async function main(): Promise<void> {
  console.log(await later(true), await later(false));
  for (const n of [2, 1, 0]) console.log(await inArrow(n));
  console.log(await guarded(false));
  try {
    console.log(await guarded(true));
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
  console.log(await inferred(true), await inferred(false));
}
main();
