// Disk: the image as a person boots it: BIOS from each kind of disk, UEFI from two.

import test from "ava";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { waitForScreenText } from "../../scripts/qemu/screen-text.ts";
import { readUptime } from "./reports.ts";
import { diskBoot, withSession } from "./session.ts";

const MACHINES: Readonly<Record<string, GuestOptions>> = {
  "BIOS, IDE disk": { firmware: "bios", disk: "ide" },
  "BIOS, AHCI disk": { firmware: "bios", disk: "ahci" },
  "BIOS, virtio disk": { firmware: "bios", disk: "virtio" },
  "BIOS, USB stick": { firmware: "bios", disk: "usb" },
  "UEFI, virtio disk": { firmware: "uefi", disk: "virtio" },
  "UEFI, USB stick": { firmware: "uefi", disk: "usb" },
};

for (const [name, machine] of Object.entries(MACHINES)) {
  test.serial(`${name}: prompt on screen and serial line, echo, power off`, async (t) => {
    await withSession({ ...diskBoot, ...machine, debugExit: false }, async (session) => {
      t.deepEqual(await session.run("echo from the disk"), ["from the disk"]);
      const lines = await waitForScreenText(session.guest, /^from the disk$/);
      t.true(lines.includes("microkernel$ echo from the disk"));
      t.is(readUptime(await session.run("uptime")).interruptsBy, "APIC");
      session.guest.send("poweroff\r");
      t.is(await session.guest.waitForExit(), 0);
      t.is((await session.guest.control.event("SHUTDOWN", 1000)).data?.reason, "guest-shutdown");
    });
  });
}
