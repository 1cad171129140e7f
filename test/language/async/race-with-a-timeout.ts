// Whoever loses a race may never be settled: nobody is left who would keep it.
function sleep<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), ms);
  });
}

class TimeoutError extends Error {
  constructor(ms: number) {
    super(`timed out after ${ms}`);
    this.name = "TimeoutError";
  }
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const timer = new Promise<never>((_, reject) => {
    handle = setTimeout(() => reject(new TimeoutError(ms)), ms);
  });
  try {
    return await Promise.race([work, timer]);
  } finally {
    clearTimeout(handle);
  }
}

async function attempt<T>(work: Promise<T>, ms: number): Promise<string> {
  try {
    return `in time: ${await withTimeout(work, ms)}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
  }
}

console.log(await attempt(sleep(30, "slow"), 5));
console.log(await attempt(sleep(2, "fast"), 200));
console.log(await attempt(sleep(2, 42), 200));
console.log(await attempt(new Promise<number>(() => {}), 3));

const never = new Promise<string>(() => {});
const wide: Promise<string | number> = never;
console.log(await Promise.race([wide, never, sleep(1, 5)]));
console.log(await Promise.any([wide, sleep(1, "any")]));
const results = await Promise.all([attempt(sleep(1, "a"), 100), attempt(never, 2)]);
console.log(results.join(" | "));
