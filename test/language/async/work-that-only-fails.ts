// Promises of never: what can only fail, queued among work that gives something.

interface Deferred<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason?: unknown) => void;
}

function defer<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (reason?: unknown) => void;
  const promise = new Promise<T>((onDone, onFailure) => {
    resolve = onDone;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}

interface Job {
  run: () => Promise<unknown>;
  done: Deferred<unknown>;
}

class Scheduler {
  readonly #jobs: Job[] = [];

  add<T>(run: () => Promise<T>): Promise<T> {
    const done = defer<T>();
    this.#jobs.push({ run, done: done as Deferred<unknown> });
    void this.#work();
    return done.promise;
  }

  async #work(): Promise<void> {
    await null;
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      try {
        job.done.resolve(await job.run());
      } catch (error) {
        job.done.reject(error);
      }
    }
  }
}

const scheduler = new Scheduler();
const outcomes = await Promise.allSettled([
  scheduler.add(async () => 1),
  scheduler.add(async () => {
    throw new Error("always");
  }),
  scheduler.add(async () => "text"),
]);
for (const outcome of outcomes) console.log(outcome.status, outcome.status === "fulfilled" ? outcome.value : String(outcome.reason));
