// Heaps: each of the three under a random load.

import test from "ava";
import { compileForLinux, run } from "./linux-program.ts";

for (const isOptimised of [false, true]) {
  test(`heaps hand out aligned, zeroed blocks that do not overlap${isOptimised ? ", optimised" : ""}`, (t) => {
    const result = run(compileForLinux("test/runtime/programs/heap-patterns.ts", isOptimised));
    t.deepEqual(result, { status: 0, stdout: "true true true\n", stderr: "" });
  });
}

test("TSM_HEAP chooses the heap, and each does the work", (t) => {
  const executable = compileForLinux("test/runtime/programs/heap-choice.ts", true);
  for (const [index, heap] of ["blocks", "list", "bump"].entries()) {
    t.deepEqual(run(executable, { TSM_HEAP: heap }), { status: 0, stdout: `${index}\n582075000\n`, stderr: "" });
  }
});
