// A value of unknown type that is awaited, returned or resolved with may be a promise of anything, or a thenable.

interface Job<T = unknown> {
  run(): Promise<T> | T;
}

class Later {
  constructor(private readonly value: number) {}

  then(settle: (value: number) => void): void {
    settle(this.value * 2);
  }
}

const jobs: Job[] = [];
function add<T>(job: Job<T>): void {
  jobs.push(job);
}
add({ run: async () => [3, 1, 2] });
add({ run: () => "at once" });
add({
  run: async () => {
    throw new RangeError("late");
  },
});
add({ run: () => new Later(21) as unknown });
for (const job of jobs) {
  try {
    const value = await job.run();
    console.log(value, Array.isArray(value) ? (value as number[]).length : typeof value);
  } catch (error) {
    console.log(`${error}`);
  }
}

const mixed: unknown[] = [Promise.resolve(4), 5, (async () => "x")(), null, undefined, { then: 3 }, true, () => 1];
for (const value of mixed) console.log(typeof (await value));

async function given(value: unknown): Promise<unknown> {
  return value;
}
console.log(await given(Promise.resolve([1])), await given(given(2)), await Promise.all([given(1), 2, given(given(3))] as unknown[]));
Promise.resolve(1)
  .then((): unknown => Promise.resolve("inner"))
  .then((value) => console.log(value));
new Promise<unknown>((resolve) => resolve(Promise.resolve("adopted"))).then((value) => console.log(value));
console.log(await Promise.resolve(given(9) as unknown));

const order: string[] = [];
const hidden: unknown = Promise.resolve();
void (async () => {
  await hidden;
  order.push("hidden");
})();
void Promise.resolve()
  .then(() => order.push("first"))
  .then(() => order.push("second"));
await null;
await null;
await null;
console.log(order.join());
