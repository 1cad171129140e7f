// ava: each test file in a process of its own, two at a time, so that guests and compilers do not starve each other.

export default {
  files: ["build/host/test/**/*.test.mjs"],
  require: ["./scripts/test/file-clock.mjs"],
  timeout: "120s",
  concurrency: 2,
  workerThreads: false,
  // Most tests compile: as in compiler/support/engine.ts, but sooner, since the interpreter of the IR is hot for long.
  // And they make many objects that end soon: with V8's own 16 MiB for the young ones a fifth of the time went into moving them.
  nodeArguments: ["--interrupt-budget=400000", "--max-semi-space-size=64"],
};
