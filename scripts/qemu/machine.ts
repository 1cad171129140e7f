// Machine: the QEMU command line of a virtual PC, from options by name.
// Invariants: (1) a pure function of its options and of where the firmware files lie; nothing is started, copied or created
//             (2) the debug-exit device exists only when asked for: a user's machine ends by ACPI power-off alone

import { findOvmf, findQboot } from "./firmware.mjs";

export const FIRMWARES = ["bios", "uefi", "direct"] as const;
export const DISKS = ["virtio", "ahci", "ide", "usb", "none"] as const;
export type Firmware = (typeof FIRMWARES)[number];
export type Disk = (typeof DISKS)[number];

/** What the guest writes to the debug-exit port ends QEMU with status 2 * value + 1. */
export const DEBUG_EXIT_PORT = 0xf4;

/** One virtual PC. What is left out has the default named beside it. */
export interface MachineOptions {
  /** bios and uefi boot the disk image; direct enters the kernel by PVH, without a disk unless one is named. Default: direct. */
  firmware?: Firmware;
  /** Controller of the boot disk. Default: virtio, none for direct. */
  disk?: Disk;
  /** QEMU machine type with its properties. Default: pc for an ide disk, q35 otherwise. */
  machine?: string;
  /** CPU model with its features. Default: max. */
  cpu?: string;
  /** Default: 1. */
  processorCount?: number;
  /** Default: 256. */
  memoryMib?: number;
  /** Default: tcg. */
  accelerator?: "tcg" | "kvm";
  /** Disk image, for every disk but none. */
  imagePath?: string;
  /** Whether what the guest writes to the disk is thrown away at the end. Default: true. */
  discardWrites?: boolean;
  /** Kernel, boot archive and kernel command line of direct. */
  kernelPath?: string;
  modulesPath?: string;
  commandLine?: string;
  /** Direct only: let SeaBIOS start the kernel in place of the faster qboot. */
  seaBios?: boolean;
  /** -display argument. Default: none. */
  display?: string;
  /** -vga argument. Default: std; leave the display adapter out with none. */
  vga?: string;
  /** -serial argument of COM1. Default: none. */
  serial?: string;
  /** -qmp argument. Default: no QMP. */
  qmp?: string;
  /** Whether the debug-exit device is present. Default: false. */
  debugExit?: boolean;
  /** Whether a reset ends QEMU. Default: false. */
  exitOnReset?: boolean;
  /** -icount argument. */
  icount?: string;
  /** The port on which QEMU waits for gdb before the first instruction. Default: it does not wait. */
  gdbPort?: number;
  /** Arguments appended as they are. */
  extra?: readonly string[];
}

/** A combination of options no machine can be built from. The message is for the person who chose them. */
export class MachineOptionError extends Error {}

function machineType(options: MachineOptions, disk: Disk): string {
  if (options.machine !== undefined) return options.machine;
  return disk === "ide" ? "pc" : "q35";
}

/** The arguments after the program's name. */
export function machineArguments(options: MachineOptions): string[] {
  const firmware = options.firmware ?? "direct";
  const disk = options.disk ?? (firmware === "direct" ? "none" : "virtio");
  const machine = machineType(options, disk);
  return [
    ...["-machine", machine, "-accel", options.accelerator ?? "tcg", "-cpu", options.cpu ?? "max"],
    ...["-smp", String(options.processorCount ?? 1), "-m", String(options.memoryMib ?? 256), "-nodefaults"],
    ...displayArguments(options, machine),
    ...["-serial", options.serial ?? "none", "-monitor", "none"],
    ...firmwareArguments(options, firmware, machine),
    ...diskArguments(options, disk, machine),
    ...(options.qmp === undefined ? [] : ["-qmp", options.qmp]),
    ...(options.debugExit === true ? ["-device", `isa-debug-exit,iobase=${DEBUG_EXIT_PORT},iosize=4`] : []),
    ...(options.exitOnReset === true ? ["-no-reboot"] : []),
    ...(options.icount === undefined ? [] : ["-icount", options.icount]),
    ...(options.gdbPort === undefined ? [] : ["-gdb", `tcp::${options.gdbPort}`, "-S"]),
    ...(options.extra ?? []),
  ];
}

function displayArguments(options: MachineOptions, machine: string): string[] {
  const hasVga = !machine.startsWith("microvm");
  return ["-display", options.display ?? "none", ...(hasVga ? ["-vga", options.vga ?? "std"] : [])];
}

function firmwareArguments(options: MachineOptions, firmware: Firmware, machine: string): string[] {
  if (firmware === "bios") return [];
  if (firmware === "uefi") return uefiArguments();
  if (options.kernelPath === undefined) throw new MachineOptionError("direct boot needs the kernel's file");
  const qboot = options.seaBios === true || machine.startsWith("microvm") ? undefined : findQboot();
  if (options.seaBios !== true && !machine.startsWith("microvm") && qboot === undefined) {
    throw new MachineOptionError("qboot.rom is missing; it comes with QEMU's firmware files (Debian: qemu-system-data)");
  }
  return [
    ...(qboot === undefined ? [] : ["-bios", qboot]),
    ...["-kernel", options.kernelPath],
    ...(options.modulesPath === undefined ? [] : ["-initrd", options.modulesPath]),
    ...(options.commandLine === undefined ? [] : ["-append", options.commandLine]),
  ];
}

function uefiArguments(): string[] {
  const ovmf = findOvmf();
  if (ovmf === undefined) throw new MachineOptionError("the UEFI firmware OVMF is missing (Debian: package ovmf)");
  // What the firmware writes to its variables goes to a snapshot that ends with the run: each run starts alike.
  return [
    ...["-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(ovmf.code)}`],
    ...["-drive", `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(ovmf.variables)}`],
  ];
}

/** QEMU reads a doubled comma in a path as one. */
function escapeComma(path: string): string {
  return path.replaceAll(",", ",,");
}

function diskArguments(options: MachineOptions, disk: Disk, machine: string): string[] {
  if (disk === "none") return [];
  if (options.imagePath === undefined) throw new MachineOptionError(`disk ${disk} needs the disk image's file`);
  const snapshot = (options.discardWrites ?? true) ? "on" : "off";
  const drive = `if=none,id=disk0,format=raw,snapshot=${snapshot},file=${escapeComma(options.imagePath)}`;
  return ["-drive", drive, ...diskDevices(disk, machine).flatMap((device) => ["-device", device])];
}

function diskDevices(disk: Exclude<Disk, "none">, machine: string): string[] {
  if (machine.startsWith("microvm")) throw new MachineOptionError("machine microvm boots direct and has no disk controller");
  const isQ35 = machine.startsWith("q35");
  switch (disk) {
    case "virtio":
      return ["virtio-blk-pci,drive=disk0,bootindex=0"];
    case "ahci":
      return isQ35 ? ["ide-hd,bus=ide.0,drive=disk0,bootindex=0"] : ["ahci,id=ahci0", "ide-hd,bus=ahci0.0,drive=disk0,bootindex=0"];
    case "ide":
      if (isQ35) throw new MachineOptionError("machine q35 has no IDE controller; take --disk ahci or machine pc");
      return ["ide-hd,bus=ide.0,unit=0,drive=disk0,bootindex=0"];
    case "usb":
      return ["qemu-xhci", "usb-storage,drive=disk0,bootindex=0"];
  }
}

/** The command as a person would type it into a shell. */
export function shellCommand(program: string, parameters: readonly string[]): string {
  return [program, ...parameters].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
