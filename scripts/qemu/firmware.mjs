// Firmware files: where distributions keep the OVMF (UEFI) and qboot images that QEMU loads.
// Plain JavaScript because the set-up looks for them before anything is installed.

import { existsSync } from "node:fs";
import { join } from "node:path";

/** Code and variable store of one OVMF build; the two must be of the same build. */
const OVMF_PAIRS = [
  { code: "/usr/share/OVMF/OVMF_CODE_4M.fd", variables: "/usr/share/OVMF/OVMF_VARS_4M.fd" },
  { code: "/usr/share/OVMF/OVMF_CODE.fd", variables: "/usr/share/OVMF/OVMF_VARS.fd" },
  { code: "/usr/share/edk2/ovmf/OVMF_CODE.fd", variables: "/usr/share/edk2/ovmf/OVMF_VARS.fd" },
  { code: "/usr/share/edk2/x64/OVMF_CODE.4m.fd", variables: "/usr/share/edk2/x64/OVMF_VARS.4m.fd" },
  { code: "/usr/share/edk2-ovmf/x64/OVMF_CODE.fd", variables: "/usr/share/edk2-ovmf/x64/OVMF_VARS.fd" },
  { code: "/usr/share/qemu/ovmf-x86_64-4m-code.bin", variables: "/usr/share/qemu/ovmf-x86_64-4m-vars.bin" },
  { code: "/opt/homebrew/share/qemu/edk2-x86_64-code.fd", variables: "/opt/homebrew/share/qemu/edk2-i386-vars.fd" },
  { code: "/usr/local/share/qemu/edk2-x86_64-code.fd", variables: "/usr/local/share/qemu/edk2-i386-vars.fd" },
];

const QEMU_FIRMWARE_FOLDERS = ["/usr/share/qemu", "/usr/share/seabios", "/usr/local/share/qemu", "/opt/homebrew/share/qemu"];

/**
 * The first OVMF build found. The variable store is a template: a run writes to a copy or snapshot of it.
 * @returns {{ code: string, variables: string } | undefined}
 */
export function findOvmf() {
  return OVMF_PAIRS.find((pair) => existsSync(pair.code) && existsSync(pair.variables));
}

/**
 * The small firmware that only starts a kernel, in a tenth of SeaBIOS's time.
 * @returns {string | undefined}
 */
export function findQboot() {
  return QEMU_FIRMWARE_FOLDERS.map((folder) => join(folder, "qboot.rom")).find((file) => existsSync(file));
}
