// Modules: top-level code, as one initialiser a file, run in the order of imports; and the functions that others call by name.

import { basename } from "node:path";
import ts from "typescript";
import type { IrFunction } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import { runtimeSymbols } from "../../ir/runtime-functions.ts";
import { ValueType } from "../../ir/types.ts";
import { construct } from "../classes/lower-constructors.ts";
import { lowerClassDeclaration } from "../classes/lower-static.ts";
import { Context } from "../context.ts";
import { runtimeClass, startModule } from "../coroutines/lower-coroutines.ts";
import { promiseType } from "../coroutines/lower-promises.ts";
import { lowerAs } from "../expressions/lower-expressions.ts";
import { callMember } from "../expressions/lower-members.ts";
import { evaluated } from "../functions/arguments.ts";
import { hasModifier } from "../functions/functions.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { awaitIn, type LateModule, lateModules } from "../module-order.ts";
import { NULL_OPERAND, type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import type { Program } from "../program.ts";
import { tagText } from "../tags.ts";
import { TypeEnvironment } from "../types/type-environment.ts";
import { functionType, types } from "../types/types.ts";
import { reportUncaught } from "./lower-exceptions.ts";
import { lowerGlobal } from "./lower-globals.ts";
import { lowerStatement } from "./lower-statements.ts";
import { lowerUsing, usingDeclarations } from "./lower-using.ts";

/** Lowers the top level of every file, and whatever it reaches; the result is the function __initialize. */
export function lowerModules(program: Program): void {
  const late = lateModules(program);
  const initializers = program.loaded.files.map((file) => (late.has(file) ? null : lowerFile(program, file)));
  const { module } = program;
  const start = module.addFunction("__initialize", { params: [], result: ValueType.Void });
  start.exportName = "__initialize";
  start.isInitializer = true;
  const context = new Context(program, start, TypeEnvironment.empty, types.void);
  const uncaught = context.builder.openBlock(true);
  context.handlers.push({ block: uncaught, cleanup: null, jumpDepth: 0 });
  const runs = new Map<ts.SourceFile, Operand>();
  initializers.forEach((initializer, index) => {
    if (initializer !== null) context.emit(Op.Call, [], initializer.index);
    const module = late.get(program.loaded.files[index]);
    if (module !== undefined) program.attempt(module.file, () => void runs.set(module.file, lowerLate(context, module, index, runs)));
  });
  context.handlers.pop();
  context.builder.return();
  context.builder.enter(uncaught);
  if (!context.builder.isTerminated) reportUncaught(context, program.exceptions.take(context), program.loaded.files[0]);
  context.finish();
}

/** Makes and starts the run of a module that awaits, or imports what does. */
function lowerLate(
  context: Context,
  { file, awaits, needs }: LateModule,
  place: number,
  runs: ReadonlyMap<ts.SourceFile, Operand>,
): Operand {
  const { program } = context;
  if (program.isKernel) context.refuse(awaitIn(file) ?? file, "TSM4001", "await", "event loop", "Do it when an interrupt says so.");
  const type = awaits ? functionType([], promiseType(context, types.undefined, file)) : functionType([], types.void);
  const code = synthesizeClosure(context, `${basename(file.fileName, ".ts")}.initialize`, type, [], file, (inner) => {
    if (awaits) return startModule(inner, file, (body) => lowerAwaiting(body, file));
    lowerTopLevel(inner, file.statements);
    return VOID_OPERAND;
  });
  const number: Operand = { type: types.u32, value: 0, constant: { exact: BigInt(place), number: place } };
  const args = [number, awaits ? code : NULL_OPERAND, awaits ? NULL_OPERAND : code].map((given) => evaluated(given, file));
  const made = construct(context, runtimeClass(context, "ModuleRun", [], file), args, file);
  const run = operand(made.type, context.value(made));
  for (const needed of needs) callMember(context, run, "needs", [runs.get(needed) ?? run], file);
  callMember(context, run, "start", [], file);
  return run;
}

function lowerAwaiting(context: Context, file: ts.SourceFile): void {
  lowerTopLevel(context, file.statements);
  if (!context.builder.isTerminated) context.coroutine?.complete(context, UNDEFINED_OPERAND, file);
}

/** The initialiser of a file; null where it has no code to run. */
function lowerFile(program: Program, file: ts.SourceFile): IrFunction | null {
  const fn = program.addFunction(`${basename(file.fileName, ".ts")}.initialize`, file, { params: [], result: ValueType.Void });
  fn.isInitializer = true;
  fn.declaredAt = program.positionOf(file.statements[0] ?? file);
  const context = new Context(program, fn, TypeEnvironment.empty, types.void);
  lowerTopLevel(context, file.statements);
  const isEmpty = fn.blocks.length === 1 && fn.blocks[0].insts.length === 0;
  context.builder.return();
  context.finish();
  return isEmpty ? null : fn;
}

function lowerTopLevel(context: Context, statements: readonly ts.Statement[]): void {
  for (const [index, statement] of statements.entries()) {
    const resources = usingDeclarations(statement);
    if (resources === undefined) {
      context.program.attempt(statement, () => lowerTopLevelStatement(context, statement));
      continue;
    }
    context.program.attempt(statement, () => lowerUsing(context, resources, () => lowerTopLevel(context, statements.slice(index + 1))));
    return;
  }
}

function lowerTopLevelStatement(context: Context, statement: ts.Statement): void {
  if (ts.isVariableStatement(statement)) return lowerGlobals(context, statement.declarationList);
  if (ts.isClassDeclaration(statement)) return void lowerClassDeclaration(context, statement);
  if (ts.isFunctionDeclaration(statement)) return requestRoot(context, statement);
  if (ts.isExportAssignment(statement)) return lowerDefault(context, statement);
  if (ts.isModuleDeclaration(statement)) return lowerNamespace(context, statement);
  if (ts.isImportEqualsDeclaration(statement)) return checkAlias(context, statement);
  lowerStatement(context, statement);
}

/** A namespace is code that runs where it stands; what it declares is found by name, as what a file declares. */
function lowerNamespace(context: Context, node: ts.ModuleDeclaration): void {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword) || node.body === undefined) return;
  if (ts.isModuleBlock(node.body)) lowerTopLevel(context, node.body.statements);
  else if (ts.isModuleDeclaration(node.body)) lowerNamespace(context, node.body);
}

