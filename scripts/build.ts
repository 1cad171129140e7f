// Build: everything that a machine is started from, into build/.  npm run build [-- --all --watch]
//
//   abi/ ──► build/abi/*.inc      boot/*.asm ──► boot loaders          kernel/ ──► kernel.elf
//   daemons/ programs/ ──► programs/*.elf ──► modules (archive) ──► disk.img
//
// Invariants: (1) same sources, same bytes: nothing depends on the folder, the time or the order of the file system
//             (2) a step runs again only when something that it read has changed
//             (3) a kernel whose stacks could overflow is not built

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { assemblyFrames } from "../compiler/assembly-frames.ts";
import { type Compilation, compile } from "../compiler/driver.ts";
import { formatDiagnostic } from "../compiler/frontend/diagnostics.ts";
import type { HeapName } from "../compiler/frontend/load.ts";
import type { Profile } from "../compiler/ir/module.ts";
import { stripExecutable } from "../compiler/object/elf-strip.ts";
import { optimiseLate } from "../compiler/support/engine.ts";
import { FolderWatch } from "../compiler/support/folder-watch.ts";
import { defaultImage } from "../image/default.ts";
import { checkImage, printManifest } from "../image/manifest.ts";
import { writeAbiIncludes } from "./abi-include.ts";
import { BuildCache, hashTools, sourceFolders } from "./build-cache.ts";
import { DISK_IMAGE, KERNEL, MODULES } from "./build-products.ts";
import { type ArchiveFile, appendBootTrailer, assembleBoot, buildArchive, buildImage } from "./image.ts";
import { KERNEL_ASSEMBLY, KERNEL_MAIN } from "./kernel-sources.ts";
import { describeStack, measureKernelStacks, stackMistakes } from "./kernel-stacks.ts";

declare const REPOSITORY_ROOT: string;

const HELP = `npm run build -- [--all] [--watch] [--help]
  --all     everything anew, not only what has changed
  --watch   build, and build again whenever a source has changed, until it is interrupted
  --help    this text
Makes build/kernel.elf, build/programs/*.elf, build/modules and build/disk.img. Start them with ./qemu.sh.
The .elf files carry symbols and debug information; in modules and disk.img they are stripped.
`;

const OUT = join(REPOSITORY_ROOT, "build");
const PROGRAMS = join(OUT, "programs");
const COMMAND_LINE = "";
/** What the user did wrong, said already. */
class BuildFailure extends Error {}

interface Target {
  readonly name: string;
  readonly main: string;
  readonly profile: Profile;
  readonly heap?: HeapName;
  readonly assembly: readonly string[];
  readonly output: string;
}

optimiseLate();
process.exitCode = main(process.argv.slice(2));

