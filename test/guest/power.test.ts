// Power: poweroff ends QEMU as ACPI does, reboot starts the machine anew.

import test from "ava";
import type { GuestOptions } from "../../scripts/qemu/guest.ts";
import { directBoot, GREETING, Session, withSession } from "./session.ts";

const MACHINES: Readonly<Record<string, GuestOptions>> = {
  "q35 with qboot": { ...directBoot },
  "q35 with SeaBIOS": { ...directBoot, seaBios: true },
  "pc with SeaBIOS": { ...directBoot, machine: "pc", seaBios: true },
};

for (const [name, machine] of Object.entries(MACHINES)) {
  test(`${name}: poweroff ends QEMU with status 0`, async (t) => {
    await withSession({ ...machine, debugExit: false }, async ({ guest }) => {
      guest.send("poweroff\r");
      await guest.waitFor("power off");
      t.is(await guest.waitForExit(), 0);
      const { data } = await guest.control.event("SHUTDOWN", 1000);
      t.is(data?.reason, "guest-shutdown", "not a reset, which -no-reboot would end alike");
    });
  });

  test(`${name}: reboot starts the system again`, async (t) => {
    await withSession({ ...machine, exitOnReset: false }, async ({ guest }) => {
      guest.send("reboot\r");
      await guest.waitFor("reboot\nreboot\n");
      const again = await Session.open(guest);
      t.deepEqual(await again.run("echo second life"), ["second life"]);
      t.is(guest.serial.text.split(GREETING).length - 1, 2);
    });
  });
}
