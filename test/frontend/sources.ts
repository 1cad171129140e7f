// Sources: programs given as text, through the front end of a profile.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LoweredProgram, loadAndLower } from "../../compiler/frontend/frontend.ts";
import type { Module, Profile } from "../../compiler/ir/module.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";

declare const REPOSITORY_ROOT: string;

const folder = join(REPOSITORY_ROOT, "build", "test", "frontend");
let count = 0;

/** Lowers one file with this text. */
export function lowerSource(text: string, profile: Profile = "linux"): LoweredProgram {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `source-${process.pid}-${count++}.ts`);
  writeFileSync(file, text);
  return loadAndLower({ entries: [file], profile, runtimeDirectory: join(REPOSITORY_ROOT, "runtime"), root: folder });
}

/** What is refused, as `code line` in order of appearance. */
export function refusals(text: string, profile: Profile = "linux"): string[] {
  return lowerSource(text, profile).diagnostics.map(({ code, line }) => `${code} ${line}`);
}

/** The module of an accepted text, verified. */
export function acceptedModule(text: string, profile: Profile = "linux"): Module {
  const { module, diagnostics } = lowerSource(text, profile);
  if (module === null) throw new Error(diagnostics.map(({ code, line, message }) => `${code} at ${line}: ${message}`).join("\n"));
  const messages = verifyModule(module);
  if (messages.length > 0) throw new Error(messages.join("\n"));
  return module;
}
