// Source variables: what debuggers are told of the variables of a body: name, type, place and extent.

import ts from "typescript";
import type { Extent } from "../../ir/variables.ts";
import type { Context } from "../context.ts";
import type { Type } from "../types/types.ts";

/** The number (Module.variables) of a declared name in this body; null in a body that is lowered for nothing. */
export function declareSource(context: Context, name: ts.Identifier, type: Type, cellField: number | null = null): number | null {
  const { program, fn } = context;
  if (fn.index < 0) return null;
  const declaration = name.parent;
  return program.addSourceVariable({
    name: name.text,
    type,
    declaredAt: program.positionOf(name),
    isParameter: ts.isParameter(declaration),
    extent: extentOf(declaration),
    cellField,
  });
}

/** A variable of another body that this one has captured. */
export function captureSource(context: Context, symbol: ts.Symbol, type: Type, cellField: number | null = null): number | null {
  const { program, fn } = context;
  const declaration = symbol.valueDeclaration;
  if (fn.index < 0 || declaration === undefined) return null;
  return program.addSourceVariable({
    name: symbol.name,
    type,
    declaredAt: program.positionOf(declaration),
    isParameter: false,
    extent: null,
    cellField,
  });
}

/** `this`, which has its value from the body's first instruction on. */
export function nameSelf(context: Context): void {
  const { program, fn, self, builder } = context;
  if (fn.index < 0 || self === null || self.value === 0) return;
  const { name, type, declaredAt } = { name: "this", type: self.type, declaredAt: fn.declaredAt };
  builder.nameValue(program.addSourceVariable({ name, type, declaredAt, isParameter: true, extent: null, cellField: null }), self.value);
}

/** The block that a declaration belongs to; null if that is the body of a function. */
function extentOf(declaration: ts.Node): Extent | null {
  let block = declaration.parent;
  while (!isScope(block)) block = block.parent;
  if (ts.isSourceFile(block) || ts.isModuleBlock(block) || ts.isFunctionLike(block) || ts.isFunctionLike(block.parent)) return null;
  const file = block.getSourceFile();
  const start = file.getLineAndCharacterOfPosition(block.getStart(file));
  const end = file.getLineAndCharacterOfPosition(block.getEnd());
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function isScope(node: ts.Node): boolean {
  return (
    ts.isBlock(node) ||
    ts.isSourceFile(node) ||
    ts.isModuleBlock(node) ||
    ts.isFunctionLike(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isCaseBlock(node) ||
    ts.isCatchClause(node) ||
    ts.isClassStaticBlockDeclaration(node)
  );
}
