// The runtime's types: TypeScript's checker finds no error in the runtime of any profile. Compilations rely on it and check their programs
// only.

import { join } from "node:path";
import test from "ava";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { loadProgram } from "../../compiler/frontend/load.ts";

declare const REPOSITORY_ROOT: string;

for (const profile of ["linux", "program", "kernel"] as const) {
  test(`TypeScript accepts the runtime of profile ${profile}`, (t) => {
    const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");
    const loaded = loadProgram({ entries: [], profile, runtimeDirectory, root: REPOSITORY_ROOT });
    t.true(loaded.files.some((file) => file.fileName.startsWith(`${runtimeDirectory}/core/`)));
    t.deepEqual(loaded.checkRuntime().map(formatDiagnostic), []);
  });
}
