// The order of jobs: synchronous code, then jobs first in first out, then timers; each timer's jobs before the next timer.

console.log("1 sync");
setTimeout(() => {
  console.log("7 timer a");
  queueMicrotask(() => console.log("8 job of timer a"));
}, 1);
setTimeout(() => console.log("9 timer b"), 1);
queueMicrotask(() => {
  console.log("3 job");
  queueMicrotask(() => console.log("6 job of a job"));
});
Promise.resolve().then(() => console.log("4 then"));
(async () => {
  console.log("2 async begins");
  await null;
  console.log("5 async goes on");
})();
