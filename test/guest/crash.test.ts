// Crash: each way a program can end badly: its message, its backtrace with TypeScript lines, and a system that goes on.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { readProcesses } from "./reports.ts";
import { directBoot, type Session, withSession } from "./session.ts";

declare const REPOSITORY_ROOT: string;

const SOURCE = "programs/crash.ts";
const sourceLines = readFileSync(join(REPOSITORY_ROOT, SOURCE), "utf8").split("\n");

/** `  at name (programs/crash.ts:LINE)` for the one source line that holds the text. */
function frameAt(name: string, text: string): string {
  const found = sourceLines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  if (found.length !== 1) throw new Error(`${found.length} lines of ${SOURCE} hold ${text}`);
  return `  at ${name} (${SOURCE}:${found[0]})`;
}

interface Crash {
  kind: string;
  /** First line of the report. */
  message: RegExp;
  /** All lines of the backtrace. */
  frames: (string | RegExp)[];
}

/** Where the program's top-level code calls the function of a kind. */
function callAt(kind: string): string {
  return frameAt("crash", `(isArgument(0, "${kind}"))`);
}

const CRASHES: readonly Crash[] = [
  { kind: "divide", message: /^panic: integer division by zero$/, frames: [frameAt("divide", "sink = 100 / zero"), callAt("divide")] },
  {
    kind: "page",
    message: /^crash: page fault reading 0x10 \(process \d+\)$/,
    frames: [frameAt("touchUnmappedPage", "loadU64(UNMAPPED_ADDRESS)"), callAt("page")],
  },
  {
    kind: "opcode",
    message: /^crash: invalid instruction \(process \d+\)$/,
    frames: [frameAt("executeUndefinedInstruction", "  undefinedInstruction();"), callAt("opcode")],
  },
  {
    kind: "stack",
    message: /^crash: stack overflow \(process \d+\)$/,
    frames: [frameAt("descend", "return depth + descend("), /^ {2}\.\.\. \d{4,} more$/, callAt("stack")],
  },
  {
    kind: "write-code",
    message: /^crash: page fault writing 0x400000 \(process \d+\)$/,
    frames: [frameAt("writeCode", "storeU64(0x40_0000, 0)"), callAt("write-code")],
  },
  { kind: "panic", message: /^panic: the program was asked to$/, frames: [callAt("panic")] },
];

/** The stack may also end in the first insts of a call, before its line begins. */
const STACK_ENTRY = frameAt("descend", "function descend(");

function matches(line: string | undefined, wanted: string | RegExp): boolean {
  return line !== undefined && (typeof wanted === "string" ? line === wanted : wanted.test(line));
}

async function assertAlive(session: Session): Promise<boolean> {
  const names = readProcesses(await session.run("ps")).map((row) => row.name);
  const echoed = await session.run("echo alive");
  return echoed[0] === "alive" && !names.includes("crash") && names.includes("console");
}

for (const { kind, message, frames } of CRASHES) {
  test(`crash ${kind} ends with a message and its TypeScript lines, and the shell goes on`, async (t) => {
    await withSession(directBoot, async (session) => {
      const lines = await session.run(`crash ${kind}`);
      t.regex(lines[0] ?? "", message);
      const trace = lines.filter((line) => line.startsWith("  ") && line !== STACK_ENTRY);
      const isWhole = trace.length === frames.length && frames.every((wanted, index) => matches(trace[index], wanted));
      t.true(isWhole, `${frames.join("\n")}\nis not the backtrace of\n${lines.join("\n")}`);
      t.true(await assertAlive(session));
    });
  });
}

test("seventy-five crashes leave no process and no memory behind", async (t) => {
  await withSession(directBoot, async (session) => {
    const crashes = async (): Promise<string[]> => {
      for (let round = 0; round < 25; round++) {
        for (const kind of ["page", "divide", "opcode"]) await session.run(`crash ${kind}`);
      }
      return session.run("mem");
    };
    // The rings of the console and the shell go round once, so that all their pages are in use.
    for (let round = 0; round < 40; round++) await session.run("help");
    const before = await crashes();
    t.deepEqual(await crashes(), before);
    t.true(await assertAlive(session));
  });
});

test("an endless loop returns to the prompt, does not slow typing, and ends by kill", async (t) => {
  await withSession(directBoot, async (session) => {
    const [started] = await session.run("crash loop");
    const id = Number(/^process (\d+)$/.exec(started ?? "")?.[1]);
    t.true(id > 0, started);
    const start = performance.now();
    for (let round = 0; round < 10; round++) t.deepEqual(await session.run("echo quick"), ["quick"]);
    const elapsed = performance.now() - start;
    t.true(elapsed < 2000, `ten commands took ${elapsed} ms`);
    const first = readProcesses(await session.run("ps")).find((row) => row.id === id);
    await session.idle(300);
    const second = readProcesses(await session.run("ps")).find((row) => row.id === id);
    t.is(second?.state, "ready");
    t.is(second?.name, "crash");
    const grown = (second?.cpuMs ?? 0) - (first?.cpuMs ?? 0);
    t.true(grown >= 200, `processor time grew by ${grown} ms in more than 300`);
    t.deepEqual(await session.run(`kill ${id}`), []);
    t.true(await assertAlive(session));
  });
});

test("two endless loops get equal parts of the processor", async (t) => {
  await withSession(directBoot, async (session) => {
    await session.run("crash loop");
    await session.run("crash loop");
    const loops = async (): Promise<number[]> =>
      readProcesses(await session.run("ps")).flatMap((row) => (row.name === "crash" ? [row.cpuMs] : []));
    const before = await loops();
    await session.idle(1000);
    const [first = 0, second = 0] = (await loops()).map((cpuMs, index) => cpuMs - (before[index] ?? 0));
    t.true(first + second > 800, `${first} ms and ${second} ms in more than 1000`);
    // A busy host stops the guest in the middle of turns: a share that is unfair in the guest is much further off.
    t.true(Math.min(first, second) > 0.6 * Math.max(first, second), `${first} ms and ${second} ms`);
  });
});

test("a kind that there is not is answered with the ones there are", async (t) => {
  await withSession(directBoot, async (session) => {
    t.deepEqual(await session.run("crash sideways"), [
      "crash: unknown kind: sideways",
      "usage: crash divide|page|opcode|stack|loop|write-code|panic",
      "exit code 2",
    ]);
  });
});
