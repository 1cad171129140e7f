// UEFI boot: the disk image through OVMF. Few tests, because the firmware alone takes seconds.

import test from "ava";
import { withGuest } from "../../scripts/qemu/guest.ts";
import { pixelAt, takeScreenshot } from "../../scripts/qemu/screen.ts";
import { assertContract, bootToMessage, bootToReport, buildBootParts, makeImage, memoryMib, readReport } from "./boot-machine.ts";
import { changeVolume } from "./fat-volume.ts";

const SOURCE_UEFI = 2;
const RED = 0xff_0000;
const parts = buildBootParts("uefi");

test.serial("virtio disk: the kernel gets a complete BootInfo, and what it draws is on the screen", async (t) => {
  const imagePath = makeImage(parts, "disk", { commandLine: "stay  two\n" });
  await withGuest({ firmware: "uefi", disk: "virtio", imagePath }, async (guest) => {
    await guest.waitFor(/end=0+1/, 50_000);
    const report = readReport(guest.serial.text);
    assertContract(t, report, parts, SOURCE_UEFI);
    t.is(report.commandLine, "stay  two");
    t.true((report.fields.get("rsdp") ?? 0n) > 0n);
    t.true(memoryMib(report) > 200);
    const screen = await takeScreenshot(guest);
    t.is(screen.width, Number(report.fields.get("framebuffer.width")));
    t.is(screen.height, Number(report.fields.get("framebuffer.height")));
    t.is(pixelAt(screen, 0, 0), RED);
    t.is(pixelAt(screen, 15, 15), RED);
    t.not(pixelAt(screen, 16, 16), RED);
  });
});

test.serial("USB stick, no display, scattered files, 5 GiB: the kernel gets a complete BootInfo", async (t) => {
  const imagePath = makeImage(parts, "stick");
  changeVolume(imagePath, (volume) => volume.scatter("BOOT/MODULES"));
  const report = await bootToReport({ firmware: "uefi", disk: "usb", imagePath, vga: "none", memoryMib: 5120 });
  assertContract(t, report, parts, SOURCE_UEFI);
  t.is(report.fields.get("framebuffer.base"), 0n);
  t.is(report.commandLine, "");
  t.true(memoryMib(report) > 5000);
});

test.serial("a damaged kernel gets a message and no reset", async (t) => {
  const kernel = Uint8Array.from(parts.kernel);
  kernel[5000] ^= 0xff;
  const imagePath = makeImage(parts, "kernel-damaged", { kernel });
  await bootToMessage({ firmware: "uefi", imagePath }, "kernel is damaged. Copy it to the boot partition", async (guest) => {
    await guest.waitFor("press a key to go back to the firmware.");
    guest.send(" ");
    await guest.waitFor(/failed to start .*Load Error/); // the firmware's own words: it runs on
    t.false(guest.serial.text.includes("magic="));
  });
});

test.serial("a missing archive gets a message", async (t) => {
  const imagePath = makeImage(parts, "archive-missing", { archive: undefined });
  await t.notThrowsAsync(bootToMessage({ firmware: "uefi", imagePath }, "modules is missing. Copy it to the boot partition"));
});
