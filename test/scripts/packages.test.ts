// Packages: node_modules is compared with package-lock.json by what npm wrote down of its last installation.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";
import { arePackagesInstalled } from "../../scripts/setup/packages.mjs";

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;

const locked: Packages = {
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/for-windows": { version: "1.0.0", integrity: "sha512-w", optional: true },
};

function repository(t: ExecutionContext, installed: Packages | undefined): string {
  const root = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: locked }));
  if (installed !== undefined) {
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages: installed }));
  }
  return root;
}

test("the same packages are installed, optional ones for other systems may be absent", (t) => {
  t.true(arePackagesInstalled(repository(t, { "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } })));
});

test("nothing installed, a package absent, of another version or of other bytes", (t) => {
  t.false(arePackagesInstalled(repository(t, undefined)));
  t.false(arePackagesInstalled(repository(t, {})));
  t.false(arePackagesInstalled(repository(t, { "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } })));
  t.false(arePackagesInstalled(repository(t, { "node_modules/a": { version: "1.0.0", integrity: "sha512-b" } })));
});
