// Debounce and throttle: timers that are set again and cleared, calls that are joined, all on short real times in a safe order.

function debounce(run: (text: string) => void): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      run(text);
    }, 5);
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => (pending ??= make());
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const typed: string[] = [];
const type = debounce((text) => typed.push(text));
for (const text of ["h", "he", "hel"]) type(text);
await sleep(60);
type("hello");
await sleep(60);
console.log(typed);

let made = 0;
const load = once(async () => {
  made++;
  await sleep(1);
  return `loaded ${made}`;
});
console.log(await Promise.all([load(), load(), load()]), made, await load());

const order: number[] = [];
const cancelled = setTimeout(() => order.push(-1), 0);
setTimeout(() => order.push(2), 30);
setTimeout(() => order.push(1), 0);
clearTimeout(cancelled);
await sleep(80);
console.log(order);