/** Exit status 0: built, 1: the sources have errors, 2: a wrong option. */
function main(words: readonly string[]): number {
  const unknown = words.filter((word) => !["--all", "--watch", "--help"].includes(word));
  if (unknown.length > 0) {
    process.stderr.write(`build: unknown option ${unknown.join(" ")}\n${HELP}`);
    return 2;
  }
  if (words.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const isForced = words.includes("--all");
  return words.includes("--watch") ? keepBuilding(isForced) : buildTimed(isForced);
}

function buildTimed(isForced: boolean): number {
  const start = performance.now();
  try {
    build(isForced);
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  process.stdout.write(`built in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return 0;
}

/** The compiler stays warm between builds. A changed compiler is another one than this process runs. */
function keepBuilding(isForced: boolean): number {
  const tools = hashTools();
  const follow = (): void => watch.follow(sourceFolders().map((folder) => join(REPOSITORY_ROOT, folder)));
  const watch = new FolderWatch(() => {
    if (hashTools() !== tools) {
      process.stderr.write("build: the compiler, the scripts or the image have changed; start the build again\n");
      process.exitCode = 1;
      watch.close();
      return;
    }
    follow();
    try {
      process.exitCode = buildTimed(false);
    } catch (error) {
      // A tool failed, or the compiler: the next change may be the cure.
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
    process.stdout.write("waiting for changes\n");
  });
  follow();
  const status = buildTimed(isForced);
  process.stdout.write("waiting for changes\n");
  return status;
}

function build(isForced: boolean): void {
  const mistakes = checkImage(defaultImage);
  if (mistakes.length > 0) throw new BuildFailure(mistakes.map((mistake) => `image/default.ts: ${mistake}`).join("\n"));
  mkdirSync(OUT, { recursive: true });
  const cache = new BuildCache(join(OUT, "cache.json"), isForced);
  writeAbiIncludes(join(OUT, "abi"));
  const loaders = assembleBoot(OUT);
  const kernel = buildTarget(cache, {
    name: "kernel",
    main: KERNEL_MAIN,
    profile: "kernel",
    assembly: KERNEL_ASSEMBLY,
    output: KERNEL,
  });
  const files: ArchiveFile[] = [{ name: "manifest", bytes: new TextEncoder().encode(printManifest(defaultImage)) }];
  const init = { name: "init", main: defaultImage.init, heap: undefined };
  for (const { name, main, heap } of [init, ...defaultImage.entries]) {
    const output = join(PROGRAMS, `${name}.elf`);
    const full = buildTarget(cache, { name, main, profile: "program", heap, assembly: [], output });
    files.push({ name, bytes: stripExecutable(full) });
  }
  removeStalePrograms(files.map(({ name }) => `${name}.elf`));
  const archive = appendBootTrailer(buildArchive(files));
  replaceFile(MODULES, archive);
  const image = `${DISK_IMAGE}.new`;
  buildImage(image, {
    mbr: readFileSync(loaders.mbr),
    stage2: readFileSync(loaders.stage2),
    uefi: readFileSync(loaders.uefi),
    kernel: appendBootTrailer(stripExecutable(kernel)),
    archive,
    commandLine: COMMAND_LINE,
  });
  renameSync(image, DISK_IMAGE);
  cache.save();
}

/** Programs that were in the image once: whoever looks into the folder would take them for its content. */
function removeStalePrograms(wanted: readonly string[]): void {
  for (const file of readdirSync(PROGRAMS)) if (!wanted.includes(file)) rmSync(join(PROGRAMS, file), { recursive: true });
}

/** All of the new bytes or none: a machine may be starting from the file at this moment. */
function replaceFile(file: string, bytes: Uint8Array): void {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

/** The target's bytes, compiled anew only if a file that it was made from has changed. */
function buildTarget(cache: BuildCache, target: Target): Uint8Array {
  const known = cache.find(target.output);
  if (known !== undefined) {
    for (const fact of known.facts) process.stdout.write(`${fact}\n`);
    return known.bytes;
  }
  const start = performance.now();
  const assembly = target.assembly.map((file) => join(REPOSITORY_ROOT, file));
  const compilation = compile({
    entries: [join(REPOSITORY_ROOT, target.main)],
    profile: target.profile,
    heap: target.heap,
    runtimeDirectory: join(REPOSITORY_ROOT, "runtime"),
    root: REPOSITORY_ROOT,
    isOptimised: true,
    assembly,
    includeDirectories: [join(OUT, "abi"), ...new Set(target.assembly.map((file) => join(REPOSITORY_ROOT, file, "..")))],
  });
  const { bytes, textSizeBytes } = executableOf(target, compilation);
  const facts = target.profile === "kernel" ? [`kernel code: ${textSizeBytes} bytes`, ...proveStacks(compilation)] : [];
  const product = target.profile === "kernel" ? appendBootTrailer(bytes) : bytes;
  mkdirSync(join(target.output, ".."), { recursive: true });
  replaceFile(target.output, product);
  cache.add(target.output, [...compilation.files, ...assembly, ...includesOf(target)], facts);
  process.stdout.write(
    `${relative(REPOSITORY_ROOT, target.output)}: ${product.length} bytes, ${Math.round(performance.now() - start)} ms\n`,
  );
  for (const fact of facts) process.stdout.write(`${fact}\n`);
  return product;
}

/** Every file that the target's assembly could include. */
function includesOf(target: Target): string[] {
  const folders = new Set(target.assembly.map((file) => join(REPOSITORY_ROOT, file, "..")));
  return [...folders].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".inc"))
      .map((name) => join(folder, name)),
  );
}

function executableOf(target: Target, compilation: Compilation): { bytes: Uint8Array; textSizeBytes: number } {
  const { diagnostics, errors, executable } = compilation;
  if (executable !== undefined) {
    const text = executable.map.sections.filter(({ section }) => section === ".text");
    return { bytes: executable.bytes, textSizeBytes: text.reduce((total, { sizeBytes }) => total + sizeBytes, 0) };
  }
  const messages = [...diagnostics.map(formatDiagnostic), ...errors];
  throw new BuildFailure(
    `${messages.join("\n")}\n${target.name} was not built: ${messages.length} error${messages.length === 1 ? "" : "s"}`,
  );
}

/** The kernel profile promises that every stack is deep enough: the proof is made, and shown, with each kernel. */
function proveStacks({ code, assembly }: Compilation): string[] {
  const stacks = measureKernelStacks([...(code?.frames ?? []), ...assemblyFrames(assembly ?? [])]);
  const mistakes = stackMistakes(stacks);
  if (mistakes.length > 0) throw new BuildFailure(mistakes.join("\n"));
  return stacks.map(describeStack);
}
