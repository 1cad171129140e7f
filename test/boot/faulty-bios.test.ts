// Faulty BIOS: faults that real BIOSes have shown, played by faulty-bios.asm, are survived or named.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { assembleInto, SECTOR_SIZE_BYTES } from "../../scripts/image.ts";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { assertContract, bootToMessage, bootToReport, buildBootParts, makeImage, waitForScreen } from "./boot-machine.ts";

const SOURCE_BIOS = 1;
const REAL_MBR_SECTOR = 2040;
const KIND_USABLE = 1;
const REGIONS_MAX = 256;
const parts = buildBootParts("faulty-bios");

/** The machine whose BIOS shows the fault; the fault's name is one of faulty-bios.asm without its prefix. */
function machineWith(fault: string): GuestOptions {
  const hook = join(parts.folder, `${fault}.bin`);
  assembleInto(hook, "test/boot/faulty-bios.asm", "bin", [], [`FAULT=FAULT_${fault}`]);
  const imagePath = makeImage(parts, fault);
  const image = readFileSync(imagePath);
  image.copy(image, REAL_MBR_SECTOR * SECTOR_SIZE_BYTES, 0, SECTOR_SIZE_BYTES);
  readFileSync(hook).copy(image, 0);
  writeFileSync(imagePath, image);
  return { firmware: "bios", disk: "ahci", memoryMib: 128, imagePath };
}

for (const fault of ["NONE", "CLOBBER", "WRONG_DRIVE", "A20_LIE"]) {
  test(`${fault}: the kernel gets a complete BootInfo`, async (t) => {
    const report = await bootToReport(machineWith(fault));
    assertContract(t, report, parts, SOURCE_BIOS);
    t.is(report.fields.get("kernelBase"), 0x20_0000n);
  });
}

test("HOLE_AT_2_MIB: the kernel goes to the next 2 MiB that no other entry claims", async (t) => {
  const report = await bootToReport(machineWith("HOLE_AT_2_MIB"));
  assertContract(t, report, parts, SOURCE_BIOS);
  t.is(report.fields.get("kernelBase"), 0x40_0000n);
});

test("ENDLESS_MAP: the list is cut, small pieces are dropped first", async (t) => {
  const report = await bootToReport(machineWith("ENDLESS_MAP"));
  assertContract(t, report, parts, SOURCE_BIOS);
  t.is(report.regions.length, REGIONS_MAX);
  t.true(report.regions.some((region) => region.kind === KIND_USABLE && region.base === 0x10_0000n && region.sizeBytes === 0x3f0_0000n));
  t.true(report.regions.some((region) => region.kind === 2));
});

const NAMED: Readonly<Record<string, string>> = {
  NO_MEMORY_MAP: "the BIOS gives no memory map (E820).",
  NO_EDD: "the BIOS cannot read this disk by sector number.",
  LARGE_SECTORS: "this disk does not have sectors of 512 bytes.",
};

for (const [fault, message] of Object.entries(NAMED)) {
  test(`${fault}: a message on serial and screen`, async (t) => {
    const machine = machineWith(fault);
    await t.notThrowsAsync(bootToMessage(machine, `microkernel: ${message}`, (guest) => waitForScreen(guest, message)));
  });
}
