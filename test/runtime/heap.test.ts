// Heaps: each of the three under a random load.

import { readFileSync } from "node:fs";
import test from "ava";
import { heapNames } from "../../compiler/frontend/load.ts";
import { readSymbols } from "../build/elf-symbols.ts";
import { compileForLinux, run } from "./linux-program.ts";

for (const isOptimised of [false, true]) {
  test(`heaps hand out aligned, zeroed blocks that do not overlap${isOptimised ? ", optimised" : ""}`, (t) => {
    const result = run(compileForLinux("test/runtime/programs/heap-patterns.ts", isOptimised));
    t.deepEqual(result, { status: 0, stdout: "true true true\n", stderr: "" });
  });
}

/** Functions of which only programs with that heap have one. */
const OWN_FUNCTION = { blocks: "cutBlock", list: "takeFirstFit", bump: "bumpAllocate" };

for (const heap of heapNames) {
  test(`a program that is compiled with the heap ${heap} works and has no other in it`, (t) => {
    const executable = compileForLinux("test/runtime/programs/heap-choice.ts", false, heap);
    t.deepEqual(run(executable), { status: 0, stdout: "582075000\n", stderr: "" });
    t.deepEqual(run(executable, { TSM_DEBUG_HEAP: "1" }), { status: 0, stdout: "582075000\n", stderr: "" });
    const symbols = new Set(readSymbols(readFileSync(executable)).map(({ name }) => name));
    t.true(symbols.has(OWN_FUNCTION[heap]));
    // Large blocks of the fixed-size-block heap are the list's.
    for (const other of heapNames.filter((name) => name !== heap && name !== "list")) t.false(symbols.has(OWN_FUNCTION[other]), other);
    t.is(symbols.has(OWN_FUNCTION.list), heap !== "bump");
  });
}
