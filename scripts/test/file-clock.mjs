// File clock: how long each test file takes, written by the file's own process as it ends.

import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import test from "ava";

const target = process.env.TEST_TIMES;
if (target !== undefined) {
  process.once("exit", () => {
    const file = fileURLToPath(test.meta.file);
    appendFileSync(target, `${JSON.stringify({ file, elapsedMs: Math.round(performance.now()) })}\n`);
  });
}
