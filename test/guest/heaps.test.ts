// Heaps: a program of the system runs with each of the three, as its entry in the manifest asks.

import test from "ava";
import { directBoot, withSession } from "./session.ts";
import { buildTestModules } from "./test-system.ts";

const HEAPS = ["blocks", "list", "bump"] as const;

const modulesPath = buildTestModules(
  "heaps",
  HEAPS.map((heap) => ({
    name: `heap-${heap}`,
    kind: "program" as const,
    main: "test/guest/programs/heap-load.ts",
    heap,
    priority: 16,
    memoryBytes: 4 * 1024 * 1024,
    connects: ["console"],
  })),
);

/** Twenty lists of 0, 20, 40 ... 380 numbers from 0 on; fifty texts with a colon, and commas between them. */
const TOTAL = Array.from({ length: 20 }, (_, round) => (round * 20 * (round * 20 - 1)) / 2).reduce((sum, value) => sum + value, 0);
const TEXTS = Array.from({ length: 50 }, (_, index) => `${index}:${index * index}`).join(",").length;

test("each heap serves a program of the system", async (t) => {
  await withSession({ ...directBoot, modulesPath }, async (session) => {
    for (const heap of HEAPS) t.deepEqual(await session.run(`heap-${heap}`), [`heap total ${TOTAL} texts ${TEXTS}`], heap);
  });
});
