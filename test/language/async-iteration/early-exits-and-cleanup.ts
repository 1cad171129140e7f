// for await left by break, return, throw and labels: the generator's finally, with awaits in it, ends before the loop's caller goes on.

const log: string[] = [];
const tick = async (): Promise<void> => {
  await null;
};
async function* source(name: string): AsyncGenerator<number, void> {
  let n = 0;
  try {
    while (n < 4) {
      await tick();
      yield n++;
    }
    log.push(`${name} ran out`);
  } finally {
    await tick();
    log.push(`${name} closed at ${n}`);
  }
}
async function find(wanted: number): Promise<string> {
  for await (const n of source("find")) if (n === wanted) return `found ${n}`;
  return "nothing";
}
async function attempt(act: () => Promise<string>): Promise<void> {
  try {
    console.log(await act(), log.splice(0).join("; "));
  } catch (error) {
    console.log(String(error), log.splice(0).join("; "));
  }
}
await attempt(() => find(2));
await attempt(() => find(9));
await attempt(async () => {
  for await (const n of source("throw")) if (n === 1) throw new RangeError(`body ${n}`);
  return "?";
});
await attempt(async () => {
  let pairs = 0;
  outer: for await (const a of source("outer")) {
    for await (const b of source("inner")) {
      if (b > a) continue outer;
      if (a === 2) break outer;
      pairs++;
    }
  }
  return `${pairs} pairs`;
});
await attempt(async () => {
  const values: number[] = [];
  for await (const { n, text = "none" } of [{ n: 1 }, Promise.resolve({ n: 2, text: "two" })] as AsyncItem[]) values.push(n, text.length);
  return values.join();
});
type AsyncItem = { n: number; text?: string } | Promise<{ n: number; text?: string }>;
await attempt(async () => {
  const seen: number[] = [];
  const numbers = source("shared");
  for await (const n of numbers) {
    seen.push(n);
    if (n === 0) await numbers.return();
  }
  return seen.join();
});
await attempt(async () => {
  async function* wrapped(): AsyncGenerator<string, void> {
    try {
      for await (const n of source("wrapped")) yield `w${n}`;
    } finally {
      log.push("wrapper closed");
    }
  }
  for await (const text of wrapped()) if (text === "w1") break;
  return "left";
});
