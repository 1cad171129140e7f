// Runs kernels compiled to WebAssembly.  node run-wasm.mjs FILE.wasm NAME ROUNDS  ->  "NAME best_ms checksum"

import { readFileSync } from "node:fs";

const [file, kernel, rounds] = process.argv.slice(2);
const abort = (_message, _file, line, column) => {
  throw new Error(`abort at ${line}:${column}`);
};
const { instance } = await WebAssembly.instantiate(readFileSync(file), { env: { abort } });
const run = instance.exports[kernel];
let best = Number.POSITIVE_INFINITY;
let checksum = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  checksum = run();
  best = Math.min(best, performance.now() - start);
}
process.stdout.write(`${kernel} ${best} ${checksum}\n`);
