// Kernel panic: a kernel that cannot go on says why, with its registers and TypeScript lines, on screen and serial line.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "ava";
import { KERNEL } from "../../scripts/build-products.ts";
import { appendBootTrailer } from "../../scripts/image.ts";
import { type Guest, type GuestOptions, withGuest } from "../../scripts/qemu/guest.ts";
import { waitForScreenText, waitForVgaText } from "../../scripts/qemu/screen-text.ts";
import { fileOffset, readSymbols } from "../build/elf-symbols.ts";
import { directBoot, diskBoot, withSession } from "./session.ts";

declare const REPOSITORY_ROOT: string;

const UNDEFINED_INSTRUCTION = Buffer.from([0x0f, 0x0b]);
/** push rbp; mov rbp, rsp */
const PROLOGUE_SIZE_BYTES = 4;
const REGISTERS = ["rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r15", "rip", "flg", "cr2", "cr3", "err"];
const SOURCE = "kernel/syscall/query-calls.ts";
const textMode: GuestOptions = { ...directBoot, seaBios: true };

/** The built kernel with a bug planted in one function: an instruction that there is not, behind its prologue. */
function plantBug(symbol: string): string {
  const kernel = readFileSync(KERNEL);
  const found = readSymbols(kernel).find(({ name }) => name === symbol);
  if (found === undefined) throw new Error(`the kernel has no symbol ${symbol}`);
  UNDEFINED_INSTRUCTION.copy(kernel, fileOffset(kernel, found.address) + PROLOGUE_SIZE_BYTES);
  const path = join(REPOSITORY_ROOT, "build", "test", "guest", `kernel-${symbol}.elf`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, appendBootTrailer(kernel));
  return path;
}

/** Waits for the report's last register and gives the report. */
async function readReport(guest: Guest): Promise<string> {
  await guest.waitFor(/ err 0x[0-9a-f]{16}/);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const text = guest.serial.text;
  return text.slice(text.indexOf("panic: "));
}

test("a bug in the kernel is reported with its line, all registers, and nothing runs after it", async (t) => {
  await withSession({ ...textMode, kernelPath: plantBug("syscall_query") }, async ({ guest }) => {
    guest.send("uptime\r");
    const report = await readReport(guest);
    const lines = readFileSync(join(REPOSITORY_ROOT, SOURCE), "utf8").split("\n");
    const place = new RegExp(`^panic: exception 6 in the kernel at (\\w+) \\(${SOURCE}:(\\d+)\\)$`, "m").exec(report);
    const [, name = "", line] = place ?? [];
    t.not(place, null, report);
    const declared = lines.findIndex((text) => text.includes(`function ${name}(`)) + 1;
    t.true(declared > 0 && Number(line) >= declared && Number(line) <= declared + 5, `${name} is at line ${declared}, reported ${line}`);
    for (const register of REGISTERS) t.regex(report, new RegExp(` ${register} +0x[0-9a-f]{16}`));
    const screen = await waitForVgaText(guest, /^panic: exception 6 in the kernel/);
    t.true(
      screen.some((text) => / rip +[0-9a-f]{16}/.test(text)),
      screen.join("\n"),
    );
    const length = guest.serial.text.length;
    guest.send("echo still there?\r");
    await t.throwsAsync(guest.waitFor("still there?", 500));
    t.is(guest.serial.text.length, length);
  });
});

test("a bug that boot itself runs into is reported on the serial line and the screen", async (t) => {
  await withGuest({ ...textMode, kernelPath: plantBug("syscall_create") }, async (guest) => {
    t.regex(await readReport(guest), /^panic: exception 6 in the kernel at \w+ \(kernel\/syscall\/[a-z-]+\.ts:\d+\)$/m);
    await waitForVgaText(guest, /^panic: exception 6 in the kernel/);
  });
});

const NMI_MACHINES: Readonly<Record<string, GuestOptions>> = { qboot: directBoot, SeaBIOS: textMode };

for (const [name, machine] of Object.entries(NMI_MACHINES)) {
  test(`${name}: a non-maskable interrupt ends in a report, idle or busy`, async (t) => {
    for (const command of ["", "crash loop"]) {
      await withSession(machine, async (session) => {
        await session.run(command);
        await session.guest.control.command("inject-nmi");
        t.regex(await readReport(session.guest), /^panic: exception 2 /);
      });
    }
  });
}

test("a report is drawn on the frame buffer too", async (t) => {
  await withSession({ ...diskBoot, firmware: "bios", disk: "ahci" }, async ({ guest }) => {
    await guest.control.command("inject-nmi");
    await readReport(guest);
    const screen = await waitForScreenText(guest, /^panic: exception 2 /);
    t.true(
      screen.some((text) => / rip +[0-9a-f]{16}/.test(text)),
      screen.join("\n"),
    );
  });
});
