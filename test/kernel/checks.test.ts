// Kernel checks: what the syscalls promise, checked from inside a process by the programs in test/guest/programs.

import test from "ava";
import { directBoot, withSession } from "../guest/session.ts";
import { buildTestModules } from "../guest/test-system.ts";

const PROGRAMS = ["message-checks", "object-checks", "process-checks"];

const modulesPath = buildTestModules(
  "checks",
  PROGRAMS.map((name) => ({
    name,
    kind: "program" as const,
    main: `test/guest/programs/${name}.ts`,
    priority: 16,
    memoryBytes: 2 * 1024 * 1024,
    connects: ["console"],
    system: ["inspect" as const],
  })),
);

/** Checks that each program makes at least: one that ends early must not pass. */
const CHECKS_MIN: Readonly<Record<string, number>> = { "message-checks": 36, "object-checks": 44, "process-checks": 40 };

const MACHINES = {
  "with APICs": directBoot,
  "with the 8259 pair and the PIT": { ...directBoot, machine: "pc", cpu: "qemu64,-apic" },
};

for (const [machine, options] of Object.entries(MACHINES)) {
  for (const name of PROGRAMS) {
    test(`${name} ${machine}`, async (t) => {
      await withSession({ ...options, modulesPath }, async (session) => {
        const lines = await session.run(name, 30_000);
        t.deepEqual(
          lines.filter((line) => !line.startsWith("ok ")),
          [],
        );
        t.true(lines.length >= (CHECKS_MIN[name] ?? 1), `${lines.length} checks`);
        t.deepEqual(await session.run("echo alive"), ["alive"]);
      });
    });
  }
}
