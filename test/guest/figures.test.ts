// Figures: what the basic operations may cost at most, in guest instructions. Counts repeat exactly, so they can be held to.
// The limits are the plan's (docs/design/kernel.md, "Figures to beat").

import test from "ava";
import { countOperations } from "../../scripts/bench/ipc.ts";

const LIMITS: Readonly<Record<string, number>> = {
  "null syscall": 70,
  "call + reply, two processes": 400,
  "interrupt to driver": 350,
};

test("syscalls, messages and interrupts cost no more instructions than planned", async (t) => {
  const operations = await countOperations();
  t.deepEqual(operations.map(({ name }) => name).sort(), Object.keys(LIMITS).sort());
  for (const { name, median } of operations) {
    t.true(median > 0 && median <= (LIMITS[name] ?? 0), `${name}: ${median} instructions, at most ${LIMITS[name]} are planned`);
  }
});
