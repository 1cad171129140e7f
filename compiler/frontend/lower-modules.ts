// Modules: top-level code, as one initialiser a file, run in the order of imports; and the functions that others call by name.

import { basename } from "node:path";
import ts from "typescript";
import type { IrFunction } from "../ir/function.ts";
import { Op } from "../ir/ops.ts";
import { ValueType } from "../ir/types.ts";
import { Context } from "./context.ts";
import { absentValue } from "./conversions.ts";
import { constantFunction } from "./lower-calls.ts";
import { bindName, refuseUsing } from "./lower-declarations.ts";
import { reportUncaught } from "./lower-exceptions.ts";
import { lowerAs, lowerExpression } from "./lower-expressions.ts";
import { lowerStatement } from "./lower-statements.ts";
import { lowerStaticMembers } from "./lower-static.ts";
import type { Program } from "./program.ts";
import { hasTag } from "./tags.ts";
import { TypeEnvironment } from "./type-environment.ts";
import { types } from "./types.ts";

/** Lowers the top level of every file, and whatever it reaches; the result is the function __initialize. */
export function lowerModules(program: Program): void {
  const initializers = program.loaded.files.map((file) => lowerFile(program, file));
  const { module } = program;
  const start = module.addFunction("__initialize", { params: [], result: ValueType.Void });
  start.exportName = "__initialize";
  start.isInitializer = true;
  const context = new Context(program, start, TypeEnvironment.empty, types.void);
  const uncaught = context.builder.openBlock(true);
  context.handlers.push({ block: uncaught, cleanup: null, jumpDepth: 0 });
  for (const initializer of initializers) if (initializer !== null) context.emit(Op.Call, [], initializer.index);
  context.handlers.pop();
  context.builder.return();
  context.builder.enter(uncaught);
  if (!context.builder.isTerminated) reportUncaught(context, program.exceptions.take(context), program.loaded.files[0]);
  context.finish();
}

/** The initialiser of a file; null where it has no code to run. */
function lowerFile(program: Program, file: ts.SourceFile): IrFunction | null {
  const fn = program.addFunction(`${basename(file.fileName, ".ts")}.initialize`, file, { params: [], result: ValueType.Void });
  fn.isInitializer = true;
  fn.declaredAt = program.positionOf(file.statements[0] ?? file);
  const context = new Context(program, fn, TypeEnvironment.empty, types.void);
  for (const statement of file.statements) program.attempt(statement, () => lowerTopLevel(context, statement));
  const isEmpty = fn.blocks.length === 1 && fn.blocks[0].insts.length === 0;
  context.builder.return();
  context.finish();
  return isEmpty ? null : fn;
}

function lowerTopLevel(context: Context, statement: ts.Statement): void {
  if (ts.isVariableStatement(statement)) return lowerGlobals(context, statement.declarationList);
  if (ts.isClassDeclaration(statement)) return lowerStaticMembers(context, statement);
  if (ts.isFunctionDeclaration(statement)) return requestRoot(context, statement);
  if (ts.isExportAssignment(statement)) return lowerDefault(context, statement);
  lowerStatement(context, statement);
}

/** A name that is exported by default stands for what it names; anything else is a value of its own. */
function lowerDefault(context: Context, statement: ts.ExportAssignment): void {
  if (ts.isIdentifier(statement.expression)) return;
  const { type, global } = context.program.globals.ofDefault(statement);
  if (global !== null) context.emit(Op.GlobalSet, [lowerAs(context, statement.expression, type)], global.index);
}

/** Functions with a linker symbol are there for others. */
function requestRoot(context: Context, node: ts.FunctionDeclaration): void {
  if (node.body === undefined || !hasTag(node, "exportName")) return;
  context.program.functions.request(node, []);
}

function lowerGlobals(context: Context, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) === 0) context.program.report(list, "TSM3002");
  refuseUsing(context, list);
  for (const declaration of list.declarations) {
    if (hasAmbientParent(list)) continue;
    if (!ts.isIdentifier(declaration.name)) {
      if (declaration.initializer === undefined) continue;
      const given = lowerExpression(context, declaration.initializer);
      bindName(context, declaration.name, given, given.type);
      continue;
    }
    // A generic function has no value of its own: each call has its instance.
    if ((constantFunction(declaration)?.typeParameters?.length ?? 0) > 0) continue;
    const { global, type, isInitialized } = context.program.globals.of(declaration);
    if (global === null || isInitialized) continue;
    context.at(declaration);
    const value = declaration.initializer === undefined ? absentValue(context, type) : lowerAs(context, declaration.initializer, type);
    context.at(declaration);
    context.emit(Op.GlobalSet, [value], global.index);
  }
}

function hasAmbientParent(list: ts.VariableDeclarationList): boolean {
  return (
    ts.isVariableStatement(list.parent) &&
    (list.parent.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false)
  );
}
