// Profile diagnostics: what the profile check found in the IR, as the errors a person reads.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createDiagnostic, type Diagnostic, type SourceSpan } from "./frontend/diagnostics.ts";
import type { Position } from "./ir/module.ts";
import type { ProfileViolation } from "./passes/check-profile.ts";

/** `root` is the folder that positions' file names are relative to. */
export function profileDiagnostic(violation: ProfileViolation, root: string): Diagnostic {
  const span = spanOfPosition(violation.position, root);
  const path = violation.path.join(" -> ");
  switch (violation.kind) {
    case "recursion":
      return createDiagnostic("TSM4004", span, violation.functionName, path);
    case "allocation":
      return createDiagnostic("TSM4003", span, path);
    case "float":
      return createDiagnostic("TSM4005", span, violation.functionName);
  }
}

function spanOfPosition(position: Position, root: string): SourceSpan {
  return { file: position.file, line: position.line, column: position.column, length: 1, sourceLine: sourceLine(position, root) };
}

function sourceLine(position: Position, root: string): string {
  if (position.line === 0) return "";
  try {
    return readFileSync(resolve(root, position.file), "utf8").split("\n")[position.line - 1] ?? "";
  } catch {
    return "";
  }
}
