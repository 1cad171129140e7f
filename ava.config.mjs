export default {
  files: ["build/host/test/**/*.test.mjs"],
  timeout: "120s",
  workerThreads: false,
};
