// Screen: the session of the serial line stands on the screen as well: as VGA text, and as pixels in a frame buffer.

import { join } from "node:path";
import test from "ava";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { compareWithKept, takeScreenshot } from "../../scripts/qemu/screen.ts";
import { waitForScreenText, waitForVgaText } from "../../scripts/qemu/screen-text.ts";
import { directBoot, diskBoot, PROMPT, type Session, withSession } from "./session.ts";

declare const REPOSITORY_ROOT: string;

const VGA_ROWS = 25;
const VGA_COLUMNS = 80;
const textMode: GuestOptions = { ...directBoot, seaBios: true };
const graphicsMode: GuestOptions = { ...diskBoot, firmware: "bios", disk: "ahci" };

function keptPicture(name: string): string {
  return join(REPOSITORY_ROOT, "test", "guest", "golden", `${name}.png`);
}

function seenPicture(name: string): string {
  return join(REPOSITORY_ROOT, "build", "test", "guest", `${name}.png`);
}

/** Lines of a screen without the blank ones at its foot. */
function withoutBlankFoot(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line !== "");
  return lines.slice(0, last + 1);
}

/** The serial session's last lines, as many as the screen has. Requires: none is wider than the screen. */
function lastLines(session: Session, rows: number): string[] {
  return session.lines().slice(-rows);
}

test("VGA text shows what the serial line shows", async (t) => {
  await withSession(textMode, async (session) => {
    await session.run("help");
    await session.run("echo seen on both");
    const screen = withoutBlankFoot(await waitForVgaText(session.guest, /^seen on both$/));
    const expected = session.lines();
    t.true(expected.length < VGA_ROWS);
    t.deepEqual(screen.slice(-expected.length), expected);
  });
});

test("VGA text scrolls, wraps and follows the editing of a line", async (t) => {
  await withSession(textMode, async (session) => {
    for (let round = 0; round < 4; round++) await session.run("help");
    await session.run("echo at the end");
    await waitForVgaText(session.guest, /^at the end$/);
    t.deepEqual(withoutBlankFoot(await waitForVgaText(session.guest, /^microkernel\$$/)), lastLines(session, VGA_ROWS));
    const long = "0123456789".repeat(12);
    const [output] = await session.run(`echo ${long}`);
    t.is(output, long);
    const wrapped = await waitForVgaText(session.guest, long.slice(VGA_COLUMNS));
    t.is(wrapped[wrapped.indexOf(long.slice(VGA_COLUMNS)) - 1], long.slice(0, VGA_COLUMNS));
    session.guest.send("echo abXc\x1b[D\x7fZ");
    await waitForVgaText(session.guest, /^microkernel\$ echo abZc$/);
    t.pass();
  });
});

test("the frame buffer shows what the serial line shows, to the pixel", async (t) => {
  await withSession(graphicsMode, async (session) => {
    await session.run("help");
    await session.run("echo The quick brown fox jumps over the lazy dog: 0123456789 {}[]()<>?!@#$%^&*_+-=|~");
    const screen = withoutBlankFoot(await waitForScreenText(session.guest, /^The quick brown fox/));
    t.deepEqual(screen.slice(-session.lines().length), session.lines());
    const name = "session";
    t.is(compareWithKept(await takeScreenshot(session.guest), keptPicture(name), seenPicture(name)), undefined);
  });
});

test("the frame buffer scrolls, and shows what the keyboard types", async (t) => {
  await withSession(graphicsMode, async (session) => {
    for (let round = 0; round < 6; round++) await session.run("help");
    await session.guest.control.type("echo typed here\n");
    await session.answer();
    await waitForScreenText(session.guest, /^typed here$/);
    const screen = withoutBlankFoot(await waitForScreenText(session.guest, /^microkernel\$$/));
    t.true(screen.length > 40, `${screen.length} rows`);
    t.deepEqual(screen, lastLines(session, screen.length));
    t.is(screen.at(-1), PROMPT.trimEnd());
  });
});

test("a machine without a display adapter still has its session on the serial line", async (t) => {
  await withSession({ ...graphicsMode, vga: "none" }, async (session) => {
    t.deepEqual(await session.run("echo blind"), ["blind"]);
  });
});
