// Shell: the commands at the prompt, typed and read over the serial line.

import test from "ava";
import { readInterrupts, readMemory, readProcesses, readUptime } from "./reports.ts";
import { directBoot, PROMPT, withSession } from "./session.ts";

const COM1_LINE = 4;

test("the prompt stands on a line of its own and comes back after each command", async (t) => {
  await withSession(directBoot, async (session) => {
    t.deepEqual(await session.run("echo one"), ["one"]);
    t.deepEqual(await session.run(""), []);
    const prompts = session.guest.serial.text.split("\n").filter((line) => line.startsWith(PROMPT));
    t.deepEqual(prompts, [`${PROMPT}echo one`, PROMPT, PROMPT]);
  });
});

test("help names every command", async (t) => {
  await withSession(directBoot, async (session) => {
    const help = await session.run("help");
    const firstWords = help.flatMap((line) => line.slice(0, 20).match(/[a-z]+/g) ?? []);
    for (const command of ["help", "echo", "ps", "uptime", "mem", "irq", "crash", "kill", "bench", "poweroff", "reboot"]) {
      t.true(firstWords.includes(command), command);
    }
  });
});

test("echo writes its words with one space between them", async (t) => {
  await withSession(directBoot, async (session) => {
    t.deepEqual(await session.run("echo"), [""]);
    t.deepEqual(await session.run("  echo   two    words  "), ["two words"]);
    const long = Array.from({ length: 30 }, (_, index) => `word${index}`).join(" ");
    t.deepEqual(await session.run(`echo ${long}`), [long]);
  });
});

test("an unknown command is named, and the shell goes on", async (t) => {
  await withSession(directBoot, async (session) => {
    t.deepEqual(await session.run("frobnicate now"), ["frobnicate: no such command; help lists them"]);
    t.deepEqual(await session.run("ech"), ["ech: no such command; help lists them"]);
    t.deepEqual(await session.run("echo alive"), ["alive"]);
  });
});

test("ps lists the processes with state, processor time and memory", async (t) => {
  await withSession(directBoot, async (session) => {
    const rows = readProcesses(await session.run("ps"));
    t.deepEqual(rows.map((row) => row.name).sort(), ["console", "echo", "init", "keyboard", "shell"]);
    t.is(new Set(rows.map((row) => row.id)).size, rows.length);
    for (const row of rows) {
      t.is(row.threads, 1, row.name);
      t.true(row.memoryKib > 0 && row.memoryKib < 8192, `${row.name} ${row.memoryKib} KiB`);
    }
    const byName = new Map(rows.map((row) => [row.name, row]));
    t.is(byName.get("shell")?.state, "ready", "it runs while it asks");
    t.is(byName.get("keyboard")?.state, "waiting");
    t.is(byName.get("keyboard")?.priority, 26);
    t.is(byName.get("console")?.priority, 24);
  });
});

test("uptime goes on with the clock", async (t) => {
  await withSession(directBoot, async (session) => {
    const start = performance.now();
    const first = readUptime(await session.run("uptime"));
    await session.idle(500);
    const second = readUptime(await session.run("uptime"));
    const elapsed = (performance.now() - start) / 1000;
    const counted = second.seconds - first.seconds;
    t.true(counted >= 0.49 && counted <= elapsed + 0.1, `${counted} s counted, ${elapsed} s passed`);
    t.is(second.processorsPresent, 1);
    t.is(second.processorsUsed, 1);
    t.true(second.tscMhz > 100);
    t.is(second.interruptsBy, "APIC");
  });
});

test("mem shows memory that adds up", async (t) => {
  await withSession({ ...directBoot, memoryMib: 128 }, async (session) => {
    const sizes = readMemory(await session.run("mem"));
    const [total = 0, used = 0, kernel = 0, free = 0] = ["total", "used", "kernel", "free"].map((name) => sizes.get(name));
    t.true(total > 120 * 1024 && total <= 128 * 1024, `total ${total}`);
    t.is(used + free, total);
    t.true(kernel > 0 && kernel <= used, `kernel ${kernel}, used ${used}`);
    t.true(used < 48 * 1024, `used ${used}`);
  });
});

test("irq counts interrupts: keys on COM1 are interrupts to the console", async (t) => {
  await withSession(directBoot, async (session) => {
    const before = readInterrupts(await session.run("irq"));
    await session.idle(100);
    const after = readInterrupts(await session.run("irq"));
    const countOf = (rows: typeof before, line: number): number => rows.find((row) => row.line === line)?.count ?? 0;
    t.true(countOf(before, COM1_LINE) > 0);
    t.true(countOf(after, COM1_LINE) > countOf(before, COM1_LINE));
    const console = readProcesses(await session.run("ps")).find((row) => row.name === "console");
    t.is(after.find((row) => row.line === COM1_LINE)?.driver, `process ${console?.id}`);
    t.true(
      after.some((row) => row.driver === "kernel" && row.count > 0),
      "the timer is the kernel's",
    );
    t.true(after.every((row) => row.vector >= 32 && row.vector < 256));
  });
});

test("a program with & runs in the background and is ended by kill", async (t) => {
  await withSession(directBoot, async (session) => {
    const [started] = await session.run("crash loop &");
    const id = /^process (\d+)$/.exec(started ?? "")?.[1];
    t.true(id !== undefined, started);
    t.deepEqual(await session.run(`kill ${id}`), []);
    t.false(readProcesses(await session.run("ps")).some((row) => row.name === "crash"));
    t.deepEqual(await session.run(`kill ${id}`), [`kill: no program has the id ${id}`]);
    t.deepEqual(await session.run("kill"), ["usage: kill PID"]);
    t.deepEqual(await session.run("kill all"), ["usage: kill PID"]);
  });
});

test("bench writes a row for each operation", async (t) => {
  await withSession(directBoot, async (session) => {
    const rows = await session.run("bench", 30_000);
    t.regex(rows[0] ?? "", /^ticks\s+min\s+median\s+max$/);
    const names = ["null syscall", "call + reply, two processes", "interrupt to driver"];
    t.deepEqual(
      rows.slice(1).map((row) => row.slice(0, 28).trim()),
      names,
    );
    for (const row of rows.slice(1)) {
      const [minimum = 0, median = 0, maximum = 0] = row.slice(28).trim().split(/\s+/).map(Number);
      t.true(minimum > 0 && minimum <= median && median <= maximum, row);
    }
    t.deepEqual(await session.run("echo after"), ["after"]);
  });
});
