// Bundle: TypeScript of this repository made runnable on Node, by esbuild, under build/host.
// Plain JavaScript because nothing can bundle the bundler; every other script but run.mjs is TypeScript.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/* global REPOSITORY_ROOT */
const root = typeof REPOSITORY_ROOT === "string" ? REPOSITORY_ROOT : dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles the entry points (paths relative to the repository) into build/host, one .mjs a file.
 * @param {readonly string[]} entryPoints
 * @returns {Promise<string[]>} the outputs' absolute paths, in order
 */
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
