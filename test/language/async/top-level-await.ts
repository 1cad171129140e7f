// await at the top level of a file: the program goes on when the promise is settled; jobs and timers run meanwhile.

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function load(name: string): Promise<string> {
  await sleep(1);
  return `loaded ${name}`;
}

console.log("start");
queueMicrotask(() => console.log("job"));
const first = await load("first");
console.log(first);
const parts = await Promise.all([load("a"), load("b")]);
console.log(parts.join(", "));
let total = 0;
for (const n of [1, 2, 3]) {
  const add = (): number => n * 10;
  total += await Promise.resolve(add());
}
console.log(total);
if (total > 50) {
  const inner = await load("in a block");
  console.log(inner);
}
try {
  await Promise.reject(new Error("refused"));
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
async function* count(): AsyncGenerator<number> {
  yield 1;
  yield 2;
}
for await (const n of count()) console.log("n", n);
const { x, y } = await Promise.resolve({ x: 1, y: "two" });
console.log(x, y, first.length);
export const last = await load("last");
function useLater(): string {
  return last.toUpperCase();
}
console.log(useLater());
