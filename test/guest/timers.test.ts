// Timers: a program of the system sleeps with setTimeout and top-level await, and its timers run in order.

import test from "ava";
import { directBoot, withSession } from "./session.ts";
import { buildTestModules } from "./test-system.ts";

const modulesPath = buildTestModules("timers", [
  {
    name: "timers",
    kind: "program",
    main: "test/guest/programs/timers.ts",
    priority: 16,
    memoryBytes: 4 * 1024 * 1024,
    connects: ["console"],
  },
]);

test("timers of a program run in the order of their times while it sleeps", async (t) => {
  await withSession({ ...directBoot, modulesPath }, async (session) => {
    t.deepEqual(await session.run("timers"), ["order code, job, 10, job of 10, 20, 60", "turns 3 waited true"]);
  });
});
