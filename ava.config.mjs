// ava: each test file in a process of its own, two at a time, so that guests and compilers do not starve each other.

export default {
  files: ["build/host/test/**/*.test.mjs"],
  require: ["./scripts/test/file-clock.mjs"],
  timeout: "120s",
  concurrency: 2,
  workerThreads: false,
  // Most tests compile: as in compiler/support/engine.ts, but sooner, since the interpreter of the IR is hot for long.
  nodeArguments: ["--interrupt-budget=400000"],
};
