// Held classes: which class the value of an expression is in every run: one that is named, or what a parameter is given by all calls of its
// function. To TypeScript a value of `typeof C` may be any class below C, and one of `new () => C` any class that makes such objects.
// Invariants: no answer is given of what may be one of several classes

import ts from "typescript";
import { isLibraryFile } from "./library-types.ts";
import { throughImports } from "./resolved-symbols.ts";

/** What a class extends where its value comes from elsewhere: null where no call gives any. */
export type HeldClass = ts.ClassLikeDeclaration | null | undefined;

export class HeldClasses {
  private readonly checker: ts.TypeChecker;
  private readonly files: readonly ts.SourceFile[];
  private readonly given = new Map<ts.Symbol, HeldClass>();
  private readonly asked = new Set<ts.Node>();

  constructor(checker: ts.TypeChecker, files: readonly ts.SourceFile[]) {
    this.checker = checker;
    this.files = files;
  }

  /** The class that is extended where a type does not say which; undefined where it does, or where nothing ever is made of it. */
  extended({ expression }: ts.ExpressionWithTypeArguments): ts.ClassLikeDeclaration | "unknown" | undefined {
    if (ts.isCallExpression(expression)) return this.classOf(expression) ?? undefined;
    const declaration = ts.isIdentifier(expression) ? this.symbolOf(expression)?.valueDeclaration : undefined;
    if (declaration === undefined || isLibraryFile(declaration.getSourceFile())) return undefined;
    const isParameter = ts.isParameter(declaration);
    if (!isParameter && !ts.isVariableDeclaration(declaration)) return undefined;
    const held = this.classOf(expression);
    const mayChange = isParameter || (declaration.parent.flags & ts.NodeFlags.Const) === 0;
    return held === undefined && mayChange ? "unknown" : (held ?? undefined);
  }

  /** The class that the value is; null where there will be none, undefined where that is not known. */
  classOf(node: ts.Expression): HeldClass {
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
      return this.classOf(node.expression);
    if (ts.isClassExpression(node)) return node;
    if (ts.isConditionalExpression(node)) return sameOf([this.classOf(node.whenTrue), this.classOf(node.whenFalse)]);
    if (ts.isCallExpression(node)) return this.resultOf(node);
    const symbol = this.symbolOf(node);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) return undefined;
    if (ts.isClassLike(declaration)) return declaration;
    if (ts.isParameter(declaration) && ts.isIdentifier(node)) return this.givenTo(symbol, declaration);
    const isConstant = ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
    return isConstant && declaration.initializer !== undefined ? this.classOf(declaration.initializer) : undefined;
  }

  private symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    return throughImports(this.checker, symbol);
  }

  /** What a call gives, of a function whose body says it. */
  private resultOf(node: ts.CallExpression): HeldClass {
    const declaration = this.checker.getResolvedSignature(node)?.declaration;
    const body = declaration !== undefined && "body" in declaration ? (declaration.body as ts.Node | undefined) : undefined;
    if (body === undefined || this.asked.has(body)) return undefined;
    this.asked.add(body);
    const held = ts.isBlock(body) ? this.returnedBy(body) : this.classOf(body as ts.Expression);
    this.asked.delete(body);
    return held;
  }

  private returnedBy(body: ts.Block): HeldClass {
    const found: HeldClass[] = [];
    const visit = (inner: ts.Node): void => {
      if (ts.isFunctionLike(inner) || ts.isClassLike(inner)) return;
      if (ts.isReturnStatement(inner)) found.push(inner.expression === undefined ? undefined : this.classOf(inner.expression));
      ts.forEachChild(inner, visit);
    };
    visit(body);
    return found.length === 0 ? undefined : sameOf(found);
  }

  /** What all calls of its function give a parameter. */
  private givenTo(symbol: ts.Symbol, parameter: ts.ParameterDeclaration): HeldClass {
    if (this.given.has(symbol)) return this.given.get(symbol);
    this.given.set(symbol, undefined);
    const found = this.argumentsFor(parameter)?.map((argument) => (argument === undefined ? undefined : this.classOf(argument)));
    const held = found === undefined || this.isAssigned(symbol, parameter.parent) ? undefined : sameOf(found);
    this.given.set(symbol, held);
    return held;
  }

  private isAssigned(symbol: ts.Symbol, within: ts.Node): boolean {
    const isAssignment = ({ parent }: ts.Node, node: ts.Node): boolean =>
      ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
    return identifiersIn(within, symbol.name).some((node) => isAssignment(node, node) && this.symbolOf(node) === symbol);
  }

  /** The expressions that calls give a parameter; undefined where its function is used otherwise. */
  private argumentsFor(parameter: ts.ParameterDeclaration): (ts.Expression | undefined)[] | undefined {
    const { parent } = parameter;
    const place = ts.isArrowFunction(parent) || ts.isFunctionExpression(parent) ? parent.parent : parent;
    const name = (place as { readonly name?: ts.Node }).name;
    const isConstant = !ts.isVariableDeclaration(place) || (place.parent.flags & ts.NodeFlags.Const) !== 0;
    const isNamed = ts.isVariableDeclaration(place) || ts.isFunctionDeclaration(place);
    if (!isNamed || !isConstant || name === undefined || !ts.isIdentifier(name) || parameter.dotDotDotToken !== undefined) return undefined;
    const own = this.symbolOf(name);
    const index = parent.parameters.indexOf(parameter);
    const found: (ts.Expression | undefined)[] = [];
    for (const use of this.files.flatMap((file) => (file.text.includes(name.text) ? identifiersIn(file, name.text) : []))) {
      if (use === name || this.symbolOf(use) !== own || isMention(use)) continue;
      const call = use.parent;
      if (!ts.isCallExpression(call) || call.expression !== use || call.arguments.some(ts.isSpreadElement)) return undefined;
      found.push(call.arguments.at(index) ?? parameter.initializer);
    }
    return found;
  }
}

function sameOf(found: readonly HeldClass[]): HeldClass {
  const [first, ...others] = found.filter((held) => held !== null);
  return found.every((held) => held === null) ? null : others.every((other) => other === first) ? first : undefined;
}

function identifiersIn(within: ts.Node, name: string): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(within);
  return found;
}

/** Whether the name stands where nothing is done with its value. */
function isMention({ parent }: ts.Identifier): boolean {
  return ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isExportSpecifier(parent) || ts.isTypeQueryNode(parent);
}

/** Whether the class extends what a parameter holds, by its name. */
export function extendsParameter(declaration: ts.ClassLikeDeclaration, checker: ts.TypeChecker): boolean {
  const heritage = heritageOf(declaration);
  const named =
    heritage === undefined || !ts.isIdentifier(heritage.expression) ? undefined : checker.getSymbolAtLocation(heritage.expression);
  return named?.valueDeclaration !== undefined && ts.isParameter(named.valueDeclaration);
}

export function heritageOf(declaration: ts.ClassLikeDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return declaration.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}
