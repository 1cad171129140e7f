// BuildCache: which files each product was made from, and what they held then.
// Invariants: (1) a product is fresh only if it exists, and all its sources and the compiler are what they were
//             (2) a cache that cannot be read is an empty one

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

declare const REPOSITORY_ROOT: string;

interface CachedProduct {
  /** Paths relative to the repository. */
  readonly sources: readonly string[];
  readonly hash: string;
  /** Lines about the product that are worth showing with every build. */
  readonly facts: readonly string[];
}

export interface FreshProduct {
  readonly bytes: Uint8Array;
  readonly facts: readonly string[];
}

/** Folders that a build reads, with all below them. */
export const SOURCE_FOLDERS: readonly string[] = [
  "abi",
  "boot",
  "compiler",
  "daemons",
  "image",
  "kernel",
  "programs",
  "runtime",
  "scripts",
];
/** Folders whose every file matters to each product: the tools, and what all programs stand on. */
const SHARED_FOLDERS = ["compiler", "abi", "scripts", "image"];

export class BuildCache {
  private readonly file: string;
  private readonly products: Map<string, CachedProduct>;
  /** What this build asked for or made: the rest is of no image any more. */
  private readonly used = new Set<string>();
  private readonly toolsHash = hashTools();

  /** Forced: nothing is taken from the cache. */
  constructor(file: string, isForced: boolean) {
    this.file = file;
    this.products = isForced ? new Map() : readProducts(file);
  }

  /** A product, if it is fresh. */
  find(output: string): FreshProduct | undefined {
    const path = relative(REPOSITORY_ROOT, output);
    this.used.add(path);
    const known = this.products.get(path);
    if (known === undefined || !existsSync(output) || known.hash !== this.hash(known.sources)) return undefined;
    return { bytes: readFileSync(output), facts: known.facts };
  }

  /** Notes that a product has just been made from these files (absolute). */
  add(output: string, sources: readonly string[], facts: readonly string[] = []): void {
    const path = relative(REPOSITORY_ROOT, output);
    this.used.add(path);
    const paths = [...new Set(sources.map((source) => relative(REPOSITORY_ROOT, source)))].sort();
    this.products.set(path, { sources: paths, hash: this.hash(paths), facts });
  }

  /** Writes down what is known of the products of this build, and forgets the others. */
  save(): void {
    const kept = [...this.products].filter(([path]) => this.used.has(path));
    writeFileSync(this.file, JSON.stringify(Object.fromEntries(kept)));
  }

  private hash(sources: readonly string[]): string {
    return `${this.toolsHash}:${hashFiles(sources)}`;
  }
}

/** What the tools are, as they lie on the disk now. */
export function hashTools(): string {
  return hashFiles(SHARED_FOLDERS.flatMap(filesBelow));
}

/** All folders that hold sources, relative to the repository. */
export function sourceFolders(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(REPOSITORY_ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(REPOSITORY_ROOT, join(entry.parentPath, entry.name)));
  return SOURCE_FOLDERS.flatMap((folder) => [folder, ...below(folder)]);
}

function readProducts(file: string): Map<string, CachedProduct> {
  try {
    const products = Object.entries<CachedProduct>(JSON.parse(readFileSync(file, "utf8")));
    return new Map(products.map(([path, product]) => [path, { ...product, facts: product.facts ?? [] }]));
  } catch {
    return new Map();
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(REPOSITORY_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(REPOSITORY_ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

function hashFiles(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const path = join(REPOSITORY_ROOT, file);
    hash.update(`${file}\0`).update(existsSync(path) ? readFileSync(path) : "gone");
  }
  return hash.digest("hex");
}
