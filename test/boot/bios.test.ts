// BIOS boot: the disk image through SeaBIOS, from each kind of disk, with files wherever FAT32 may put them.

import { truncateSync } from "node:fs";
import test from "ava";
import { PARTITION_START_SECTOR, runMtools, SECTOR_SIZE_BYTES, writeImageFile } from "../../scripts/image.ts";
import { type GuestOptions, withGuest } from "../../scripts/qemu/guest.ts";
import { pixelAt, takeScreenshot } from "../../scripts/qemu/screen.ts";
import { assertContract, bootToReport, buildBootParts, makeImage, memoryMib, writePart } from "./boot-machine.ts";
import { changeVolume } from "./fat-volume.ts";

const SOURCE_BIOS = 1;
const RED = 0xff_0000;
const parts = buildBootParts("bios");
const imagePath = makeImage(parts, "disk", { commandLine: "console=serial  two\r\n" });

const MACHINES: Readonly<Record<string, GuestOptions>> = {
  "IDE disk": { disk: "ide" },
  "AHCI disk": { disk: "ahci" },
  "virtio disk": { disk: "virtio" },
  "USB stick on xHCI": { disk: "usb" },
  "machine with 5 GiB": { disk: "ahci", memoryMib: 5120 },
  "machine with 8 MiB": { disk: "ide", memoryMib: 8 },
};

for (const [name, machine] of Object.entries(MACHINES)) {
  test(`${name}: the kernel gets a complete BootInfo`, async (t) => {
    const report = await bootToReport({ ...machine, firmware: "bios", imagePath });
    assertContract(t, report, parts, SOURCE_BIOS);
    t.is(report.commandLine, "console=serial  two");
    t.is(report.fields.get("kernelBase"), 0x20_0000n);
    t.true((report.fields.get("rsdp") ?? 0n) >= 0xe_0000n);
    const expectedMib = machine.memoryMib ?? 256;
    t.true(memoryMib(report) <= expectedMib && memoryMib(report) >= expectedMib - 2, String(memoryMib(report)));
  });
}

const ADAPTERS = ["std", "cirrus", "virtio", "qxl"];

for (const vga of ADAPTERS) {
  test(`frame buffer of ${vga}: a red square drawn by its description is red on the screen`, async (t) => {
    const image = makeImage(parts, `stay-${vga}`, { commandLine: "stay" });
    await withGuest({ firmware: "bios", disk: "ahci", imagePath: image, vga }, async (guest) => {
      await guest.waitFor("end=");
      const screen = await takeScreenshot(guest);
      t.is(pixelAt(screen, 0, 0), RED);
      t.is(pixelAt(screen, 15, 15), RED);
      t.not(pixelAt(screen, 16, 16), RED);
      t.true(screen.width >= 800);
    });
  });
}

test("video=off and a machine without display leave text mode", async (t) => {
  const off = makeImage(parts, "video-off", { commandLine: "verbose video=off" });
  for (const options of [{ imagePath: off }, { imagePath, vga: "none" }]) {
    const report = await bootToReport({ firmware: "bios", disk: "ahci", ...options });
    assertContract(t, report, parts, SOURCE_BIOS);
    t.is(report.fields.get("framebuffer.base"), 0n);
  }
});

test("scattered files and a folder of several clusters are read", async (t) => {
  const image = makeImage(parts, "scattered", { kernel: undefined, archive: undefined });
  for (let index = 0; index < 40; index++) writeImageFile(image, `boot/a long name, number ${index}.text`, Buffer.from(`${index}`));
  writeImageFile(image, "boot/kernel", parts.kernel);
  writeImageFile(image, "boot/modules", parts.archive);
  changeVolume(image, (volume) => {
    t.true(volume.fileClusters("BOOT").length > 5);
    volume.scatter("BOOT");
    volume.scatter("BOOT/KERNEL");
    volume.scatter("BOOT/MODULES");
    const clusters = volume.fileClusters("BOOT/MODULES");
    t.true(clusters.filter((cluster, index) => cluster + 1 === clusters[index + 1]).length === 0);
  });
  assertContract(t, await bootToReport({ firmware: "bios", disk: "ahci", imagePath: image }), parts, SOURCE_BIOS);
});

test("video=off is a word, not a piece of one", async (t) => {
  const image = makeImage(parts, "video-words", { commandLine: "novideo=off video=offset xvideo=off" });
  const report = await bootToReport({ firmware: "bios", disk: "ahci", imagePath: image });
  t.not(report.fields.get("framebuffer.base"), 0n);
});

test("single read errors are survived by trying again", async (t) => {
  const rules = [1, 2, PARTITION_START_SECTOR].map(
    (sector) => `[inject-error]\nevent = "read_aio"\nerrno = "5"\nonce = "on"\nsector = "${sector}"\n`,
  );
  const rulesPath = writePart(parts, "once.blkdebug", Buffer.from(rules.join("")));
  const report = await bootToReport({ firmware: "bios", disk: "virtio", imagePath: `blkdebug:${rulesPath}:${imagePath}` });
  assertContract(t, report, parts, SOURCE_BIOS);
});

/** FAT32 has at least 65525 clusters, so larger ones need a larger disk; the file is sparse. */
function makeImageWithClusters(sectorsPerCluster: number): string {
  const image = makeImage(parts, `cluster-${sectorsPerCluster}`);
  const sectors = 66_000 * sectorsPerCluster;
  truncateSync(image, (PARTITION_START_SECTOR + sectors) * SECTOR_SIZE_BYTES);
  const geometry = ["-c", String(sectorsPerCluster), "-T", String(sectors), "-H", String(PARTITION_START_SECTOR), "-h", "255", "-s", "63"];
  runMtools("mformat", image, ["-F", ...geometry, "::"]);
  runMtools("mmd", image, ["::/boot"]);
  writeImageFile(image, "boot/kernel", parts.kernel);
  writeImageFile(image, "boot/modules", parts.archive);
  return image;
}

for (const sectorsPerCluster of [8, 64]) {
  test(`clusters of ${sectorsPerCluster} sectors are read`, async (t) => {
    const image = makeImageWithClusters(sectorsPerCluster);
    changeVolume(image, (volume) => volume.scatter("BOOT/MODULES"));
    const report = await bootToReport({ firmware: "bios", disk: "ahci", imagePath: image });
    assertContract(t, report, parts, SOURCE_BIOS);
    t.is(report.commandLine, "");
  });
}
