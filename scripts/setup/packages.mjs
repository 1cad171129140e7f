// Packages: whether node_modules holds exactly what package-lock.json names, and fetching it when not.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/** @param {string} file @returns {Record<string, LockedPackage> | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Compares with the list npm keeps of what it has installed; packages for other systems may be absent.
 * @param {string} root
 */
export function arePackagesInstalled(root) {
  const locked = readLock(join(root, "package-lock.json"));
  const installed = readLock(join(root, "node_modules", ".package-lock.json"));
  if (locked === undefined || installed === undefined) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    const present = installed[path];
    if (path === "") return true;
    if (present === undefined) return wanted.optional === true;
    return present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

/**
 * npm ci, with npm's own words when it fails.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {boolean}
 */
export function installPackages(root, say) {
  say("Fetching the packages of package-lock.json (npm ci)");
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return result.status === 0;
}
