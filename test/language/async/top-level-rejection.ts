// A rejected top-level await that is not caught ends the program with status 1, when the jobs that are queued have run.

console.log("before");
Promise.resolve().then(() => console.log("job"));
await Promise.reject(new Error("not caught"));
console.log("never");
