// new Promise: the executor runs at once; only the first resolve or reject counts; what it throws rejects.

const log: string[] = [];
function show<T>(name: string, promise: Promise<T>): Promise<void> {
  return promise.then(
    (value) => {
      log.push(`${name}: ${value}`);
    },
    (reason) => {
      log.push(`${name} rejected: ${reason instanceof Error ? reason.message : "?"}`);
    },
  );
}

const order: string[] = [];
const first = new Promise<number>((resolve, reject) => {
  order.push("executor");
  resolve(1);
  resolve(2);
  reject(new Error("too late"));
});
order.push("after new");
const second = new Promise<number>((resolve, reject) => {
  reject(new Error("no"));
  resolve(3);
});
const third = new Promise<string>(() => {
  throw new Error("thrown");
});
const fourth = new Promise<string>((resolve) => {
  resolve("kept");
  throw new Error("ignored");
});
const later = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 2));
const nothing = new Promise<void>((resolve) => resolve());

async function main(): Promise<void> {
  console.log(order.join(", "));
  await show("first", first);
  await show("second", second);
  await show("third", third);
  await show("fourth", fourth);
  await show("later", later);
  await show("nothing", nothing);
  for (const line of log) console.log(line);
}
main();
