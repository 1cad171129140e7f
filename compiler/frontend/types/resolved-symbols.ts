// Resolved symbols: what names refer to, through imports. TypeScript goes through the scopes anew each time it is asked, and lowering asks
// for one name several times: in each instance of a generic function, and again when a program is lowered in several rounds.

import ts from "typescript";

/** By checker, since one file may be in several programs. A checker never changes its mind about a name. */
const known = new WeakMap<ts.TypeChecker, Map<ts.Node, ts.Symbol>>();

export function resolvedSymbol(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  let symbols = known.get(checker);
  if (symbols === undefined) {
    symbols = new Map();
    known.set(checker, symbols);
  }
  let symbol = symbols.get(node);
  if (symbol === undefined) {
    symbol = resolve(checker, node);
    if (symbol !== undefined) symbols.set(node, symbol);
  }
  return symbol;
}

function resolve(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const parent = node.parent;
  if (ts.isParameter(parent) && parent.name === node && ts.isParameterPropertyDeclaration(parent, parent.parent)) {
    // The declaration makes a parameter and a field; in the constructor's body the name means the parameter.
    const both = checker.getSymbolsOfParameterPropertyDeclaration(parent, parent.name.getText());
    return both.find((symbol) => symbol.flags & ts.SymbolFlags.FunctionScopedVariable);
  }
  const isShorthand = ts.isShorthandPropertyAssignment(parent) && parent.name === node;
  return throughImports(checker, isShorthand ? checker.getShorthandAssignmentValueSymbol(parent) : checker.getSymbolAtLocation(node));
}

/** What a symbol stands for that was imported, or given another name. */
export function throughImports(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
