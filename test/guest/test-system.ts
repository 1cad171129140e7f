// Test system: the default image with programs of a test added to it, as an archive for direct boot.
// Owns:       build/test/guest: the archives.
// Requires:   what the build made; its daemons and programs are taken as they are.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../compiler/driver.ts";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { defaultImage } from "../../image/default.ts";
import { checkImage, type ProgramEntry, printManifest, type SystemImage } from "../../image/manifest.ts";
import { type ArchiveFile, appendBootTrailer, buildArchive } from "../../scripts/image.ts";

declare const REPOSITORY_ROOT: string;

function compileProgram({ main, heap }: ProgramEntry): Uint8Array {
  const { executable, diagnostics, errors } = compile({
    entries: [join(REPOSITORY_ROOT, main)],
    profile: "program",
    heap,
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: REPOSITORY_ROOT,
    isOptimised: true,
    includeDirectories: [join(REPOSITORY_ROOT, "build", "abi")],
  });
  if (executable === undefined) throw new Error([...diagnostics.map(formatDiagnostic), ...errors].join("\n"));
  return executable.bytes;
}

/** Writes an archive of the default image and these programs, and gives its path. */
export function buildTestModules(name: string, added: readonly ProgramEntry[]): string {
  const image: SystemImage = { init: defaultImage.init, entries: [...defaultImage.entries, ...added] };
  const mistakes = checkImage(image);
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  const built = ["init", ...defaultImage.entries.map((entry) => entry.name)];
  const files: ArchiveFile[] = [
    { name: "manifest", bytes: new TextEncoder().encode(printManifest(image)) },
    ...built.map((program) => ({ name: program, bytes: readFileSync(join(REPOSITORY_ROOT, "build", "programs", `${program}.elf`)) })),
    ...added.map((entry) => ({ name: entry.name, bytes: compileProgram(entry) })),
  ];
  const path = join(REPOSITORY_ROOT, "build", "test", "guest", `modules-${name}`);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, appendBootTrailer(buildArchive(files)));
  return path;
}
