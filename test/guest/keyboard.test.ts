// Keyboard: keys pressed on the PS/2 keyboard arrive at the prompt, whatever state the firmware left the controller in.

import test from "ava";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { readInterrupts, readProcesses } from "./reports.ts";
import { directBoot, type Session, withSession } from "./session.ts";

const KEYBOARD_LINE = 1;

/** qboot leaves the controller as it was reset, without translation; SeaBIOS sets it up. */
const MACHINES: Readonly<Record<string, GuestOptions>> = {
  qboot: { ...directBoot },
  SeaBIOS: { ...directBoot, seaBios: true },
  "pc without APIC": { ...directBoot, machine: "pc", cpu: "qemu64,-apic" },
};

/** Presses the keys of a command and Enter, and gives what it wrote. */
async function press(session: Session, command: string): Promise<string[]> {
  await session.guest.control.type(`${command}\n`);
  const [typed, ...lines] = await session.answer();
  if (typed !== command) throw session.guest.failure(`typed ${command}, shown ${typed}`);
  return lines;
}

for (const [name, machine] of Object.entries(MACHINES)) {
  test(`${name}: keys arrive at the prompt, each once`, async (t) => {
    await withSession(machine, async (session) => {
      t.deepEqual(await press(session, "echo keys 0123456789"), ["keys 0123456789"]);
      t.deepEqual(await press(session, 'echo Shift: "A+B" <C> {D} ~!?'), ['Shift: "A+B" <C> {D} ~!?']);
      const driver = readProcesses(await session.run("ps")).find((row) => row.name === "keyboard");
      const row = readInterrupts(await session.run("irq")).find(({ line }) => line === KEYBOARD_LINE);
      t.is(row?.driver, `process ${driver?.id}`);
      t.true((row?.count ?? 0) > 50, "a make and a break code a key");
    });
  });
}

test("keys without characters, Control and Caps Lock work from the keyboard too", async (t) => {
  await withSession(directBoot, async (session) => {
    const { control } = session.guest;
    await control.type("cho keys");
    await control.press("home");
    await control.type("e");
    await control.press("end");
    await control.press("left");
    await control.press("backspace");
    await control.press("delete");
    await control.type("x\n");
    t.is((await session.answer()).at(-1), "kex");
    await control.press("up");
    await control.press("ret");
    t.is((await session.answer()).at(-1), "kex");
    await control.type("rubbish");
    await control.press("ctrl", "u");
    await control.press("caps_lock");
    await control.press("caps_lock");
    await control.type("echo ");
    await control.press("caps_lock");
    await control.type("caps 1");
    await control.press("caps_lock");
    await control.type(" off\n");
    t.is((await session.answer()).at(-1), "CAPS 1 off");
  });
});

test("what is typed at both ends is one session", async (t) => {
  await withSession(directBoot, async (session) => {
    await session.guest.control.type("echo from ");
    await session.guest.waitFor("echo from ");
    session.guest.send("both\r");
    const [, ...lines] = await session.answer();
    t.deepEqual(lines, ["from both"]);
  });
});
