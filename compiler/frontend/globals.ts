// Globals: variables at module level, and static fields. Constants among them cost no memory: their uses become the value.
// Owns:       one module global for each variable that is not a constant; its first value, where that is known while compiling.

import { basename } from "node:path";
import ts from "typescript";
import type { Global } from "../ir/module.ts";
import { MemoryKind } from "../ir/types.ts";
import { fitInteger, type NumericConstant } from "./constants.ts";
import { Context } from "./context.ts";
import { lowerExpression } from "./expressions/lower-expressions.ts";
import { holdsMissing } from "./expressions/missing-elements.ts";
import type { Constant, Operand } from "./operands.ts";
import type { Program } from "./program.ts";
import { evolvingType } from "./statements/evolving-variables.ts";
import { tagText } from "./tags.ts";
import { evaluateConstant } from "./types/enum-values.ts";
import { memoryKindOf } from "./types/representation.ts";
import { TypeEnvironment } from "./types/type-environment.ts";
import { mentionsNumber } from "./types/type-parts.ts";
import { type Type, TypeKind, types, unionType, widened } from "./types/types.ts";

export interface GlobalVariable {
  readonly type: Type;
  /** Of a constant: what its uses become. */
  readonly constant: Operand | null;
  /** Null for constants. */
  readonly global: Global | null;
  /** Whether the first value is in the image, so that no code sets it. */
  readonly isInitialized: boolean;
}

/** A variable or part of a pattern at module level, or a static field. */
export type GlobalNode = ts.VariableDeclaration | ts.BindingElement | ts.PropertyDeclaration;

export class GlobalTable {
  private readonly program: Program;
  private readonly variables = new Map<GlobalNode, GlobalVariable>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The variable of a declaration at module level, or of a static field. */
  of(declaration: GlobalNode, ownerName: string | null = null): GlobalVariable {
    let found = this.variables.get(declaration);
    if (found === undefined) {
      found = this.create(declaration, ownerName);
      this.variables.set(declaration, found);
    }
    return found;
  }

  private readonly defaults = new Map<ts.ExportAssignment, GlobalVariable>();

  /** `export default` of an expression. */
  ofDefault(declaration: ts.ExportAssignment): GlobalVariable {
    let found = this.defaults.get(declaration);
    if (found === undefined) {
      const file = declaration.getSourceFile();
      const type = widened(typeOfExpression(this.program, declaration.expression, TypeEnvironment.empty));
      const name = this.program.uniqueName(`${basename(file.fileName, ".ts")}.default`, file);
      found = { type, constant: null, global: this.program.module.addGlobal(name, memoryKindOf(type)), isInitialized: false };
      this.defaults.set(declaration, found);
    }
    return found;
  }

  /** A name in a pattern: its type is that of the part it is bound to. */
  bind(declaration: ts.BindingElement, type: Type): GlobalVariable {
    let found = this.variables.get(declaration);
    if (found === undefined) {
      found = this.createVariable(declaration, type, undefined, null);
      this.variables.set(declaration, found);
    }
    return found;
  }

  private create(declaration: GlobalNode, ownerName: string | null): GlobalVariable {
    const type = this.typeOf(declaration);
    const constant = this.constantOf(declaration, type);
    return this.createVariable(declaration, type, constant, ownerName);
  }

  private createVariable(declaration: GlobalNode, type: Type, constant: Operand | undefined, ownerName: string | null): GlobalVariable {
    const { program } = this;
    const name = declaration.name.getText();
    const exportName = tagText(declaration, "exportName") ?? null;
    if (constant !== undefined && isConstant(declaration) && exportName === null)
      return { type, constant, global: null, isInitialized: true };
    const stem = basename(declaration.getSourceFile().fileName, ".ts");
    const global = program.module.addGlobal(
      program.uniqueName(`${ownerName ?? stem}.${name}`, declaration.getSourceFile()),
      memoryKindOf(type),
    );
    global.exportName = exportName;
    global.sourceType = program.sourceTypes.numberOf(type);
    global.declaredAt = program.positionOf(declaration);
    const bits = declaration.initializer === undefined && !ts.isBindingElement(declaration) ? 0n : initialBits(constant?.constant, type);
    if (bits !== undefined) global.initial = bits;
    return {
      type,
      constant: null,
      global,
      isInitialized: bits !== undefined && !(declaration.initializer === undefined && needsAbsentValue(type)),
    };
  }

  private typeOf(declaration: GlobalNode): Type {
    const type = this.presentTypeOf(declaration);
    const mayMiss = (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) && holdsMissing(this.program, declaration);
    return mayMiss ? unionType([type, types.undefined]) : type;
  }

