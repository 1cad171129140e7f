// Runs a TypeScript file of this repository on Node: bundles it with esbuild into build/host, then imports it.
// Plain JavaScript because nothing can bundle the bundler; every other script is TypeScript.

import { mkdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundles the entry points (paths relative to the root) into build/host, one .mjs a file. Returns the outputs' paths in order. */
export async function bundle(entryPoints) {
  const outdir = join(root, "build", "host");
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: entryPoints.map((entry) => ({ in: join(root, entry), out: entry.replace(/\.ts$/, "") })),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    define: { REPOSITORY_ROOT: JSON.stringify(root) },
    logLevel: "error",
  });
  return entryPoints.map((entry) => join(outdir, entry.replace(/\.ts$/, ".mjs")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const entry = process.argv[2];
  if (entry === undefined) {
    process.stderr.write("usage: node scripts/run.mjs FILE.ts [arguments]\n");
    process.exit(2);
  }
  const [output] = await bundle([relative(root, resolve(entry))]);
  process.argv.splice(1, 2, output);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(output).href);
}
