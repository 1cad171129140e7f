// Idle: at the prompt nothing runs: no daemon polls, no interrupt repeats without a cause.

import { readFileSync } from "node:fs";
import test from "ava";
import { readInterrupts, readProcesses, readUptime } from "./reports.ts";
import { directBoot, type Session, withSession } from "./session.ts";

/** Of /proc/PID/stat, as Linux reports them to user space. */
const CLOCK_TICKS_PER_SECOND = 100;
const IDLE_MS = 1500;

interface VirtualProcessor {
  "thread-id": number;
}

/** Host processor time that the guest's first processor has used, in milliseconds. */
async function processorTimeMs(session: Session): Promise<number> {
  const [first] = (await session.guest.control.command("query-cpus-fast")) as VirtualProcessor[];
  if (first === undefined) throw session.guest.failure("the machine has no processor");
  const fields = readFileSync(`/proc/${first["thread-id"]}/stat`, "latin1")
    .replace(/^.*\) /, "")
    .split(" ");
  const [userTicks = 0, systemTicks = 0] = [Number(fields[11]), Number(fields[12])];
  return ((userTicks + systemTicks) * 1000) / CLOCK_TICKS_PER_SECOND;
}

test("an idle guest leaves the host's processor alone", async (t) => {
  await withSession(directBoot, async (session) => {
    await session.run("echo warm");
    await session.idle(200);
    const before = await processorTimeMs(session);
    await session.idle(IDLE_MS);
    const used = (await processorTimeMs(session)) - before;
    t.true(used <= IDLE_MS * 0.15, `${used} ms of processor time in ${IDLE_MS} ms at the prompt`);
  });
});

test("the kernel counts idle time, and no process runs while nobody types", async (t) => {
  await withSession(directBoot, async (session) => {
    await session.run("echo warm");
    const before = readProcesses(await session.run("ps"));
    const start = readUptime(await session.run("uptime"));
    await session.idle(2 * IDLE_MS);
    const end = readUptime(await session.run("uptime"));
    const after = readProcesses(await session.run("ps"));
    const passed = end.seconds - start.seconds;
    const idlePercent = (end.seconds * end.idlePercent - start.seconds * start.idlePercent) / passed;
    // Each of the two percentages is cut to a whole number.
    t.true(idlePercent >= 93 && idlePercent < 103, `idle ${idlePercent} %`);
    for (const row of before) {
      const grown = (after.find(({ id }) => id === row.id)?.cpuMs ?? Number.MAX_SAFE_INTEGER) - row.cpuMs;
      t.true(grown <= 0.03 * 1000 * passed, `${row.name} used ${grown} ms`);
    }
  });
});

test("interrupts do not run away while nobody types", async (t) => {
  await withSession(directBoot, async (session) => {
    const before = readInterrupts(await session.run("irq"));
    const { seconds: start } = readUptime(await session.run("uptime"));
    await session.idle(IDLE_MS);
    const { seconds: end } = readUptime(await session.run("uptime"));
    const after = readInterrupts(await session.run("irq"));
    for (const row of after) {
      const grown = row.count - (before.find(({ vector }) => vector === row.vector)?.count ?? 0);
      const limit = row.driver === "kernel" ? 1100 * (end - start) + 50 : 40;
      t.true(grown <= limit, `vector ${row.vector} of ${row.driver}: ${grown} in ${end - start} s`);
    }
  });
});
