// Thenables: objects with a `then` are waited for wherever promises are. Each is asked in a job, and the first answer counts.

class Query<T> implements PromiseLike<T[]> {
  private readonly rows: T[];

  constructor(rows: T[]) {
    this.rows = rows;
  }

  where(test: (row: T) => boolean): Query<T> {
    return new Query(this.rows.filter(test));
  }

  then<A = T[], B = never>(
    onFulfilled?: ((value: T[]) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return Promise.resolve(this.rows).then(onFulfilled, onRejected);
  }
}
const later = {
  then(use: (value: number) => void): void {
    console.log("asked");
    use(5);
    use(6);
  },
};
interface Failing {
  then(use: (text: string) => void, fail: (reason: unknown) => void): void;
}
const failing: Failing = {
  then: (use, fail) => {
    fail(new TypeError("first"));
    use("second");
  },
};
class Throwing {
  protected readonly answer: number = 1;

  then(use: (value: number) => void): void {
    if (this.answer > 0) use(this.answer);
    throw new RangeError("late");
  }
}
class Broken extends Throwing {
  protected override readonly answer = 0;
}

async function direct(): Promise<number> {
  return later;
}
async function either(value: Throwing | Promise<string> | boolean): Promise<number | string | boolean> {
  return await value;
}
async function generic<T>(value: T): Promise<Awaited<T>> {
  return await value;
}
async function main(): Promise<void> {
  console.log(await later, await new Query([1, 2, 3]).where((n) => n > 1), await direct());
  for (const broken of [failing, new Broken()]) {
    try {
      if (broken instanceof Broken) await broken;
      else await failing;
    } catch (error) {
      console.log(String(error));
    }
  }
  console.log(await either(new Throwing()), await either(Promise.resolve("text")), await either(true), await generic(later));
  console.log(await Promise.resolve(1).then((n) => new Query([n])));
  console.log(await Promise.all([later, 1, Promise.resolve("x")]), await Promise.race([new Query(["row"])]));
  const [failed, answered] = await Promise.allSettled([failing, new Throwing()]);
  console.log(failed.status, answered);
}

const log: string[] = [];
const note = (text: string): number => log.push(text);
Promise.resolve()
  .then(() => note("1"))
  .then(() => note("2"))
  .then(() => note("3"))
  .then(() => note("4"));
(async () => {
  await new Throwing();
  note("awaited");
})();
Promise.resolve(0)
  .then(() => new Query([1]))
  .then(() => note("then"));
main().then(() => console.log(log.join()));
