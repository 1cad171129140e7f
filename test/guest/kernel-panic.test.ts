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

/** Line of the one place in a source where the text stands. */
function lineOf(source: string, text: string): number {
  const lines = readFileSync(join(REPOSITORY_ROOT, source), "utf8").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}

test("a bug in the kernel is reported with its line, its callers, all registers, and nothing runs after it", async (t) => {
  await withSession({ ...textMode, kernelPath: plantBug("reboot") }, async ({ guest }) => {
    guest.send("reboot\r");
    const report = await readReport(guest);
    const place = /^panic: exception 6 in the kernel at reboot \(kernel\/arch\/x64\/power\.ts:(\d+)\)$/m.exec(report);
    const declared = lineOf("kernel/arch/x64/power.ts", "export function reboot(");
    t.true(declared > 0 && Math.abs(Number(place?.[1]) - declared) <= 1, `${declared} in\n${report}`);
    const caller = lineOf("kernel/syscall/system-calls.ts", " reboot();");
    t.true(report.includes(`  at handleSystem (kernel/syscall/system-calls.ts:${caller})\n`), report);
    for (const register of REGISTERS) t.regex(report, new RegExp(` ${register} +0x[0-9a-f]{16}`));
    const screen = await waitForVgaText(guest, /^panic: exception 6 in the kernel at reboot/);
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
