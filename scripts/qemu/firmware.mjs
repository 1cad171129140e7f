// Firmware files: the OVMF (UEFI) and qboot images that QEMU loads, from the places that setup/tools.txt lists.

import { existsSync } from "node:fs";
import { findFile } from "../setup/tools.mjs";

/**
 * OVMF's code and the variable store of the same build. The store is a template: a run writes to a copy or snapshot of it.
 * @returns {{ code: string, variables: string } | undefined}
 */
export function findOvmf() {
  const code = findFile("ovmf");
  const variables = code?.replace(/CODE(?=[^/]*$)/, "VARS").replace(/code(?=[^/]*$)/, "vars");
  return code === undefined || variables === undefined || !existsSync(variables) ? undefined : { code, variables };
}

/**
 * The small firmware that only starts a kernel, in a tenth of SeaBIOS's time.
 * @returns {string | undefined}
 */
export function findQboot() {
  return findFile("qboot");
}
