// Jobs, timers and top-level code in order: each await lets the jobs that are queued run first.

console.log("1 begin");
setTimeout(() => console.log("9 timer"), 0);
Promise.resolve()
  .then(() => console.log("3 job"))
  .then(() => console.log("5 second job"));
console.log("2 before await");
await null;
console.log("4 behind await");
await null;
console.log("6 behind second await");
async function inner(): Promise<void> {
  console.log("7 inner");
  await null;
  console.log("8 inner goes on");
}
await inner();
await new Promise<void>((resolve) => setTimeout(resolve, 3));
console.log("10 end");
