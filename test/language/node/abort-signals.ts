// Abort: a signal is aborted once, with a reason, and tells its listeners.

const controller = new AbortController();
const { signal } = controller;
console.log(signal.aborted, signal.reason);
signal.addEventListener("abort", (event) => console.log("first", event.type, signal.aborted));
const removed = listener("never");
signal.addEventListener("abort", removed);
signal.removeEventListener("abort", removed);
const twice = listener("once");
signal.addEventListener("abort", twice, { once: true });
signal.addEventListener("abort", twice);
signal.onabort = () => console.log("property");
signal.throwIfAborted();

function listener(text: string): NonNullable<AbortSignal["onabort"]> {
  return (event) => console.log(text, event.type);
}

function work(steps: number, stop: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    let done = 0;
    const next = (): void => {
      if (stop.aborted) return reject(stop.reason);
      done++;
      if (done === steps) resolve(done);
      else setTimeout(next, 1);
    };
    next();
  });
}

async function main(): Promise<void> {
  console.log("done", await work(3, new AbortController().signal));
  setTimeout(() => controller.abort(), 5);
  try {
    await work(1_000_000, signal);
  } catch (error) {
    if (error instanceof Error) console.log(error.name, error.message, error instanceof DOMException);
  }
  controller.abort("again");
  console.log(signal.aborted, signal.reason instanceof DOMException);
  signal.addEventListener("abort", () => console.log("too late"));
  try {
    AbortSignal.abort("why").throwIfAborted();
  } catch (error) {
    console.log("thrown", error);
  }
  const own = new AbortController();
  const any = AbortSignal.any([new AbortController().signal, own.signal]);
  any.addEventListener("abort", () => console.log("any", any.reason));
  own.abort(new RangeError("own").message);
  console.log(any.aborted, AbortSignal.any([]).aborted, AbortSignal.any([signal]).aborted);
}
void main();
