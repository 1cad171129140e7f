// Heaps: each of the three under a random load.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "ava";
import { heapNames } from "../../compiler/frontend/load.ts";
import { readSymbols } from "../build/elf-symbols.ts";
import { compileForLinux, run } from "./linux-program.ts";

const programs = "test/runtime/programs";

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

for (const heap of heapNames) {
  test(`${heap}: random sequences of all sizes against a list of what is alive`, (t) => {
    t.deepEqual(run(compileForLinux(`${programs}/heap-model.ts`, true, heap)), { status: 0, stdout: "true\n", stderr: "" });
  });
}

test("four neighbours of the linked-list heap are joined in whatever order they are freed", (t) => {
  t.deepEqual(run(compileForLinux(`${programs}/heap-coalescing.ts`, true)), { status: 0, stdout: "24\n", stderr: "" });
});

const REUSED = ["begin", "as many as were given back", "cut into small ones", "joined to large ones", ""].join("\n");
const AFTER_EXHAUSTION = { blocks: REUSED, list: REUSED, bump: "begin\nnone comes back\nnot cut\nnot joined\n" };
const ADDRESS_SPACE_KIB = 20_000;

for (const heap of heapNames) {
  test(`${heap}: goes on after memory was out, with what was given back`, (t) => {
    const executable = compileForLinux(`${programs}/heap-exhaustion.ts`, true, heap);
    const { status, stdout, stderr } = spawnSync("sh", ["-c", `ulimit -v ${ADDRESS_SPACE_KIB} && exec "$0"`, executable], {
      encoding: "utf8",
    });
    t.deepEqual({ status, stdout, stderr }, { status: 0, stdout: AFTER_EXHAUSTION[heap], stderr: "" });
  });
}

/** First words of the panic, and the line of the program that is to blame. */
const MISUSES: readonly (readonly [misuse: string, message: string, culprit: RegExp])[] = [
  ["double-free", "panic: heap: a block is freed twice", /at misuse \(.*heap-misuse\.ts:13\)/],
  ["wrong-size", "panic: heap: a block is freed with another size than it has", /at misuse \(.*heap-misuse\.ts:15\)/],
  ["foreign-address", "panic: heap: what is freed is no block", /at misuse \(.*heap-misuse\.ts:17\)/],
  ["write-behind", "panic: heap: something was written behind the end of a block", /at misuse \(.*heap-misuse\.ts:21\)/],
  ["write-after-free", "panic: heap: a block was written to after it was freed", /200 bytes, made by heap-misuse \(.*heap-misuse\.ts:37\)/],
  ["early-write-after-free", "panic: heap: a block was written to after it was freed", /at misuse \(.*heap-misuse\.ts:29\)/],
];

for (const heap of heapNames) {
  test(`${heap}: misuse is found and named in a checked program`, (t) => {
    const executable = compileForLinux(`${programs}/heap-misuse.ts`, true, heap);
    for (const [misuse, message, culprit] of MISUSES) {
      const { status, stdout, stderr } = run(executable, { MISUSE: misuse, TSM_DEBUG_HEAP: "1" });
      t.is(status, 70, misuse);
      t.true(stderr.split("\n").includes(message), stderr);
      t.regex(stderr, culprit);
      t.is(stdout, misuse === "write-after-free" ? "end\n" : "", "found where it happens, or when the memory is used again");
    }
    t.deepEqual(run(executable, { MISUSE: "none", TSM_DEBUG_HEAP: "1" }), { status: 0, stdout: "end\n", stderr: "" });
  });

  test(`${heap}: what refers to itself is reported at the end, with its type, its size and the line that made it`, (t) => {
    const executable = compileForLinux(`${programs}/heap-leaks.ts`, true, heap);
    const { status, stdout, stderr } = run(executable, { TSM_DEBUG_HEAP: "1" });
    t.is(status, 71);
    t.is(stdout, "8\n");
    const file = `${programs}/heap-leaks.ts`;
    t.deepEqual(stderr.trimEnd().split("\n").sort(), [
      `leak: Array<f64>, 24 bytes, made by Holder.fields (${file}:11)`,
      `leak: Cell, 24 bytes, made by makePair (${file}:16)`,
      `leak: Cell, 24 bytes, made by makePair (${file}:17)`,
      `leak: Holder, 24 bytes, made by makeHolder (${file}:24)`,
      `leak: memory, 24 bytes, made by Holder.fields (${file}:11)`,
    ]);
    t.deepEqual(run(executable), { status: 0, stdout: "8\n", stderr: "" });
  });
}

test("a long report of leaks names twenty and counts the rest", (t) => {
  const { status, stderr } = run(compileForLinux(`${programs}/heap-many-leaks.ts`, true), { TSM_DEBUG_HEAP: "1" });
  const lines = stderr.trimEnd().split("\n");
  t.is(status, 71);
  t.deepEqual(new Set(lines.slice(0, 20)), new Set([`leak: Ring, 16 bytes, made by makeRing (${programs}/heap-many-leaks.ts:8)`]));
  t.deepEqual(lines.slice(20), ["leak: 10 more"]);
});
