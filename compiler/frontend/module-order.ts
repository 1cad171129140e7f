// Module order: which modules await at top level, and which have to wait for those.
// Manual:     ECMA-262 "InnerModuleEvaluation": modules that import each other are waited for together, as their first one.

import ts from "typescript";
import { loadedModules } from "./load.ts";
import type { Program } from "./program.ts";

/** A module that does not run to its end when it is reached. */
export interface LateModule {
  readonly file: ts.SourceFile;
  /** Whether it awaits itself. */
  readonly awaits: boolean;
  readonly needs: readonly ts.SourceFile[];
}

/** The late ones among the program's modules. */
export function lateModules(program: Program): ReadonlyMap<ts.SourceFile, LateModule> {
  const files = program.loaded.files.filter((file) => !program.isRuntime(file));
  const late = new Map<ts.SourceFile, LateModule>();
  if (!files.some(awaitsAtTopLevel)) return late;
  const imports = new Map(files.map((file) => [file, loadedModules(program.checker, file)]));
  const reached = new Map(files.map((file) => [file, reachedFrom(file, imports)]));
  const isTogether = (a: ts.SourceFile, b: ts.SourceFile): boolean => reached.get(a)?.has(b) === true && reached.get(b)?.has(a) === true;
  for (const file of files) {
    const needs = new Set<ts.SourceFile>();
    for (const imported of imports.get(file) ?? []) {
      // The last one of a group in the order of running is the one that was reached first.
      const group = files.filter((other) => other === imported || isTogether(other, imported));
      const awaited = isTogether(file, imported) ? imported : group.at(-1);
      if (awaited !== undefined && late.has(awaited)) needs.add(awaited);
    }
    const awaits = awaitsAtTopLevel(file);
    if (awaits || needs.size > 0) late.set(file, { file, awaits, needs: [...needs] });
  }
  return late;
}

function reachedFrom(file: ts.SourceFile, imports: ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]>): ReadonlySet<ts.SourceFile> {
  const found = new Set(imports.get(file));
  for (const one of found) for (const imported of imports.get(one) ?? []) found.add(imported);
  return found;
}

/** Whether top-level code awaits: not what is inside functions. */
function awaitsAtTopLevel(file: ts.SourceFile): boolean {
  return /\bawait\b/.test(file.text) && awaitIn(file) !== undefined;
}

/** The first place where the code of a module awaits. */
export function awaitIn(node: ts.Node): ts.Node | undefined {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return undefined;
  if (ts.isAwaitExpression(node)) return node;
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return node;
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing) return node;
  return ts.forEachChild(node, awaitIn);
}
