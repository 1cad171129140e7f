// Ticks run before the jobs of promises, except for those of a module's top level; immediates after timers that are due.

console.log("start");
setTimeout(() => {
  console.log("timer");
  Promise.resolve().then(() => console.log("job of timer"));
  process.nextTick(() => console.log("tick of timer"));
  setTimeout(() => console.log("later timer"), 1);
  setImmediate(() => console.log("immediate of timer"));
}, 1);

process.nextTick(() => {
  console.log("tick 1");
  Promise.resolve().then(() => {
    console.log("job of tick");
    process.nextTick(() => console.log("tick of job"));
    queueMicrotask(() => console.log("job of job"));
  });
  process.nextTick(() => console.log("tick of tick"));
});
process.nextTick((a: number, b: string) => console.log("tick 2", a, b), 1, "b");
queueMicrotask(() => console.log("job 1"));

async function run(): Promise<void> {
  console.log("before await");
  await null;
  console.log("after await");
  await new Promise<void>((resolve) => process.nextTick(resolve));
  console.log("after a tick");
}
void run();
console.log("end");
