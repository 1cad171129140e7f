// Globals in code: reading and writing variables at module level.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import { lowerAs, lowerExpression } from "../expressions/lower-expressions.ts";
import { absentValue } from "../expressions/stored-members.ts";
import { enclosingFunction, outermostFunction } from "../functions/variable-facts.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { types } from "../types/types.ts";
import { bindName, bindNamedMembers } from "./lower-declarations.ts";

const libraryConstants: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY };

export function readGlobal(context: Context, declaration: ts.VariableDeclaration | ts.BindingElement, node: ts.Node): Operand {
  if (isLibraryFile(declaration.getSourceFile())) {
    const number = libraryConstants[declaration.name.getText()];
    if (number === undefined) return context.refuse(node, "TSM3005", `\`${node.getText()}\``);
    return { type: types.number, value: 0, constant: { exact: null, number } };
  }
  // Its declaration was refused: that is message enough.
  if (!isModuleLevel(declaration) && enclosingFunction(declaration) === enclosingFunction(node)) context.program.giveUp();
  if (!isModuleLevel(declaration)) return context.refuse(node, "TSM3025", node.getText());
  const { type, constant, global } = context.program.globals.of(declaration);
  if (constant !== null || global === null) return constant ?? context.refuse(node, "TSM3005", `\`${node.getText()}\``);
  return operand(type, context.emit(Op.GlobalGet, [], global.index));
}

/** What a module exports by default, where that is a value of its own. */
export function readDefault(context: Context, declaration: ts.ExportAssignment, node: ts.Node): Operand {
  const { type, constant, global } = context.program.globals.ofDefault(declaration);
  if (constant !== null || global === null) return constant ?? context.refuse(node, "TSM3005", `\`${node.getText()}\``);
  return operand(type, context.emit(Op.GlobalGet, [], global.index));
}

/** Whether a variable, or a name in a pattern, is declared by a statement of a file or a namespace. */
export function isModuleLevel(declaration: ts.Declaration): boolean {
  let current: ts.Node = declaration;
  while (ts.isBindingElement(current) || ts.isBindingName(current)) current = current.parent;
  if (!ts.isVariableDeclaration(current) || !ts.isVariableStatement(current.parent.parent)) return false;
  const around = current.parent.parent.parent;
  return ts.isSourceFile(around) || ts.isModuleBlock(around);
}

/** The namespace, or the module imported as one, that an expression names. */
export function namespaceNamed(program: Program, node: ts.Expression): ts.Symbol | undefined {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return undefined;
  const symbol = program.symbolOf(node);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.ValueModule ? symbol : undefined;
}

/** `globalThis.name`, which is the global of that name. */
export function isOfGlobalThis(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "globalThis";
}

/**
 * The function that a `const` at module level is for good: it captures nothing, and is called like a declared one. The declaration is
 * that of the constant, or the function itself, which may have a name of its own.
 */
export function constantFunction(declaration: ts.Declaration): ts.ArrowFunction | ts.FunctionExpression | undefined {
  if (ts.isFunctionExpression(declaration)) {
    if (ts.isVariableDeclaration(declaration.parent)) return constantFunction(declaration.parent);
    // Of a generic one elsewhere, in an object literal say, there is no value that its own name could stand for.
    return declaration.typeParameters !== undefined && outermostFunction(declaration) === declaration ? declaration : undefined;
  }
  if (!ts.isVariableDeclaration(declaration) || declaration.type !== undefined || !isModuleLevel(declaration)) return undefined;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined;
  const { initializer } = declaration;
  return initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) ? initializer : undefined;
}

/** The first value of a variable at module level. */
export function lowerGlobal(context: Context, declaration: ts.VariableDeclaration): void {
  if (!ts.isIdentifier(declaration.name)) {
    if (declaration.initializer === undefined) return;
    const declared = declaration.type === undefined ? undefined : context.typeOfNode(declaration.type);
    const { initializer } = declaration;
    if (declared === undefined && bindNamedMembers(context, declaration.name, initializer)) return;
    const given =
      declared === undefined ? lowerExpression(context, initializer) : operand(declared, lowerAs(context, initializer, declared));
    bindName(context, declaration.name, given, given.type);
    return;
  }
  // A generic function has no value of its own: each call has its instance.
  if ((constantFunction(declaration)?.typeParameters?.length ?? 0) > 0) return;
  const { global, type, isInitialized } = context.program.globals.of(declaration);
  if (global === null || isInitialized) return;
  context.at(declaration);
  const value = declaration.initializer === undefined ? absentValue(context, type) : lowerAs(context, declaration.initializer, type);
  context.at(declaration);
  context.emit(Op.GlobalSet, [value], global.index);
}
