// Line editing: the keys of a terminal at the prompt, judged by the line as it looks and by what the shell then runs.

import test from "ava";
import { directBoot, SerialKey, withSession } from "./session.ts";

const { up, down, left, right, home, end, backspace } = SerialKey;

test("characters are inserted and removed at the cursor", async (t) => {
  await withSession(directBoot, async (session) => {
    const typo = await session.edit(`eco hello${left.repeat(7)}h`);
    t.deepEqual(typo, { line: "echo hello", output: ["hello"] });
    const erased = await session.edit(`echo abcd${backspace}${backspace}x`);
    t.deepEqual(erased, { line: "echo abx", output: ["abx"] });
    const inside = await session.edit(`echo abcd${left}${left}${backspace}${SerialKey.delete}`);
    t.deepEqual(inside, { line: "echo ad", output: ["ad"] });
    const nothing = await session.edit(`${backspace}${backspace}${left}echo ok${right}${right}`);
    t.deepEqual(nothing, { line: "echo ok", output: ["ok"] });
  });
});

test("Home and End go to the ends of the line, in each way that terminals send them", async (t) => {
  await withSession(directBoot, async (session) => {
    for (const [first, last] of [
      [home, end],
      ["\x1b[1~", "\x1b[4~"],
      ["\x1bOH", "\x1bOF"],
      ["\x01", "\x05"],
    ]) {
      t.deepEqual(await session.edit(`ho two${first}ec${last} three`), { line: "echo two three", output: ["two three"] });
    }
  });
});

test("Control-K, Control-U and Control-C cut the line", async (t) => {
  await withSession(directBoot, async (session) => {
    t.deepEqual(await session.edit(`echo keep this${left.repeat(5)}\x0b`), { line: "echo keep", output: ["keep"] });
    t.deepEqual(await session.edit("rubbish\x15echo u"), { line: "echo u", output: ["u"] });
    t.deepEqual(await session.edit("rubbish\x03echo c"), { line: "echo c", output: ["c"] });
  });
});

test("the arrows go through earlier lines, which can be edited", async (t) => {
  await withSession(directBoot, async (session) => {
    await session.run("echo first");
    await session.run("echo second");
    t.deepEqual(await session.edit(up), { line: "echo second", output: ["second"] });
    t.deepEqual(await session.edit(`${up}${up}${up}`), { line: "echo first", output: ["first"] });
    t.deepEqual(await session.edit(`${up}${up}${down} more`), { line: "echo first more", output: ["first more"] });
    t.deepEqual(await session.edit(`${up}${down}echo new`), { line: "echo new", output: ["new"] });
    t.deepEqual(await session.edit(`${up.repeat(50)}!`), { line: "echo first!", output: ["first!"] });
  });
});

test("more lines than the history keeps push the oldest out", async (t) => {
  await withSession(directBoot, async (session) => {
    for (let index = 0; index < 40; index++) await session.run(`echo ${index}`);
    t.deepEqual(await session.edit(up.repeat(60)), { line: "echo 8", output: ["8"] });
  });
});

test("a line longer than the editor takes is cut, not run over", async (t) => {
  await withSession(directBoot, async (session) => {
    const full = `echo ${"x".repeat(235)}`;
    session.guest.send(full);
    await session.guest.waitFor(full);
    const { output } = await session.edit("y".repeat(100));
    t.deepEqual(output, ["x".repeat(235)]);
    t.deepEqual(await session.run("echo fine"), ["fine"]);
  });
});

test("escape sequences that mean nothing here leave nothing in the line", async (t) => {
  await withSession(directBoot, async (session) => {
    t.deepEqual(await session.edit("ec\x1b[5~\x1b[6~\x1b[24~\x1bOPho \x1b[1;5Cz"), { line: "echo z", output: ["z"] });
  });
});
