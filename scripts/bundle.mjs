// Bundle: TypeScript of this repository made runnable on Node, by esbuild, under build/host.
// Plain JavaScript because nothing can bundle the bundler; every other script but run.mjs is TypeScript.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/* global REPOSITORY_ROOT */
const root = typeof REPOSITORY_ROOT === "string" ? REPOSITORY_ROOT : dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Loads TypeScript as the CommonJS file that it is. An import would have Node look through its nine megabytes for names to export, and
 * for signs of another format, longer than it takes to run them.
 */
const requireTypeScript = {
  name: "require-typescript",
  /** @param {import("esbuild").PluginBuild} building */
  setup(building) {
    building.onResolve({ filter: /^typescript$/ }, () => ({ path: "typescript", namespace: "require" }));
    building.onLoad({ filter: /.*/, namespace: "require" }, () => ({
      contents: 'import { createRequire } from "node:module"; export default createRequire(import.meta.url)("typescript");',
    }));
  },
};

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
    plugins: [requireTypeScript],
    sourcemap: "linked",
    define: { REPOSITORY_ROOT: JSON.stringify(root) },
    logLevel: "error",
  });
  return entryPoints.map((entry) => join(outdir, entry.replace(/\.ts$/, ".mjs")));
}