/** `import A = N.B`: another name. Of a variable that changes JavaScript takes the value that it has there. */
function checkAlias(context: Context, node: ts.ImportEqualsDeclaration): void {
  const declaration = context.program.symbolOf(node.name)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0)
    context.refuse(node, "TSM9001", "`import` of a variable that changes (write a const)");
}

/** A name that is exported by default stands for what it names; anything else is a value of its own. */
function lowerDefault(context: Context, statement: ts.ExportAssignment): void {
  if (ts.isIdentifier(statement.expression)) return;
  const { type, global } = context.program.globals.ofDefault(statement);
  if (global !== null) context.emit(Op.GlobalSet, [lowerAs(context, statement.expression, type)], global.index);
}

/** Functions with a linker symbol are there for others; those that only compiled code calls, where something needs them. */
function requestRoot({ program }: Context, node: ts.FunctionDeclaration): void {
  const symbol = node.body === undefined ? undefined : tagText(node, "exportName");
  if (symbol === undefined || (runtimeSymbols.has(symbol) && program.isRuntime(node.getSourceFile()))) return;
  program.functions.request(node, []);
}

function lowerGlobals(context: Context, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) === 0) context.program.report(list, "TSM3002");
  if (!hasAmbientParent(list)) for (const declaration of list.declarations) lowerGlobal(context, declaration);
}

function hasAmbientParent(list: ts.VariableDeclarationList): boolean {
  return (
    ts.isVariableStatement(list.parent) &&
    (list.parent.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false)
  );
}
