// Retry: attempts with growing waits, errors that are final, and the last error when all are used up.

class Final extends Error {}

async function retry<T>(attempts: number, work: (attempt: number) => Promise<T>, onWait: (wait: number) => void): Promise<T> {
  let last: unknown = new Error("never tried");
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (error instanceof Final) throw error;
      last = error;
      if (attempt < attempts) {
        const wait = 2 ** (attempt - 1);
        onWait(wait);
        await new Promise<void>((resolve) => setTimeout(resolve, wait));
      }
    }
  }
  throw last;
}

async function report(name: string, attempts: number, work: (attempt: number) => Promise<string>): Promise<void> {
  const waits: number[] = [];
  try {
    console.log(name, await retry(attempts, work, (wait) => waits.push(wait)), waits.join());
  } catch (error) {
    console.log(name, error instanceof Final ? "final" : "failed", error instanceof Error ? error.message : "?", waits.join());
  }
}

const failUntil =
  (good: number) =>
  async (attempt: number): Promise<string> => {
    if (attempt < good) throw new Error(`attempt ${attempt}`);
    return `worked at ${attempt}`;
  };

await report("at once", 3, failUntil(1));
await report("third", 4, failUntil(3));
await report("never", 3, failUntil(9));
await report("none", 0, failUntil(1));
await report("final", 5, (attempt) => (attempt === 2 ? Promise.reject(new Final("stop")) : Promise.reject(new Error("again"))));