  private presentTypeOf(declaration: GlobalNode): Type {
    const { program } = this;
    // What the type of an optional static field does not say is that it may be undefined.
    const isOptional = ts.isPropertyDeclaration(declaration) && declaration.questionToken !== undefined;
    if (!ts.isBindingElement(declaration) && declaration.type !== undefined && !isOptional)
      return program.converter.ofTypeNode(declaration.type, TypeEnvironment.empty);
    const evolving = ts.isVariableDeclaration(declaration) ? evolvingType(program, declaration, TypeEnvironment.empty) : undefined;
    if (evolving !== undefined) return evolving;
    const seen = program.converter.convert(program.checker.getTypeAtLocation(declaration), TypeEnvironment.empty, declaration);
    if (isOptional || !mentionsNumber(seen) || declaration.initializer === undefined || ts.isBindingElement(declaration))
      return widened(seen);
    if (
      evaluateConstant(declaration.initializer, program.checker) !== undefined &&
      isConstant(declaration) &&
      isUntyped(declaration.initializer, program.checker)
    )
      return types.number;
    return widened(typeOfExpression(program, declaration.initializer, TypeEnvironment.empty));
  }

  /** The value where it is known while compiling. */
  private constantOf(declaration: GlobalNode, type: Type): Operand | undefined {
    const { initializer } = declaration;
    if (initializer === undefined || ts.isBindingElement(declaration)) return undefined;
    if (type.kind === TypeKind.Boolean && initializer.kind === ts.SyntaxKind.TrueKeyword) return { type, value: 0, constant: true };
    if (type.kind === TypeKind.Boolean && initializer.kind === ts.SyntaxKind.FalseKeyword) return { type, value: 0, constant: false };
    const text = type.kind === TypeKind.String ? constantText(initializer) : undefined;
    if (text !== undefined) return { type, value: 0, constant: text };
    const isNumber =
      type.kind === TypeKind.Number || type.kind === TypeKind.Integer || type.kind === TypeKind.Enum || type.kind === TypeKind.Float32;
    if (!isNumber) return undefined;
    const constant = this.evaluate(initializer, type);
    return constant === undefined ? undefined : { type, value: 0, constant };
  }

  private evaluate(initializer: ts.Expression, type: Type): NumericConstant | undefined {
    const { program } = this;
    // Machine types wrap at every step, which only lowering knows; it folds as it goes.
    if (type.kind === TypeKind.Integer || !isUntyped(initializer, program.checker)) {
      if (!isConstantExpression(initializer, program)) return undefined;
      const context = Context.scratch(program, TypeEnvironment.empty);
      const lowered = lowerExpression(context, initializer, type);
      if (typeof lowered.constant !== "object") return undefined;
      if (type.kind !== TypeKind.Integer || lowered.type.kind === TypeKind.Integer) return lowered.constant;
      const exact = fitInteger(lowered.constant, type.bits, type.isSigned);
      if (exact === undefined) return program.refuse(initializer, "TSM2003", initializer.getText(), type.name);
      return { exact, number: Number(exact) };
    }
    return evaluateConstant(initializer, program.checker);
  }
}

/** The text of literals that are put together. */
function constantText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return constantText(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [constantText(node.left), constantText(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Only literals, operators, enum members and other constants: lowering it emits no code. */
function isConstantExpression(node: ts.Expression, program: Program): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isConstantExpression(node.expression, program);
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) return isConstantExpression(node.operand, program);
  if (ts.isBinaryExpression(node)) return isConstantExpression(node.left, program) && isConstantExpression(node.right, program);
  if (ts.isCallExpression(node))
    return (
      node.arguments.length === 1 &&
      /^([ui](8|16|32|64|size)|f32)$/.test(node.expression.getText()) &&
      isConstantExpression(node.arguments[0], program)
    );
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
  const declaration = program.symbolOf(node)?.valueDeclaration;
  if (declaration === undefined) return false;
  if (ts.isEnumMember(declaration)) return true;
  return (
    ts.isVariableDeclaration(declaration) &&
    isConstant(declaration) &&
    declaration.initializer !== undefined &&
    isConstantExpression(declaration.initializer, program)
  );
}

/** Whether no machine type takes part in it. */
function isUntyped(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(node)) return isUntyped(node.expression, checker);
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) return isUntyped(node.operand, checker);
  if (ts.isBinaryExpression(node)) return isUntyped(node.left, checker) && isUntyped(node.right, checker);
  if (ts.isPropertyAccessExpression(node)) return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.EnumLike) !== 0;
  return false;
}

function isConstant(declaration: GlobalNode): boolean {
  return !ts.isPropertyDeclaration(declaration)
    ? (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
    : (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
}

/** The bits of a constant in memory; undefined where code has to set them. */
function initialBits(constant: Constant | undefined, type: Type): bigint | undefined {
  if (constant === undefined || typeof constant === "string") return undefined;
  if (typeof constant === "boolean") return constant ? 1n : 0n;
  const view = new DataView(new ArrayBuffer(8));
  switch (memoryKindOf(type)) {
    case MemoryKind.F64:
      view.setFloat64(0, constant.number);
      return view.getBigUint64(0);
    case MemoryKind.F32:
      view.setFloat32(0, constant.number);
      return BigInt(view.getUint32(0));
    default:
      return constant.exact ?? undefined;
  }
}

/** Unions whose absent value is not zero bits. */
function needsAbsentValue(type: Type): boolean {
  return type.kind === TypeKind.Union && memoryKindOf(type) !== MemoryKind.Ref;
}

/** The own type of an expression, by lowering it into the void. */
export function typeOfExpression(program: Program, node: ts.Expression, environment: TypeEnvironment): Type {
  return lowerExpression(Context.scratch(program, environment), node).type;
}
