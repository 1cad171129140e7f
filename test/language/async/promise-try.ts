// Promise.try calls at once; what is thrown rejects, and a promise that comes back is followed. Node 20 has none: see the .out file.

const log: string[] = [];
const first = Promise.try(() => {
  log.push("called");
  return "result";
});
log.push("after");
console.log(await first, log.join());
console.log(await Promise.try(async (n: number) => n * 2, 4), await Promise.try((text: string, n: number) => text.repeat(n), "x", 3));
try {
  await Promise.try(() => {
    throw new RangeError("thrown");
  });
} catch (error) {
  console.log(String(error));
}
function maybe(n: number): number | Promise<number> {
  if (n < 0) throw new TypeError("negative");
  return n > 1 ? Promise.resolve(n) : n;
}
for (const n of [-1, 1, 2]) console.log(await Promise.try(maybe, n).catch((error: unknown) => String(error)));
await Promise.try(() => {});
Promise.try(async () => {
  await null;
  throw new Error("later");
}).then(
  () => console.log("never"),
  (error: Error) => console.log(error.message),
);
