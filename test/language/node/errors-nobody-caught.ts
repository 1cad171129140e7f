// A listener for errors that nothing caught: the program goes on with the next turn.

process.on("uncaughtException", (error) => {
  console.log("heard", error instanceof Error, error.message);
});

setTimeout(() => {
  console.log("timer 1");
  throw new RangeError("of a timer");
}, 1);
setTimeout(() => console.log("timer 2"), 5);
setImmediate(() => {
  throw new Error("of an immediate");
});
process.nextTick(() => {
  throw new TypeError("of a tick");
});
setTimeout(() => {
  process.exitCode = 6;
}, 10);
