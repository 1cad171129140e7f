// Inner functions: what a block declares before its first statement runs: its functions, and variables that they may ask for early.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import type { CellVariable, Context } from "../context.ts";
import { SsaVariable } from "../ssa.ts";
import { types, widened } from "../types/types.ts";
import { freeOf } from "./captures.ts";
import { callDeclared } from "./lower-calls.ts";
import { lowerClosure } from "./lower-closures.ts";
import { declareSource } from "./source-variables.ts";

/** Functions declared among these statements that capture variables; each becomes a variable where it is first needed. */
export class InnerFunctions {
  private readonly context: Context;
  private readonly pending = new Map<ts.Symbol, ts.FunctionDeclaration>();

  constructor(context: Context, statements: readonly ts.Statement[]) {
    this.context = context;
    for (const statement of statements) {
      if (ts.isFunctionDeclaration(statement)) this.add(statement);
      else if (ts.isVariableStatement(statement) && !ts.isSourceFile(statement.parent)) declareEarly(context, statement.declarationList);
    }
  }

  private add(statement: ts.FunctionDeclaration): void {
    if (statement.name === undefined || ts.isSourceFile(statement.parent)) return;
    const symbol = this.context.program.symbolOf(statement.name);
    if (symbol !== undefined && !declareLifted(this.context, symbol)) this.pending.set(symbol, statement);
  }

  /** Makes those that the statement uses, or is. */
  before(statement: ts.Statement): void {
    if (this.pending.size === 0) return;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        const symbol = this.context.program.symbolOf(node);
        if (symbol !== undefined) this.need(symbol);
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
  }

  private need(symbol: ts.Symbol): void {
    const declaration = this.pending.get(symbol);
    if (declaration !== undefined) return this.make(symbol, declaration);
    const variable = this.context.lookup(symbol);
    if (variable?.kind === "lifted") for (const free of freeOf(variable)) this.need(free);
  }

  private make(symbol: ts.Symbol, declaration: ts.FunctionDeclaration): void {
    this.pending.delete(symbol);
    const { context } = this;
    if (declaration.name === undefined) return;
    if ((declaration.typeParameters?.length ?? 0) > 0) return; // called directly, with nothing to capture
    this.before(declaration as ts.Statement);
    const made = lowerClosure(context, declaration);
    const ssa = new SsaVariable(declaration.name.text, ValueType.Ref, declareSource(context, declaration.name, made.type));
    context.builder.write(ssa, context.value(made));
    context.variables.set(symbol, { kind: "value", type: made.type, ssa });
  }
}

/** Functions in a circle, and generic ones, which capture by parameters. Answers whether it is one of them. */
function declareLifted(context: Context, symbol: ts.Symbol): boolean {
  const lifted = context.program.localFunctions.lifted(symbol);
  if (lifted === undefined) return false;
  const { builder } = context;
  if (lifted.self !== null && context.self !== null) {
    const ssa = new SsaVariable("this", ValueType.Ref);
    const isObject = context.self.value !== 0;
    if (isObject) builder.write(ssa, context.self.value);
    context.variables.set(
      lifted.self,
      isObject ? { kind: "value", type: context.self.type, ssa } : { kind: "constant", operand: context.self },
    );
  }
  const slot = new SsaVariable(symbol.name, ValueType.Ref);
  builder.write(slot, builder.nullRef());
  context.variables.set(symbol, { kind: "lifted", lifted, environment: context.environment, slot });
  return true;
}

// Variables that function values ask for

/** Cells of the variables that functions made before their declaration use. */
function declareEarly(context: Context, list: ts.VariableDeclarationList): void {
  const { localFunctions } = context.program;
  const visit = (name: ts.BindingName, declaration: ts.VariableDeclaration): void => {
    if (!ts.isIdentifier(name)) {
      for (const element of name.elements) if (!ts.isOmittedExpression(element)) visit(element.name, declaration);
      return;
    }
    const symbol = context.program.symbolOf(name);
    if (symbol === undefined || (name.parent === declaration && declareLifted(context, symbol))) return;
    if (localFunctions.isEarly(symbol)) context.variables.set(symbol, earlyCell(context, name, declaration));
  };
  for (const declaration of list.declarations) visit(declaration.name, declaration);
}

function earlyCell(context: Context, name: ts.Identifier, declaration: ts.VariableDeclaration): CellVariable {
  const isTyped = name.parent === declaration && declaration.type !== undefined;
  const type = widened(isTyped ? context.typeOfNode(declaration.type) : context.checkerType(name));
  const { field, isDeclared } = context.program.classes.earlyCellFields(type);
  const cell = new SsaVariable(name.text, ValueType.Ref, declareSource(context, name, type, field));
  context.builder.write(cell, context.emit(Op.New, [], context.program.module.fields[field].classIndex));
  return { kind: "cell", type, cell, field, isDeclared };
}

/** Gives the variable its first value, if it has been made with its block. */
export function declareEarlyValue(context: Context, symbol: ts.Symbol, value: (variable: CellVariable) => number): boolean {
  const variable = context.lookup(symbol);
  if (variable?.kind !== "cell" || variable.isDeclared === undefined) return false;
  const given = value(variable);
  const cell = context.builder.read(variable.cell);
  context.emit(Op.FieldSet, [cell, given], variable.field);
  context.emit(Op.FieldSet, [cell, context.builder.int(ValueType.Bool, 1)], variable.isDeclared);
  return true;
}

/** Reading a variable before its declaration has run throws. */
export function checkDeclared(context: Context, variable: CellVariable, name: string, node: ts.Node): void {
  if (variable.isDeclared === undefined) return;
  const { builder } = context;
  const refused = builder.openBlock(true);
  const declared = builder.openBlock();
  builder.branch(context.emit(Op.FieldGet, [builder.read(variable.cell)], variable.isDeclared), declared, refused);
  builder.enter(refused);
  const declaration = context.program.coreFunction("error", "refuseEarlyUse");
  if (declaration === undefined) return context.refuse(node, "TSM3016", "refuseEarlyUse", "runtime/core/errors/error.ts");
  const text = { type: types.string, value: 0, constant: name };
  callDeclared(context, declaration, null, null, [{ node, isSpread: false, lower: () => text }], node);
  builder.enter(declared);
}
