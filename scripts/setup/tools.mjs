// Tools: which of tools.txt this computer has, in which version.
// Plain JavaScript for old Nodes: runs before a new Node and the packages are there.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/* global REPOSITORY_ROOT */
const root = typeof REPOSITORY_ROOT === "string" ? REPOSITORY_ROOT : dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @typedef {{ name: string, command?: string, files: string[], neededVersion?: string, reason: string, packages: string[] }} Tool */
/** @typedef {{ tool: Tool, found?: string, isEnough: boolean }} Finding */

/** @returns {Tool[]} the rows of tools.txt */
export function readTools() {
  const rows = readFileSync(join(root, "scripts", "setup", "tools.txt"), "utf8").split("\n");
  return rows
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => {
      const [name = "", where = "", version = "-", reason = "", ...packages] = row.split("|");
      const files = where.startsWith("/") ? where.split(" ") : [];
      return {
        name,
        command: files.length === 0 ? where : undefined,
        files,
        neededVersion: version === "-" ? undefined : version,
        reason,
        packages,
      };
    });
}

/**
 * The first of a tool's files that exists.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findFile(name) {
  return readTools()
    .find((tool) => tool.name === name)
    ?.files.find((file) => existsSync(file));
}

/**
 * Compares dotted version numbers; missing parts count as zero.
 * @param {string} found
 * @param {string} needed
 */
export function isVersionEnough(found, needed) {
  const foundParts = found.split(".").map(Number);
  const neededParts = needed.split(".").map(Number);
  for (let index = 0; index < neededParts.length; index++) {
    const difference = (foundParts[index] ?? 0) - (neededParts[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** @param {string} command @returns {string | undefined} what the command says of its version; "unknown" when it says nothing */
function commandVersion(command) {
  const result = spawnSync(command, [command === "nasm" ? "-v" : "--version"], { encoding: "utf8" });
  if (result.error !== undefined || result.status !== 0) return undefined;
  return /\d+(?:\.\d+)+/.exec(`${result.stdout}${result.stderr}`)?.[0] ?? "unknown";
}

/** @param {Tool} tool @returns {Finding} */
export function look(tool) {
  if (tool.command === undefined) {
    const file = tool.files.find((candidate) => existsSync(candidate));
    return { tool, found: file, isEnough: file !== undefined };
  }
  const found = tool.name === "node" ? process.versions.node : commandVersion(tool.command);
  const isEnough = found !== undefined && (tool.neededVersion === undefined || isVersionEnough(found, tool.neededVersion));
  return { tool, found, isEnough };
}

/**
 * What the doctor says of one tool.
 * @param {Finding} finding
 */
export function findingLine({ tool, found, isEnough }) {
  const state = isEnough ? "ok" : found === undefined ? "missing" : "too old";
  const needed = tool.neededVersion === undefined ? "" : `needed: ${tool.neededVersion} or newer`;
  return `${state.padEnd(8)} ${tool.name.padEnd(9)} ${(found ?? "-").padEnd(12)} ${needed}`.trimEnd();
}

/**
 * Ends the process with the doctor's lines when one of the named tools is missing: tests and builds do not skip.
 * @param {readonly string[]} names
 */
export function requireTools(names) {
  const lacking = readTools()
    .filter((tool) => names.includes(tool.name))
    .map(look)
    .filter((finding) => !finding.isEnough);
  if (lacking.length === 0) return;
  for (const finding of lacking) process.stderr.write(`${findingLine(finding)}  (${finding.tool.reason})\n`);
  process.stderr.write("Run ./qemu.sh --setup to install what is missing.\n");
  process.exit(1);
}
