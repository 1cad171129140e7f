// Groups of promises: all, allSettled, any, race, withResolvers, with plain values, none, and several failures.

const later = <T>(value: T, ms: number): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));
const failing = (text: string, ms: number): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error(text)), ms));
const shown = async (promise: Promise<unknown>): Promise<string> => {
  try {
    return JSON.stringify(await promise);
  } catch (error) {
    if (error instanceof AggregateError) return `${error.message}: ${error.errors.map(String).join()}`;
    return String(error);
  }
};
console.log(
  await shown(Promise.all([later(1, 3), 2, later("c", 1)])),
  await shown(Promise.all([])),
  await shown(Promise.all([later(1, 1), failing("no", 2)])),
);
console.log(await shown(Promise.race([later("slow", 9), later("fast", 1)])), await shown(Promise.race([failing("first", 1), later(1, 5)])));
console.log(await shown(Promise.any([failing("a", 1), later("b", 2)])), await shown(Promise.any([failing("a", 2), failing("b", 1)])));
const refusing = later(0, 1).then((): number => {
  throw new Error("x");
});
const both: Promise<number>[] = [later(1, 2), refusing];
const settled = await Promise.allSettled(both);
console.log(settled.map((one) => (one.status === "fulfilled" ? `ok ${one.value}` : String(one.reason))).join("; "));
const order: string[] = [];
queueMicrotask(() => order.push("microtask"));
setTimeout(() => order.push("timeout"), 0);
void Promise.resolve()
  .then(() => order.push("then"))
  .finally(() => order.push("finally"));
order.push("sync");
await later(null, 5);
console.log(order.join());
let ticks = 0;
const interval = setInterval(() => {
  ticks++;
  if (ticks === 3) clearInterval(interval);
}, 1);
const cancelled = setTimeout(() => console.log("never"), 1);
clearTimeout(cancelled);
await later(null, 15);
console.log(
  ticks,
  await Promise.resolve(later("nested", 1)),
  await Promise.reject(new Error("caught")).catch((error: unknown) => String(error)),
);
