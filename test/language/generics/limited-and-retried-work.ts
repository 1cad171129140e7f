// Functions that make generic async functions: how many run at once, how often each is tried, what was asked for before.

function limit(most: number) {
  let active = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (active >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    active++;
    try {
      return await work();
    } finally {
      active--;
      waiting.shift()?.();
    }
  };
}
const run = limit(2);
let running = 0;
let peak = 0;
const job = (name: string) => async (): Promise<string> => {
  peak = Math.max(peak, ++running);
  await Promise.resolve();
  running--;
  return name;
};
const names = await Promise.all(["a", "b", "c", "d"].map((name) => run(job(name))));
console.log(names, "at most", peak);
console.log((await run(async () => 40)) + 2, await run(async () => [true]));
try {
  await run(async () => {
    throw new RangeError("failed");
  });
} catch (error) {
  console.log((error as Error).message);
}

function retrying(attempts: number): <T>(work: (attempt: number) => T) => T | undefined {
  return (work) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        return work(attempt);
      } catch {
        console.log("attempt", attempt, "failed");
      }
    }
    return undefined;
  };
}
const retry = retrying(2);
const flaky = (attempt: number): string => {
  if (attempt < 2) throw new Error("no");
  return `ok after ${attempt}`;
};
console.log(
  retry(flaky),
  retry((n) => n * 10),
);
const never = retry((): number => {
  throw new Error("never");
});
console.log(never);
