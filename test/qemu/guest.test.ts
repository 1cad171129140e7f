// Guest harness: starts, talks to, looks at and ends real QEMU machines, and tells QEMU's failures from the guest's.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { debugExitStatus, Guest, GuestError, QemuStartError, withGuest } from "../../scripts/qemu/guest.ts";
import { readVgaText, screenDifference, takeScreenshot } from "../../scripts/qemu/screen.ts";
import { buildEchoGuest } from "./echo-guest.ts";

declare const REPOSITORY_ROOT: string;

const kernelPath = buildEchoGuest(`echo-guest-${process.pid}`);

test("the guest answers on the serial line and its exit status arrives", async (t) => {
  await withGuest({ kernelPath }, async (guest) => {
    await guest.waitFor("echo guest ready");
    guest.send("xy");
    await guest.waitFor("[x]");
    await guest.waitFor(/\[(y)\]/);
    guest.send("q");
    t.is(await guest.waitForExit(), debugExitStatus(0x10));
  });
});

test("a text matched once is not matched again", async (t) => {
  await withGuest({ kernelPath }, async (guest) => {
    await guest.waitFor("ready");
    const error = await t.throwsAsync(guest.waitFor("ready", 200), { instanceOf: GuestError });
    t.regex(error.message, /did not print ready within 200 ms/);
    t.regex(error.message, /echo guest ready/, "the last serial lines belong to the report");
    t.regex(error.message, /command: qemu-system-x86_64 .*-serial stdio/);
  });
});

test("a reset ends the run with status 0, and waiting for more says that the guest ended", async (t) => {
  await withGuest({ kernelPath, seaBios: true }, async (guest) => {
    await guest.waitFor("ready");
    guest.send("r");
    await t.throwsAsync(guest.waitFor("never printed"), { message: /ended before it printed never printed \(QEMU: status 0\)/ });
    t.is(await guest.waitForExit(), 0);
  });
});

test("keys typed through QMP reach the keyboard controller", async (t) => {
  await withGuest({ kernelPath, seaBios: true }, async (guest) => {
    await guest.waitFor("ready");
    guest.send("k");
    await guest.control.type("a");
    const [, code] = await guest.waitFor(/key([0-9a-f]{2})/);
    t.is(code, "1e", "set 1, as SeaBIOS leaves the controller");
  });
});

test("the VGA text screen can be read, and a screendump shows it", async (t) => {
  await withGuest({ kernelPath, seaBios: true }, async (guest) => {
    await guest.waitFor("ready");
    const lines = await readVgaText(guest);
    t.is(lines.length, 25);
    t.is(lines[0]?.slice(0, 16), "echo guest ready");
    const screen = await takeScreenshot(guest);
    t.deepEqual([screen.width, screen.height], [720, 400]);
    t.true(screen.pixels.some((value, index) => index % 4 !== 3 && value !== 0));
    t.is(screenDifference(screen, screen), undefined);
    const changed = { ...screen, pixels: Uint8Array.from(screen.pixels) };
    changed.pixels[4] ^= 1;
    t.is(screenDifference(screen, changed), "1 pixels differ, first at column 1, row 0");
  });
});

test("QMP errors carry QEMU's words and events can be waited for", async (t) => {
  await withGuest({ kernelPath }, async (guest) => {
    await t.throwsAsync(guest.control.command("no-such-command"), { message: /CommandNotFound/ });
    await t.throwsAsync(guest.control.event("SHUTDOWN", 50), { message: /no QMP event SHUTDOWN within 50 ms/ });
    await guest.waitFor("ready");
    await guest.control.powerDown();
    t.is((await guest.control.event("POWERDOWN", 5000)).event, "POWERDOWN");
  });
});

test("a QEMU that refuses its options is a start error with QEMU's words", async (t) => {
  const error = await t.throwsAsync(Guest.start({ kernelPath, extra: ["-device", "no-such-device"] }), { instanceOf: QemuStartError });
  t.regex(error.message, /ended with status 1/);
  t.regex(error.message, /'no-such-device' is not a valid device model name/);
});

test("a missing kernel file is a start error too", async (t) => {
  const missing = join(REPOSITORY_ROOT, "build", "no-such-kernel.elf");
  const error = await t.throwsAsync(Guest.start({ kernelPath: missing }), { instanceOf: QemuStartError });
  t.regex(error.message, /could not load kernel|no-such-kernel/);
});

test("a guest that outlives its time is killed", async (t) => {
  await withGuest({ kernelPath, lifetimeMs: 1500 }, async (guest) => {
    await guest.waitFor("ready");
    await t.throwsAsync(guest.waitForExit(10_000), { message: /QEMU was ended by a signal \(QEMU: SIGKILL\)/ });
  });
});

test("a QEMU does not outlive the process that started it", async (t) => {
  const script = join(REPOSITORY_ROOT, "build", "test", "qemu", `orphan-${process.pid}.ts`);
  writeFileSync(
    script,
    `import { Guest } from "${join(REPOSITORY_ROOT, "scripts/qemu/guest.ts")}";
     const guest = await Guest.start({ kernelPath: ${JSON.stringify(kernelPath)}, extra: ["-name", "orphan-${process.pid},"] });
     await guest.waitFor("ready");
     process.kill(process.pid, "SIGTERM");
     setInterval(() => undefined, 1000);`,
  );
  const child = spawn(process.execPath, [join(REPOSITORY_ROOT, "scripts", "run.mjs"), script], { cwd: REPOSITORY_ROOT });
  const signal = await new Promise((resolve) => child.once("close", (_status, name) => resolve(name)));
  t.is(signal, "SIGTERM");
  t.false(commandLines().some((line) => line.includes(`orphan-${process.pid},`)));
  t.true(
    commandLines().some((line) => line.includes(process.execPath)),
    "the list of processes can be read",
  );
});

/** The command line of every process of this computer. */
function commandLines(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(join("/proc", name, "cmdline"), "latin1");
      } catch {
        return ""; // ended in between
      }
    });
}
