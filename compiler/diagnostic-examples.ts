// Diagnostic examples: for each code a program, or a command, before and after, from docs/diagnostics, one page a code.
// Invariant: the page says `Profile: NAME` unless it is linux; a comment `<- here` marks the line that is refused

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { explainDiagnostic } from "./frontend/diagnostics.ts";
import type { Profile } from "./ir/module.ts";

export interface DiagnosticExample {
  /** Whether before and after are commands and not programs: what is wrong is not in a text. */
  readonly isCommand: boolean;
  readonly profile: Profile;
  /** Refused, with the code, at the line that is marked. */
  readonly before: string;
  readonly after: string;
}

/** Undefined where the folder has no page for the code, or the page is not in form. */
export function readDiagnosticExample(folder: string, code: string): DiagnosticExample | undefined {
  const file = join(folder, `${code}.md`);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  const blocks = [...text.matchAll(/^```(ts|sh)\n(.*?)^```$/gms)];
  const [before, after] = blocks.map((match) => match[2]);
  const isCommand = blocks[0]?.[1] === "sh";
  const profile = /^Profile: (program|kernel)$/m.exec(text)?.[1] ?? "linux";
  return before === undefined || after === undefined ? undefined : { isCommand, profile: profile as Profile, before, after };
}

/** What a code means, with its example, as people read it; undefined if there is no such code. */
export function explanation(folder: string, code: string): string | undefined {
  const meaning = explainDiagnostic(code);
  const example = readDiagnosticExample(folder, code.toUpperCase());
  if (meaning === undefined || example === undefined) return meaning;
  const shown = (title: string, text: string): string => `\n${title}\n\n${text.replace(/^(?=.)/gm, "  ")}`;
  const before = example.profile === "linux" ? "Refused:" : `Refused with --profile ${example.profile}:`;
  return `${meaning}${shown(before, example.before)}${shown("Accepted:", example.after)}`;
}
