// Member keys: the name that a member is found by, also where it is written as an expression in brackets.

import { basename } from "node:path";
import ts from "typescript";
import type { Context } from "../context.ts";
import { extendsParameter, heritageOf } from "../types/held-classes.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { isMixed } from "../types/local-classes.ts";
import { nameSymbolMembers } from "../types/member-names.ts";

/** Where a member may begin, and a name in brackets there. Most files have none, and need no walk. */
const COMPUTED_NAME =
  /(?:^|[{,;*]|\*\/|\b(?:get|set|static|readonly|async|accessor|public|private|protected|override|abstract)\b)\s*\[[^\]\n]+\]\s*[:(=;?!]/m;

/** What computed names come to, for those that are constant. */
const constantNames = new WeakMap<ts.ComputedPropertyName, string>();

/** Private names that a class above has, too, in their declarations and uses: each class has members of its own by them. */
const privateNames = new WeakMap<ts.PrivateIdentifier, string>();

const PRIVATE_NAME = /#[\p{ID_Start}$_]/u;

/** Of files that were looked at, which kinds of names their texts have: the runtime's files come up in every program. */
const kindsOfNames = new WeakMap<ts.SourceFile, { readonly hasComputed: boolean; readonly hasPrivate: boolean }>();

/** Notes what the names of members come to in a file, before anything of it is lowered. */
export function noteMemberNames(file: ts.SourceFile, checker: ts.TypeChecker): void {
  let kinds = kindsOfNames.get(file);
  if (kinds === undefined) {
    kinds = { hasComputed: COMPUTED_NAME.test(file.text), hasPrivate: PRIVATE_NAME.test(file.text) };
    kindsOfNames.set(file, kinds);
  }
  if (kinds.hasComputed) noteComputedNames(file, checker);
  if (kinds.hasPrivate) notePrivateNames(file, checker);
}

function notePrivateNames(file: ts.SourceFile, checker: ts.TypeChecker): void {
  const visit = (node: ts.Node): void => {
    if (ts.isPrivateIdentifier(node)) {
      const owner = checker.getSymbolAtLocation(node)?.declarations?.[0]?.parent;
      if (owner !== undefined && ts.isClassLike(owner)) {
        const depth = sameNamesAbove(owner, node.text, checker);
        // What a mixin has above it, or what it made, is not known by its text.
        const isOpen = isMixed(owner, checker) || extendsParameter(owner, checker);
        const mixin = isOpen ? `${basename(owner.getSourceFile().fileName)}:${owner.pos}.` : "";
        if (mixin !== "" || depth > 0) privateNames.set(node, `${node.text}/${mixin}${depth}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** How many classes above have the private name. */
function sameNamesAbove(declaration: ts.ClassLikeDeclaration, name: string, checker: ts.TypeChecker): number {
  const parent = classAbove(declaration, checker);
  if (parent === undefined) return 0;
  const hasName = parent.members.some(
    (member) => member.name !== undefined && ts.isPrivateIdentifier(member.name) && member.name.text === name,
  );
  return (hasName ? 1 : 0) + sameNamesAbove(parent, name, checker);
}

function classAbove(declaration: ts.ClassLikeDeclaration, checker: ts.TypeChecker): ts.ClassLikeDeclaration | undefined {
  const heritage = heritageOf(declaration);
  return heritage === undefined || isMixed(declaration, checker)
    ? undefined
    : checker.getTypeAtLocation(heritage).symbol?.declarations?.find(ts.isClassLike);
}

function noteComputedNames(file: ts.SourceFile, checker: ts.TypeChecker): void {
  const visit = (node: ts.Node): void => {
    if (ts.isComputedPropertyName(node)) {
      const type = checker.getTypeAtLocation(node.expression);
      const key = type.isStringLiteral() || type.isNumberLiteral() ? String(type.value) : symbolKey(type);
      if (key !== undefined) constantNames.set(node, key);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** The name a member is found by. */
export function memberKey(name: ts.PropertyName): string {
  if (ts.isComputedPropertyName(name)) {
    const match = SYMBOL_NAME.exec(name.expression.getText());
    return match === null ? (constantNames.get(name) ?? name.getText()) : `[${match[1]}]`;
  }
  return ts.isPrivateIdentifier(name) ? (privateNames.get(name) ?? name.text) : name.text;
}

const SYMBOL_NAME = /^Symbol\.(\w+)$/;

/** Whether a computed name is one of the symbols that the language knows, `Symbol.iterator`. */
export function isWellKnownSymbol(name: ts.ComputedPropertyName): boolean {
  return SYMBOL_NAME.test(name.expression.getText());
}

const SYMBOL_KEY = /^(?:[gs]et )?\[(iterator|asyncIterator|dispose|asyncDispose|toPrimitive|toStringTag|hasInstance)\]$/;
const OWN_SYMBOL_KEY = /^(?:[gs]et )?\[Symbol\((.*)\) \S+\]$/s;

/** What the symbol that the key of a member stands for is for: `Symbol.iterator`, or the text that a program gave it. */
export function symbolOf(key: string): string | undefined {
  if (!key.endsWith("]")) return undefined;
  const known = SYMBOL_KEY.exec(key)?.[1];
  return known === undefined ? OWN_SYMBOL_KEY.exec(key)?.[1] : `Symbol.${known}`;
}

/** The key of members by a symbol that a program made once: `const KEY = Symbol("key")`. */
function symbolKey(type: ts.Type): string | undefined {
  const declaration = type.flags & ts.TypeFlags.UniqueESSymbol ? type.symbol.valueDeclaration : undefined;
  const isHolder = declaration !== undefined && (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration));
  const made = isHolder ? declaration.initializer : undefined;
  if (declaration === undefined || made === undefined || !ts.isCallExpression(made)) return undefined;
  const [description] = made.arguments;
  if (description !== undefined && !ts.isStringLiteralLike(description)) return undefined;
  // What is asked for by a key is the same symbol wherever that is done.
  const isRegistered = ts.isPropertyAccessExpression(made.expression);
  const place = isRegistered ? "for" : `${basename(declaration.getSourceFile().fileName)}:${declaration.pos}`;
  const key = `[Symbol(${description?.text ?? ""}) ${place}]`;
  nameSymbolMembers(type as ts.UniqueESSymbolType, key);
  return key;
}

/** Whether a computed name is known only when the program runs. */
export function isOpenName(name: ts.ComputedPropertyName): boolean {
  return !isWellKnownSymbol(name) && !constantNames.has(name);
}

/** The name in `object["name"](...)` or `object[Symbol.name](...)`, where it is that of a method. */
export function methodKey(context: Context, callee: ts.ElementAccessExpression): string | undefined {
  const known = knownSymbol(context, callee.argumentExpression);
  if (known !== undefined) return known;
  const symbol = context.program.checker.getSymbolAtLocation(callee.argumentExpression) ?? undefined;
  const type = context.program.checker.getTypeAtLocation(callee.argumentExpression);
  if (!type.isStringLiteral() || callee.questionDotToken !== undefined) return undefined;
  const object = context.program.checker.getTypeAtLocation(callee.expression);
  const property = symbol !== undefined && symbol.flags & ts.SymbolFlags.Method ? symbol : object.getProperty(type.value);
  return property !== undefined && property.flags & ts.SymbolFlags.Method ? type.value : undefined;
}

/** The key of members by a symbol that is known while compiling: `Symbol.iterator`, or a constant, as a value. */
export function knownSymbol(context: Context, node: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isIdentifier(node)) return undefined;
  if (ts.isIdentifier(node) || node.expression.getText() !== "Symbol") return symbolKey(context.program.checker.getTypeAtLocation(node));
  const base = context.program.symbolOf(node.expression)?.valueDeclaration;
  return base !== undefined && isLibraryFile(base.getSourceFile()) ? `[${node.name.text}]` : undefined;
}
