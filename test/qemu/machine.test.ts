// Machine: options become QEMU arguments, and combinations no machine has are refused before QEMU sees them.

import test from "ava";
import { MachineOptionError, type MachineOptions, machineArguments, shellCommand } from "../../scripts/qemu/machine.ts";

function line(options: MachineOptions): string {
  return machineArguments(options).join(" ");
}

test("the debug-exit device and -no-reboot are there only when asked for", (t) => {
  const imagePath = "disk.img";
  t.notRegex(line({ firmware: "bios", imagePath }), /isa-debug-exit|no-reboot/);
  t.regex(line({ firmware: "bios", imagePath, debugExit: true, exitOnReset: true }), /isa-debug-exit,iobase=244.*-no-reboot/);
});

test("direct boots the kernel with qboot, or with SeaBIOS where asked, and microvm with its own firmware", (t) => {
  const kernel = { kernelPath: "kernel.elf", modulesPath: "modules", commandLine: "a b" };
  t.regex(line(kernel), /-machine q35 .*-bios \S*qboot\.rom -kernel kernel\.elf -initrd modules -append a b$/);
  t.notRegex(line({ ...kernel, seaBios: true }), /-bios/);
  t.notRegex(line({ ...kernel, machine: "microvm" }), /-bios|-vga/);
});

test("each disk gets the controller its machine has", (t) => {
  const imagePath = "disk.img";
  t.regex(line({ firmware: "bios", disk: "ide", imagePath }), /-machine pc .*ide-hd,bus=ide\.0,unit=0/);
  t.regex(line({ firmware: "bios", disk: "ahci", imagePath }), /-machine q35 .*ide-hd,bus=ide\.0,drive/);
  t.regex(line({ firmware: "bios", disk: "ahci", machine: "pc", imagePath }), /ahci,id=ahci0 -device ide-hd,bus=ahci0\.0/);
  t.regex(line({ firmware: "bios", disk: "usb", imagePath }), /qemu-xhci -device usb-storage/);
  t.regex(line({ firmware: "bios", imagePath }), /virtio-blk-pci/);
  t.notRegex(line({ kernelPath: "kernel.elf" }), /-drive/);
});

test("the disk is a snapshot unless writes are to stay, and a comma in its path is no separator", (t) => {
  t.regex(line({ firmware: "bios", imagePath: "a,b.img" }), /snapshot=on,file=a,,b\.img/);
  t.regex(line({ firmware: "bios", imagePath: "a.img", discardWrites: false }), /snapshot=off,file=a\.img/);
});

test("what cannot be built is refused with a reason", (t) => {
  const refused = (options: MachineOptions): string | undefined =>
    t.throws(() => machineArguments(options), { instanceOf: MachineOptionError })?.message;
  t.is(refused({}), "direct boot needs the kernel's file");
  t.is(refused({ firmware: "bios" }), "disk virtio needs the disk image's file");
  t.is(
    refused({ firmware: "bios", disk: "ide", machine: "q35", imagePath: "a" }),
    "machine q35 has no IDE controller; take --disk ahci or machine pc",
  );
  t.regex(refused({ kernelPath: "k", disk: "usb", machine: "microvm", imagePath: "a" }) ?? "", /microvm .* has no disk controller/);
});

test("a printed command can be pasted into a shell", (t) => {
  t.is(shellCommand("qemu", ["-append", "a b", "it's", "file=x,,y"]), "qemu -append 'a b' 'it'\\''s' file=x,,y");
});
