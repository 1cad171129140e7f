// Semaphore: never more than so many at work, waiting in order of arrival, permits given back on failure.

class Semaphore {
  private readonly waiting: (() => void)[] = [];
  private free: number;
  constructor(count: number) {
    this.free = count;
  }
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free--;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free++;
      else next();
    }
  }
}

const log: string[] = [];
let active = 0;
let most = 0;

async function job(name: string, ticks: number): Promise<string> {
  most = Math.max(most, ++active);
  log.push(`+${name}`);
  for (let tick = 0; tick < ticks; tick++) await null;
  active--;
  log.push(`-${name}`);
  if (name === "c") throw new Error("c broke");
  return name.toUpperCase();
}

const semaphore = new Semaphore(2);
const jobs = [
  ["a", 3],
  ["b", 1],
  ["c", 2],
  ["d", 0],
  ["e", 4],
  ["f", 1],
] as [string, number][];
const results = await Promise.allSettled(jobs.map(([name, ticks]) => semaphore.use(() => job(name, ticks))));
console.log(log.join(" "));
for (const result of results)
  console.log(result.status === "fulfilled" ? result.value : result.reason instanceof Error ? result.reason.message : "?");
console.log(most, active);
