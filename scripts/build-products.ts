// Build products: the files under build/ that a machine is started from.

import { join } from "node:path";

declare const REPOSITORY_ROOT: string;

function product(name: string): string {
  return join(REPOSITORY_ROOT, "build", name);
}

/** The disk with the boot loaders, for BIOS and UEFI. */
export const DISK_IMAGE = product("disk.img");
/** ELF64 with symbols; PVH entry for direct boot. */
export const KERNEL = product("kernel.elf");
/** The boot archive with init, the daemons and the programs. */
export const MODULES = product("modules");
/** What COM1 printed when the console was a window. */
export const SERIAL_LOG = product("serial.log");
