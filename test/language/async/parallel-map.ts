// Parallel map: workers that share one list of work, results in the order of the inputs, and stopping on the first error.

async function parallelMap<T, R>(values: readonly T[], workers: number, map: (value: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const found = new Map<number, R>();
  let next = 0;
  let isStopped = false;
  const worker = async (): Promise<void> => {
    while (next < values.length && !isStopped) {
      const index = next++;
      try {
        found.set(index, await map(values[index], index));
      } catch (error) {
        isStopped = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  for (let index = 0; index < values.length; index++) {
    const result = found.get(index);
    if (result !== undefined) results.push(result);
  }
  return results;
}

const ticks = async (count: number): Promise<void> => {
  for (let tick = 0; tick < count; tick++) await null;
};

const log: string[] = [];
const doubled = await parallelMap([5, 1, 4, 2, 3], 2, async (value, index) => {
  log.push(`start ${index}`);
  await ticks(value);
  log.push(`end ${index}`);
  return value * 2;
});
console.log(doubled, log.join(" "));
log.length = 0;
try {
  await parallelMap(["a", "b", "c", "d"], 2, async (value) => {
    log.push(value);
    await ticks(2);
    if (value === "b") throw new Error("b failed");
    return value;
  });
} catch (error) {
  console.log(error instanceof Error ? error.message : "?", log.join(""));
}
const none: number[] = [];
console.log(
  (await parallelMap(none, 3, async (value) => `${value}`)).length,
  (await parallelMap([1, 2], 5, async (value) => `${value}!`)).join(),
);
