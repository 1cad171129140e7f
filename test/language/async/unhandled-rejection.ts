// A rejection that nobody handles ends the program, after the jobs that were queued.
// Exits: 1

async function fails(): Promise<void> {
  await null;
  throw new Error("nobody listens");
}
fails();
queueMicrotask(() => console.log("jobs still run"));
setTimeout(() => console.log("timers do not"), 1);
console.log("top level ends");
