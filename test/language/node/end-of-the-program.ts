// The end: listeners hear the status, may change it, and run once.

process.on("exit", (code) => {
  console.log("first listener", code, process.exitCode);
  process.exitCode = 4;
});
process.on("exit", () => {
  console.log("second listener", process.exitCode);
  setTimeout(() => console.log("never"), 0);
});
process.exitCode = 2;
setTimeout(() => {
  console.log("timer");
  try {
    process.exit();
  } finally {
    console.log("exit does not come back");
  }
}, 1);
setTimeout(() => console.log("never"), 50);
