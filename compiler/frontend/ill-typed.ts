// Ill-typed programs: what is wrong with them besides what TypeScript's checker says.
// Invariants: a statement or member that the checker finds fault with gets no further message: ours could only repeat it in other words

import ts from "typescript";
import type { Diagnostic } from "./diagnostics.ts";
import type { LoadedProgram } from "./load.ts";

/** Of what lowering found in a program with errors of types, that which stands by itself. */
export function independentOf(loaded: LoadedProgram, found: readonly Diagnostic[]): Diagnostic[] {
  const files = new Map(loaded.files.map((file) => [loaded.shownName(file), file]));
  const placesOf = (diagnostics: readonly Diagnostic[]): (ts.Node | undefined)[] =>
    diagnostics.map(({ file, line, column }) => unitAt(files.get(file), line, column));
  const wrong = new Set(placesOf(loaded.diagnostics));
  const places = placesOf(found);
  return found.filter((diagnostic, index) => {
    const place = places[index];
    return place !== undefined && !wrong.has(place) && !comesOfErrors(diagnostic);
  });
}

/** An expression without a type has the type any, and so has all that uses it. */
function comesOfErrors({ code, sourceLine, column, length }: Diagnostic): boolean {
  return code === "TSM3001" && sourceLine.slice(column - 1, column - 1 + length) !== "any";
}

/** The innermost statement or member around a place. */
function unitAt(file: ts.SourceFile | undefined, line: number, column: number): ts.Node | undefined {
  if (file === undefined || line < 1 || line > file.getLineStarts().length) return undefined;
  const position = file.getLineStarts()[line - 1] + column - 1;
  let unit: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (position < node.getFullStart() || position >= node.getEnd()) return;
    if ((ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node)) unit = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return unit;
}

/** By file, line and column; the same place with the same code once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ file, line, column, code, message }: Diagnostic): string => `${file}:${line}:${column}:${code}:${message}`;
  const distinct = [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
  return distinct.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
