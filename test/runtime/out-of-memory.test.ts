// Running out of memory: an exception where the program can catch one, otherwise a panic.

import { spawnSync } from "node:child_process";
import test from "ava";
import { compileForLinux } from "./linux-program.ts";

const ADDRESS_SPACE_KIB = 65536;

/** Runs an executable that Linux gives no more than 64 MiB. */
function runLimited(executable: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", `ulimit -v ${ADDRESS_SPACE_KIB} && exec "$0"`, executable], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

for (const heap of ["blocks", "list"] as const) {
  test(`${heap}: what was given back can be used again after the exception`, (t) => {
    const executable = compileForLinux("test/runtime/programs/out-of-memory.ts", true, heap);
    const caught = "true out of memory\n";
    const stdout = `${caught}${caught}true true\narray true true\ndone\n`;
    t.deepEqual(runLimited(executable), { status: 0, stdout, stderr: "" });
  });
}

test("a program that catches nothing ends with a panic that names the line", (t) => {
  const result = runLimited(compileForLinux("test/runtime/programs/memory-hog.ts", true));
  t.is(result.status, 70);
  t.regex(result.stderr, /^panic: out of memory\n[\s\S]* at hog \(test\/runtime\/programs\/memory-hog.ts:9\)/);
});
