// Function names: what ECMAScript calls a function, and the console shows of it.
// Manual:     ECMA-262 "SetFunctionName", "Static Semantics: IsFunctionDefinition" and the uses of NamedEvaluation.

import ts from "typescript";
import { NAMELESS } from "../../ir/function.ts";
import { memberKey, symbolOf } from "../classes/member-keys.ts";
import type { Program } from "../program.ts";
import { writtenClass } from "../types/local-classes.ts";
import { hasModifier } from "./functions.ts";

/** As Node's console shows a function value: `[Function: name]`. */
export function shownFunction(node: ts.Node): string {
  return ts.isFunctionLike(node) ? shownName(nameOf(node), kindOf(node)) : NAMELESS;
}

export function shownName(name: string, kind = "Function"): string {
  return name === "" ? NAMELESS.replace("Function", kind) : `[${kind}: ${name}]`;
}

/** As the console shows a class: `[class Circle extends Shape]`. */
export function shownClass(program: Program, declaration: ts.ClassLikeDeclaration): string {
  const parent = program.classes.parentDeclaration(declaration);
  const name = nameOf(declaration);
  return `[class ${name === "" ? "(anonymous)" : name}${parent === undefined ? "" : ` extends ${parent.name?.text ?? "(anonymous)"}`}]`;
}

function kindOf(node: ts.SignatureDeclaration): string {
  const isAsync = hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  const isGenerator = "asteriskToken" in node && node.asteriskToken !== undefined;
  return `${isAsync ? "Async" : ""}${isGenerator ? "Generator" : ""}Function`;
}

/** The name that a function, or class, has for programs: its own, or that of the place it is given to. Empty for one without a name. */
export function nameOf(node: ts.SignatureDeclaration | ts.ClassLikeDeclaration): string {
  if (node.name !== undefined) {
    const name = nameOfKey(node.name as ts.PropertyName);
    return ts.isGetAccessor(node) ? `get ${name}` : ts.isSetAccessor(node) ? `set ${name}` : name;
  }
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return "default";
  return nameOfPlace(ts.isClassLike(node) ? writtenClass(node) : node);
}

function nameOfKey(name: ts.PropertyName): string {
  const key = memberKey(name);
  const symbol = symbolOf(key);
  return symbol === undefined ? key : `[${symbol}]`;
}

/** The name that a function without one of its own gets from where it stands. */
function nameOfPlace(node: ts.Node): string {
  const { parent } = node;
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent)
  )
    return nameOfPlace(parent);
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return nameOfKey(parent.name);
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent))
    return ts.isIdentifier(parent.name) ? parent.name.text : "";
  if (ts.isExportAssignment(parent)) return "default";
  if (ts.isBinaryExpression(parent) && parent.right === node && NAMING.has(parent.operatorToken.kind))
    return ts.isIdentifier(parent.left) ? parent.left.text : "";
  return "";
}

const NAMING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);
