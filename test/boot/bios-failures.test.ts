// BIOS boot failures: each ends in its message on the serial line and on the screen, and the machine stays: no reset.

import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import test from "ava";
import { appendBootTrailer, PARTITION_START_SECTOR, SECTOR_SIZE_BYTES } from "../../scripts/image.ts";
import { type GuestOptions, withGuest } from "../../scripts/qemu/guest.ts";
import { buildBootParts, makeImage, waitForScreen } from "./boot-machine.ts";
import { changeVolume } from "./fat-volume.ts";

const MBR_FIRST_ENTRY = 446;
const STAGE2_FIRST_SECTOR = 1;
const STAYS_MS = 200;
const parts = buildBootParts("bios-failures");

function overwrite(imagePath: string, offset: number, bytes: Uint8Array): void {
  const file = openSync(imagePath, "r+");
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

function inverted(bytes: Uint8Array, position: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[position] ^= 0xff;
  return copy;
}

/** The kernel with more uninitialised data than the machine has memory. */
function hugeKernel(): Uint8Array {
  const elf = Uint8Array.from(parts.kernel.subarray(0, -16));
  const view = new DataView(elf.buffer);
  const firstHeader = Number(view.getBigUint64(32, true));
  const headers = Array.from({ length: view.getUint16(56, true) }, (_, index) => firstHeader + index * 56);
  const writable = headers.find((header) => view.getUint32(header, true) === 1 && (view.getUint32(header + 4, true) & 2) !== 0);
  if (writable === undefined) throw new Error("the test kernel has no writable segment");
  view.setBigUint64(writable + 40, 240n << 20n, true);
  return appendBootTrailer(elf);
}

interface Failure {
  readonly image: () => string;
  readonly message: string;
  readonly machine?: GuestOptions;
}

/** A drive whose reads of one sector fail. */
function unreadable(name: string, sector: number): Failure {
  return {
    machine: { disk: "virtio" },
    message: sector < PARTITION_START_SECTOR ? "the BIOS cannot read the disk." : "the disk cannot be read. Try another port or disk",
    image: () => {
      const rules = join(parts.folder, `${name}.blkdebug`);
      writeFileSync(rules, `[inject-error]\nevent = "read_aio"\nerrno = "5"\nonce = "off"\nsector = "${sector}"\n`);
      return `blkdebug:${rules}:${makeImage(parts, name)}`;
    },
  };
}

const FAILURES: Readonly<Record<string, Failure>> = {
  "no 64-bit mode": {
    machine: { cpu: "pentium3" },
    message: "this processor has no 64-bit mode. Use a 64-bit x86 PC",
    image: () => makeImage(parts, "disk"),
  },
  "no CPUID at all": {
    machine: { cpu: "486" },
    message: "this processor has no 64-bit mode.",
    image: () => makeImage(parts, "disk-486"),
  },
  "damaged stage 2": {
    message: "the boot loader is damaged. Write the disk image again.",
    image: () => {
      const image = makeImage(parts, "stage2-damaged");
      changeVolume(image, (volume) => volume.invertByte((STAGE2_FIRST_SECTOR + 5) * SECTOR_SIZE_BYTES + 7));
      return image;
    },
  },
  "missing stage 2": {
    message: "the boot loader is damaged. Write the disk image again.",
    image: () => makeImage(parts, "stage2-missing", { stage2: new Uint8Array(SECTOR_SIZE_BYTES) }),
  },
  "no partition": {
    message: "the disk has no FAT32 partition.",
    image: () => {
      const image = makeImage(parts, "no-partition");
      overwrite(image, MBR_FIRST_ENTRY, new Uint8Array(16));
      return image;
    },
  },
  "a partition that is not FAT32": {
    message: "the boot partition is not a FAT32 file system.",
    image: () => {
      const image = makeImage(parts, "no-fat32");
      overwrite(image, PARTITION_START_SECTOR * SECTOR_SIZE_BYTES, new Uint8Array(SECTOR_SIZE_BYTES));
      return image;
    },
  },
  "missing kernel": {
    message: "boot/kernel is missing. Copy it to the boot partition",
    image: () => makeImage(parts, "kernel-missing", { kernel: undefined }),
  },
  "missing archive": {
    message: "boot/modules is missing. Copy it to the boot partition",
    image: () => makeImage(parts, "archive-missing", { archive: undefined }),
  },
  "kernel damaged in its code": {
    message: "boot/kernel is damaged. Copy it",
    image: () => makeImage(parts, "kernel-damaged", { kernel: inverted(parts.kernel, 5000) }),
  },
  "kernel damaged in its header": {
    message: "boot/kernel is damaged. Copy it",
    image: () => makeImage(parts, "kernel-header", { kernel: inverted(parts.kernel, 0) }),
  },
  "kernel cut short": {
    message: "boot/kernel is damaged. Copy it",
    image: () => makeImage(parts, "kernel-short", { kernel: parts.kernel.subarray(0, parts.kernel.length - 1000) }),
  },
  "empty kernel": {
    message: "boot/kernel is damaged. Copy it",
    image: () => makeImage(parts, "kernel-empty", { kernel: new Uint8Array(0) }),
  },
  "damaged archive": {
    message: "boot/modules is damaged. Copy it",
    image: () => makeImage(parts, "archive-damaged", { archive: inverted(parts.archive, 200_000) }),
  },
  "cluster chain that ends too early": {
    message: "the boot partition's file system is damaged.",
    image: () => {
      const image = makeImage(parts, "chain-short");
      changeVolume(image, (volume) => volume.setLink(volume.fileClusters("BOOT/MODULES")[10], 0x0fff_ffff));
      return image;
    },
  },
  "cluster chain into nowhere": {
    message: "the boot partition's file system is damaged.",
    image: () => {
      const image = makeImage(parts, "chain-nowhere");
      changeVolume(image, (volume) => volume.setLink(volume.fileClusters("BOOT/MODULES")[10], 0x0aaa_aaaa));
      return image;
    },
  },
  "folder that is its own next cluster": {
    message: "the boot partition's file system is damaged.",
    image: () => {
      const image = makeImage(parts, "folder-circle", { kernel: undefined });
      changeVolume(image, (volume) => {
        const [first] = volume.fileClusters("BOOT");
        volume.setLink(first, first);
        volume.fillFolder("BOOT");
      });
      return image;
    },
  },
  "command line beyond the bound": {
    message: "boot/cmdline is longer than 4096 bytes. Shorten it.",
    image: () => makeImage(parts, "command-line", { commandLine: "x".repeat(4097) }),
  },
  "not enough memory": {
    machine: { memoryMib: 64 },
    message: "not enough memory below 4 GiB for kernel and modules.",
    image: () => makeImage(parts, "huge", { kernel: hugeKernel() }),
  },
  "stage 2 that cannot be read": unreadable("unreadable-stage2", STAGE2_FIRST_SECTOR),
  "partition that cannot be read": unreadable("unreadable-partition", PARTITION_START_SECTOR),
};

for (const [name, failure] of Object.entries(FAILURES)) {
  test(name, async (t) => {
    const options: GuestOptions = { firmware: "bios", disk: "ide", memoryMib: 128, ...failure.machine, imagePath: failure.image() };
    await withGuest(options, async (guest) => {
      await guest.waitFor(`microkernel: ${failure.message}`, 20_000);
      await waitForScreen(guest, `microkernel: ${failure.message}`);
      await delay(STAYS_MS); // a reset would end QEMU
      t.like(await guest.control.command("query-status"), { running: true });
      t.false(guest.serial.text.includes("magic="));
    });
  });
}
