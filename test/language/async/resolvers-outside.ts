// Promise.withResolvers, and functions that take a PromiseLike: of several types in one program. Node 20 does not have the first: what it
// should print is beside this, by the text of ECMAScript.

const text = Promise.withResolvers<string>();
setTimeout(text.resolve, 1, "by a timer");
text.promise.then((value) => console.log(value));

const { promise, resolve, reject } = Promise.withResolvers<number>();
promise.catch((error: Error) => console.log(error.message));
reject(new Error("rejected first"));
resolve(5);

const done = Promise.withResolvers<void>();
done.promise.then(() => console.log("void"));
done.resolve();

let keep: (value: string | PromiseLike<string>) => void = () => {};
const kept = new Promise<string>((settle) => {
  keep = settle;
});
kept.then((value) => console.log("kept", value));
keep(Promise.resolve("for later"));

async function next(given: PromiseLike<number>): Promise<number> {
  return (await given) + 1;
}

class Gate {
  private readonly opened = Promise.withResolvers<boolean>();
  open(isWide: boolean | PromiseLike<boolean>): void {
    this.opened.resolve(isWide);
  }
  passed(): Promise<boolean> {
    return this.opened.promise;
  }
}
const gate = new Gate();
gate.passed().then((isWide) => console.log("gate", isWide));
gate.open(Promise.resolve(true));
console.log(await next(Promise.resolve(2)), await gate.passed());
