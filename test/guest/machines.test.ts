// Machines: the same kernel on many PCs: processors, memory, chipsets, interrupt controllers, with and without ACPI.

import test from "ava";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { readInterrupts, readMemory, readUptime } from "./reports.ts";
import { directBoot, type Session, withSession } from "./session.ts";

interface Expectation {
  machine: GuestOptions;
  interruptsBy: "APIC" | "8259";
  /** Processors that the firmware lists, where it lists them. Default: 1. */
  processorsPresent?: number;
}

const APIC = "APIC";
const PIC = "8259";

const COM1_LINE = 4;
const FIRST_INTERRUPT_VECTOR = 32;

const MACHINES: Readonly<Record<string, Expectation>> = {
  "pc with 64 MiB": { machine: { machine: "pc", memoryMib: 64 }, interruptsBy: APIC },
  "q35 with 4 GiB": { machine: { machine: "q35", memoryMib: 4096 }, interruptsBy: APIC },
  "pc with 4 processors": { machine: { machine: "pc", processorCount: 4 }, interruptsBy: APIC, processorsPresent: 4 },
  "q35 with 4 processors": { machine: { machine: "q35", processorCount: 4 }, interruptsBy: APIC, processorsPresent: 4 },
  "pc without ACPI": { machine: { machine: "pc,acpi=off" }, interruptsBy: PIC },
  "q35 without ACPI": { machine: { machine: "q35,acpi=off" }, interruptsBy: PIC },
  "pc with qemu64 without APIC": { machine: { machine: "pc", cpu: "qemu64,-apic" }, interruptsBy: PIC },
  "pc without APIC and ACPI": { machine: { machine: "pc,acpi=off", cpu: "qemu64,-apic" }, interruptsBy: PIC },
  "q35 without HPET": { machine: { machine: "q35,hpet=off" }, interruptsBy: APIC },
  "CPU qemu64": { machine: { cpu: "qemu64" }, interruptsBy: APIC },
  "CPU Nehalem": { machine: { cpu: "Nehalem" }, interruptsBy: APIC },
  "CPU Haswell": { machine: { cpu: "Haswell" }, interruptsBy: APIC },
  "CPU EPYC": { machine: { cpu: "EPYC" }, interruptsBy: APIC },
  "CPU max": { machine: { cpu: "max" }, interruptsBy: APIC },
  "CPU max without SMEP, SMAP and 1 GiB pages": { machine: { cpu: "max,-smap,-smep,-pdpe1gb" }, interruptsBy: APIC },
};

/** Starts an endless loop in the background and gives its process id. */
async function startLoop(session: Session): Promise<number> {
  const [line = ""] = await session.run("crash loop");
  return Number(/^process (\d+)$/.exec(line)?.[1]);
}

for (const [name, { machine, interruptsBy, processorsPresent = 1 }] of Object.entries(MACHINES)) {
  test(`${name}: prompt, a command, and interrupts that are counted`, async (t) => {
    await withSession({ ...directBoot, ...machine }, async (session) => {
      t.deepEqual(await session.run("echo here"), ["here"]);
      const uptime = readUptime(await session.run("uptime"));
      t.is(uptime.interruptsBy, interruptsBy);
      t.is(uptime.processorsPresent, processorsPresent);
      t.is(uptime.processorsUsed, 1);
      // Two loops share the processor only if the timer interrupts them.
      const loops = [await startLoop(session), await startLoop(session)];
      // Not before the timer ended a turn.
      await session.idle(150);
      const before = readInterrupts(await session.run("irq"));
      await session.idle(150);
      const after = readInterrupts(await session.run("irq"));
      const timer = before.filter(({ vector, driver }) => vector >= FIRST_INTERRUPT_VECTOR && driver === "kernel");
      t.is(timer.length, 1, JSON.stringify(before));
      for (const row of [...timer, ...before.filter(({ line }) => line === COM1_LINE)]) {
        t.true((after.find(({ vector }) => vector === row.vector)?.count ?? 0) > row.count, JSON.stringify(row));
      }
      for (const id of loops) t.deepEqual(await session.run(`kill ${id}`), []);
      const total = readMemory(await session.run("mem")).get("total") ?? 0;
      const expected = (machine.memoryMib ?? 256) * 1024;
      t.true(total > expected - 8 * 1024 && total <= expected, `${total} of ${expected} KiB`);
      t.regex((await session.run("crash page")).join("\n"), /touchUnmappedPage \(programs\/crash\.ts:\d+\)/);
      t.deepEqual(await session.run("echo still here"), ["still here"]);
    });
  });
}
