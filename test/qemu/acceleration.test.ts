// Acceleration: the gates in front of KVM, and the probe that times a real 64-bit guest.

import test from "ava";
import { chooseAccelerator, hasVirtualisation, timeProbe } from "../../scripts/qemu/acceleration.ts";
import { QEMU_PROGRAM } from "../../scripts/qemu/guest.ts";

test("virtualisation is read from the flags of the processors, and nowhere else", (t) => {
  t.true(hasVirtualisation("processor\t: 0\nflags\t\t: fpu vmx sse\n"));
  t.true(hasVirtualisation("flags\t\t: fpu svm\n"));
  t.false(hasVirtualisation("flags\t\t: fpu sse\nvmx flags\t: vnmi\nmodel name\t: vmx\n"));
  t.false(hasVirtualisation(""));
});

test("the probe reaches long mode, counts to a million and ends", async (t) => {
  const elapsedMs = await timeProbe(QEMU_PROGRAM, "tcg");
  t.true(elapsedMs !== undefined && elapsedMs < 1000, String(elapsedMs));
});

test("a QEMU that cannot be started is no reason for KVM", async (t) => {
  t.is(await timeProbe("no-such-qemu", "tcg"), undefined);
  t.is((await chooseAccelerator("no-such-qemu")).accelerator, "tcg");
});
