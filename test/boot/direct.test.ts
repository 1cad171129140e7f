// Direct boot: the kernel file through QEMU's -kernel, entered by PVH.

import { join } from "node:path";
import test from "ava";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { assertContract, bootToMessage, bootToReport, buildBootParts, memoryMib, waitForScreen, writePart } from "./boot-machine.ts";

const SOURCE_DIRECT = 3;
const parts = buildBootParts("direct");
const kernelPath = writePart(parts, "kernel.elf", parts.kernel);
const modulesPath = writePart(parts, "modules", parts.archive);
const direct: GuestOptions = { firmware: "direct", kernelPath, modulesPath, commandLine: "console=serial two  spaces" };

const MACHINES: Readonly<Record<string, GuestOptions>> = {
  "q35 with qboot": { machine: "q35" },
  "pc with qboot": { machine: "pc" },
  "pc with SeaBIOS": { machine: "pc", seaBios: true },
  microvm: { machine: "microvm", vga: "none" },
  "q35 without APIC and ACPI": { machine: "q35,acpi=off", cpu: "qemu64,-apic" },
  "5 GiB": { machine: "q35", memoryMib: 5120 },
};

for (const [name, machine] of Object.entries(MACHINES)) {
  test(`${name} reaches the kernel with a complete BootInfo`, async (t) => {
    const report = await bootToReport({ ...direct, ...machine });
    assertContract(t, report, parts, SOURCE_DIRECT);
    t.is(report.commandLine, "console=serial two  spaces");
    t.is(report.fields.get("kernelBase"), 0x20_0000n);
    t.is(report.fields.get("framebuffer.base"), 0n);
    const expectedMib = machine.memoryMib ?? 256;
    t.true(memoryMib(report) <= expectedMib && memoryMib(report) >= expectedMib - 2, String(memoryMib(report)));
  });
}

test("the RSDP is handed over when the machine has ACPI", async (t) => {
  const withAcpi = await bootToReport({ ...direct, machine: "q35" });
  t.true((withAcpi.fields.get("rsdp") ?? 0n) >= 0xe_0000n);
});

test("no modules and no command line are zeros", async (t) => {
  const { fields, commandLine } = await bootToReport({ firmware: "direct", kernelPath });
  t.is(fields.get("archiveBase"), 0n);
  t.is(fields.get("archiveSizeBytes"), 0n);
  t.is(commandLine, "");
});

test("a processor without 64-bit mode gets a message on serial and screen", async (t) => {
  const message = "this processor has no 64-bit mode. Use a 64-bit x86 processor";
  const machine: GuestOptions = { ...direct, machine: "pc", seaBios: true, cpu: "pentium3" };
  await t.notThrowsAsync(bootToMessage(machine, message, (guest) => waitForScreen(guest, `microkernel: ${message}`)));
});

test("a damaged archive gets a message", async (t) => {
  const damaged = Uint8Array.from(parts.archive);
  damaged[100_000] ^= 1;
  const path = writePart(parts, "modules-damaged", damaged);
  await t.notThrowsAsync(bootToMessage({ ...direct, modulesPath: path }, "microkernel: the boot archive (-initrd) is damaged."));
});

test("a command line beyond the bound gets a message", async (t) => {
  const commandLine = "x".repeat(5000);
  await t.notThrowsAsync(bootToMessage({ ...direct, commandLine }, "the command line (-append) is longer than 4096 bytes."));
});

test("an archive file without trailer is damaged", async (t) => {
  const path = join(parts.folder, "programs.txt");
  writePart(parts, "programs.txt", Buffer.from("not an archive"));
  await t.notThrowsAsync(bootToMessage({ ...direct, modulesPath: path }, "is damaged"));
});
