// Driver: the pipeline from source files to an executable, one call a stage.
// Invariants: (1) the stages hand on data only; nothing here looks into it
//             (2) no executable without all of it: with any diagnostic or link error the result holds only those

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AssemblyError, assemble } from "./assemble.ts";
import type { Diagnostic } from "./frontend/diagnostics.ts";
import { loadAndLowerTimed, type Timed } from "./frontend/frontend.ts";
import { type HeapName, profileFolder } from "./frontend/load.ts";
import type { Module, Profile } from "./ir/module.ts";
import { layouts } from "./link/layouts.ts";
import { type LinkMap, link } from "./link/linker.ts";
import { ElfError, readElfObject } from "./object/elf-reader.ts";
import type { ObjectFile } from "./object/object-file.ts";
import { checkCalls, checkFloats } from "./passes/check-profile.ts";
import type { Pass } from "./passes/pass.ts";
import { passes } from "./passes/passes.ts";
import { runPasses } from "./passes/run-passes.ts";
import { profileDiagnostic } from "./profile-diagnostics.ts";
import { type GeneratedCode, generateCode } from "./target/x64/generate.ts";
import type { LirFunction } from "./target/x64/lir.ts";

export interface CompileOptions {
  /** Absolute paths. */
  readonly entries: readonly string[];
  readonly profile: Profile;
  /** As in LoadOptions. */
  readonly heap?: HeapName;
  /** Folder with lib.d.ts, core and the profiles' folders. */
  readonly runtimeDirectory: string;
  /** File names in messages and backtraces are relative to it. */
  readonly root: string;
  readonly isOptimised: boolean;
  /** Passes not to run. */
  readonly passesOff?: ReadonlySet<string>;
  /** Assembly files besides the profile's own, absolute. */
  readonly assembly?: readonly string[];
  /** Searched by assembly files' %include. */
  readonly includeDirectories?: readonly string[];
  /** Verify the IR after every pass. */
  readonly isVerified?: boolean;
  readonly isStripped?: boolean;
  /** Nothing is generated: only errors are looked for. */
  readonly isCheckOnly?: boolean;
  readonly onBeforePass?: (pass: Pass, module: Module) => void;
  readonly onSelected?: (lir: LirFunction) => void;
  readonly onPass?: (pass: Pass, module: Module, milliseconds: number) => void;
  readonly onStage?: (stage: string, milliseconds: number) => void;
}

export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  /** Messages of assembler and linker: no source line of the program is to blame. */
  readonly errors: readonly string[];
  /** Source files read, absolute. */
  readonly files: readonly string[];
  readonly module?: Module;
  readonly code?: GeneratedCode;
  /** What the assembler made. */
  readonly assembly?: readonly ObjectFile[];
  readonly executable?: { readonly bytes: Uint8Array; readonly map: LinkMap };
}

/** Compiles and links a program. */
export function compile(options: CompileOptions): Compilation {
  const timed = stageTimer(options);
  const front = loadAndLowerTimed(options, timed);
  const { module, diagnostics, files } = front;
  if (module === null || diagnostics.length > 0) return { diagnostics, errors: [], files };

  const violations = options.profile === "kernel" ? timed("profile check", () => checkCalls(module)) : [];
  timed("passes", () =>
    runPasses(module, passes, {
      off: options.passesOff,
      onlyRequired: !options.isOptimised,
      verify: options.isVerified ?? false,
      onBeforePass: options.onBeforePass,
      onPass: options.onPass,
    }),
  );
  if (options.profile === "kernel") violations.push(...checkFloats(module));
  if (violations.length > 0)
    return { diagnostics: violations.map((violation) => profileDiagnostic(violation, options.root)), errors: [], files };

  if (options.isCheckOnly === true) return { diagnostics, errors: [], files, module };

  const code = timed("code", () =>
    generateCode(module, {
      optimise: options.isOptimised,
      allocator: options.isOptimised ? "linear-scan" : "spill-everything",
      isChecked: options.isVerified,
      onSelected: options.onSelected,
    }),
  );
  const assembled = timed("assembly", () => assembleAll(options));
  if (assembled.errors.length > 0) return { diagnostics, errors: assembled.errors, files, module, code };
  const linked = timed("link", () =>
    link([code.object, ...assembled.objects], layouts[options.profile], { isStripped: options.isStripped }),
  );
  const { objects: assembly } = assembled;
  if (linked.bytes === undefined) return { diagnostics, errors: linked.errors, files, module, code, assembly };
  return { diagnostics, errors: [], files, module, code, assembly, executable: { bytes: linked.bytes, map: linked.map } };
}

/** Assembly files that belong to a profile: every program of it needs them. */
export function profileAssembly(runtimeDirectory: string, profile: Profile): string[] {
  const folder = join(runtimeDirectory, profileFolder(profile));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".asm"))
    .sort()
    .map((name) => join(folder, name));
}

function assembleAll(options: CompileOptions): { objects: ObjectFile[]; errors: string[] } {
  const objects: ObjectFile[] = [];
  const errors: string[] = [];
  for (const file of [...profileAssembly(options.runtimeDirectory, options.profile), ...(options.assembly ?? [])]) {
    try {
      objects.push(readElfObject(assemble(file, "elf64", options.includeDirectories ?? []), file));
    } catch (error) {
      if (!(error instanceof AssemblyError || error instanceof ElfError)) throw error;
      errors.push(error.message);
    }
  }
  return { objects, errors };
}

function stageTimer(options: CompileOptions): Timed {
  return (stage, run) => {
    const start = performance.now();
    const result = run();
    options.onStage?.(stage, performance.now() - start);
    return result;
  };
}
