// Runs a TypeScript file of this repository on Node.  node scripts/run.mjs FILE.ts [arguments]
// Looks first whether Node and the packages are the ones asked for: without them nothing behind this line can be trusted.

import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { continueOn, isNodeEnough, pinnedNodePath } from "./setup/node-runtime.mjs";
import { arePackagesInstalled } from "./setup/packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = process.argv[2];
if (entry === undefined) {
  process.stderr.write("usage: node scripts/run.mjs FILE.ts [arguments]\n");
  process.exit(2);
}
if (!isNodeEnough() && existsSync(pinnedNodePath(root))) continueOn(pinnedNodePath(root));
if (!isNodeEnough() || !arePackagesInstalled(root)) {
  const what = isNodeEnough() ? "node_modules is not what package-lock.json says" : `Node ${process.versions.node} is too old`;
  process.stderr.write(`${what}. Run ./qemu.sh --setup\n`);
  process.exit(1);
}
const { bundle } = await import("./bundle.mjs");
const [output = ""] = await bundle([relative(root, resolve(root, entry))]);
process.argv.splice(1, 2, output);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(output).href);
