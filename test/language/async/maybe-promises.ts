// Values that may be promises or not: await takes one job for either; then, all and return take both.

let ticks = 0;
let isOver = false;
function tick(): void {
  ticks++;
  if (!isOver) queueMicrotask(tick);
}
function cached(isReady: boolean): number | Promise<number> {
  return isReady ? 1 : Promise.resolve(2);
}
async function give(isReady: boolean): Promise<number> {
  return cached(isReady);
}
function either(kind: number): string | Promise<string> | Promise<number> | undefined {
  if (kind === 0) return "plain";
  if (kind === 1) return Promise.resolve("text");
  return kind === 2 ? Promise.resolve(3) : undefined;
}

async function main(): Promise<void> {
  queueMicrotask(tick);
  for (const isReady of [true, false]) {
    ticks = 0;
    const value = await cached(isReady);
    console.log(value, ticks);
  }
  for (const isReady of [true, false]) {
    ticks = 0;
    const value = await give(isReady);
    console.log("returned", value, ticks);
  }
  for (const kind of [0, 1, 2, 3]) {
    ticks = 0;
    const value = await either(kind);
    console.log(value ?? "nothing", ticks);
  }
  const all = await Promise.all([cached(true), cached(false), 5]);
  console.log(all.join());
  ticks = 0;
  console.log(await Promise.resolve(cached(false)), ticks);
  isOver = true;
}
main();
