// How many jobs each step takes: a counter that runs beside shows it.

let ticks = 0;
let isOver = false;
function tick(): void {
  ticks++;
  if (!isOver) queueMicrotask(tick);
}

async function* numbers(): AsyncGenerator<number, string> {
  yield 1;
  yield Promise.resolve(2);
  await null;
  yield 3;
  return "end";
}
async function* outer(): AsyncGenerator<number, void> {
  const returned = yield* numbers();
  console.log("returned", returned, ticks);
}
async function* mixed(): AsyncGenerator<number, void> {
  yield* [10, 20];
}

async function measure(name: string, source: AsyncIterable<number>): Promise<void> {
  ticks = 0;
  for await (const n of source) console.log(name, n, ticks);
  console.log(name, "ends", ticks);
}

async function main(): Promise<void> {
  queueMicrotask(tick);
  await measure("numbers", numbers());
  await measure("outer", outer());
  await measure("mixed", mixed());
  ticks = 0;
  for await (const n of [1, 2]) console.log("array", n, ticks);
  console.log("array ends", ticks);
  ticks = 0;
  for await (const n of [Promise.resolve(1), Promise.resolve(2)]) {
    console.log("promises", n, ticks);
    break;
  }
  console.log("left", ticks);
  isOver = true;
}
main();
