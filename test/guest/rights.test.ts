// Rights: a program can do what its manifest block says, and nothing else.

import test from "ava";
import { Status } from "../../abi/status.ts";
import { directBoot, withSession } from "./session.ts";
import { buildTestModules } from "./test-system.ts";

const modulesPath = buildTestModules("rights", [
  {
    name: "intruder",
    kind: "program",
    main: "test/guest/programs/intruder.ts",
    priority: 16,
    memoryBytes: 2 * 1024 * 1024,
    connects: ["console"],
    ports: [{ name: "rtc", first: 0x70, count: 2 }],
    system: ["inspect"],
  },
]);
const system = { ...directBoot, modulesPath };

test("what the manifest does not give is refused with its status", async (t) => {
  await withSession(system, async (session) => {
    t.deepEqual(await session.run("intruder"), [
      "query: 0",
      `power off: ${Status.NoRights}`,
      `reboot: ${Status.NoRights}`,
      `log: ${Status.NoRights}`,
      `make ports: ${Status.NoRights}`,
      `make device memory: ${Status.NoRights}`,
      `make an interrupt: ${Status.NoRights}`,
      "copy: 0",
      `power off by the copy: ${Status.NoRights}`,
      `receive in the console's place: ${Status.NoRights}`,
      `signal an endpoint: ${Status.WrongKind}`,
      `a port outside the range: ${Status.BadArgument}`,
      `a handle never given: ${Status.BadHandle}`,
      `writable code: ${Status.BadArgument}`,
      `a syscall that there is not: ${Status.BadSyscall}`,
      "keyboard's ports by name: none",
    ]);
  });
});

test("the kernel's memory and a port by instruction end the program", async (t) => {
  await withSession(system, async (session) => {
    t.regex((await session.run("intruder kernel-memory"))[0] ?? "", /^intruder: page fault reading 0xffffffff80000000 \(process \d+\)$/);
    t.regex((await session.run("intruder port"))[0] ?? "", /^intruder: general protection fault, error code 0x0 \(process \d+\)$/);
    t.deepEqual(await session.run("echo alive"), ["alive"]);
  });
});
