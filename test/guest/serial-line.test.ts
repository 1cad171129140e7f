// Serial line: a reader that stops costs nobody anything: the session goes on on the screen, and the text follows in order.

import test from "ava";
import { waitForVgaText } from "../../scripts/qemu/screen-text.ts";
import { directBoot, withSession } from "./session.ts";

const LINES = 12;

test("a serial line that nobody reads does not stop the session, and loses nothing", async (t) => {
  await withSession({ ...directBoot, seaBios: true }, async (session) => {
    const { guest } = session;
    guest.serial.stall();
    for (let index = 0; index < LINES; index++) {
      await guest.control.type(`echo ${"x".repeat(20)}${index}\n`);
      await waitForVgaText(guest, new RegExp(`^x{20}${index}$`));
    }
    t.false(guest.serial.text.includes(`x${LINES - 1}\n`), "the line was held up");
    guest.serial.resume();
    for (let index = 0; index < LINES; index++)
      t.deepEqual(await session.answer(), [`echo ${"x".repeat(20)}${index}`, `${"x".repeat(20)}${index}`]);
    t.deepEqual(await session.run("echo both ways"), ["both ways"]);
  });
});

test("ten thousand bytes go over the line unharmed", async (t) => {
  await withSession(directBoot, async (session) => {
    const text = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(6);
    for (let round = 0; round < 50; round++) t.deepEqual(await session.run(`echo ${text}`), [text]);
  });
});
