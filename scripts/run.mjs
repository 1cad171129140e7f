// Runs a TypeScript file of this repository on Node.  node scripts/run.mjs FILE.ts [arguments]

import { dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = process.argv[2];
if (entry === undefined) {
  process.stderr.write("usage: node scripts/run.mjs FILE.ts [arguments]\n");
  process.exit(2);
}
const [output] = await bundle([relative(root, resolve(root, entry))]);
process.argv.splice(1, 2, output);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(output).href);
