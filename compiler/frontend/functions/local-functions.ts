// Local functions: of the functions declared inside others, which use which variables around them. One scan for each
// function that is in no other one, and one of the whole file for what stands in its blocks.
// Establishes: (1) functions that call each other in a circle, and generic ones, are lifted: they get the variables as parameters
//              (2) variables that a function value may ask for before their declaration has run are early: they are made with their block

import ts from "typescript";
import type { Program } from "../program.ts";
import { isThisUse } from "../types/this-parameters.ts";
import { outermostFunction } from "./variable-facts.ts";

export type LocalFunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** A function that is called directly, with the variables it uses as its first arguments. */
export interface LiftedFunction {
  readonly node: LocalFunctionNode;
  readonly name: ts.Identifier;
  /** The variables of functions around it that it, or a function it uses, uses. */
  readonly free: readonly ts.Symbol[];
  /** Stands for `this` among them, where an arrow function uses it. */
  readonly self: ts.Symbol | null;
}

interface Candidate {
  readonly symbol: ts.Symbol;
  readonly node: LocalFunctionNode;
  readonly name: ts.Identifier;
  /** The variables and local functions that its text names. */
  readonly names: Set<ts.Symbol>;
  usesThis: boolean;
}

interface LocalFacts {
  readonly lifted: ReadonlyMap<ts.Symbol, LiftedFunction>;
  readonly early: ReadonlySet<ts.Symbol>;
  /** Declared functions that use no variables of functions around them. */
  readonly plain: ReadonlySet<ts.Symbol>;
}

const none: LocalFacts = { lifted: new Map(), early: new Set(), plain: new Set() };

export class LocalFunctions {
  private readonly program: Program;
  /** By outermost function, or file. */
  private readonly byRoot = new Map<ts.Node, LocalFacts>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The declared function of that name, if it is lifted. */
  lifted(symbol: ts.Symbol): LiftedFunction | undefined {
    return this.factsOf(symbol).lifted.get(symbol);
  }

  /** Whether a function value that uses the variable is made before the variable is declared. */
  isEarly(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol).early.has(symbol);
  }

  /** Whether a declared function uses no variables around it. */
  capturesNothing(symbol: ts.Symbol): boolean {
    return this.factsOf(symbol).plain.has(symbol);
  }

  private factsOf(symbol: ts.Symbol): LocalFacts {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return none;
    const root = outermostFunction(declaration);
    let facts = this.byRoot.get(root);
    if (facts === undefined) {
      facts = hasInnerFunction(root) ? new Scan(this.program, root).facts() : none;
      this.byRoot.set(root, facts);
    }
    return facts;
  }
}

class Scan {
  private readonly program: Program;
  private readonly candidates = new Map<ts.Symbol, Candidate>();
  private readonly byNode = new Map<ts.Node, Candidate>();
  private readonly names = new Set<string>();
  private readonly selves = new Map<ts.Node, ts.Symbol>();
  /** The places where local variables and functions are named. */
  private readonly uses: { readonly symbol: ts.Symbol; readonly at: ts.Identifier }[] = [];

  constructor(program: Program, root: ts.Node) {
    this.program = program;
    this.findCandidates(root);
    this.findUses(root, [], 0);
  }

  facts(): LocalFacts {
    const lifted = new Map<ts.Symbol, LiftedFunction>();
    const chosen = new Set([...this.candidates.values()].filter((candidate) => this.isLifted(candidate)));
    for (const candidate of chosen) {
      const parts = [candidate, ...this.reachedFrom(candidate, (other) => chosen.has(other))];
      const self = parts.some((part) => part.usesThis) ? this.thisOf(thisHolder(candidate.node)) : null;
      lifted.set(candidate.symbol, { node: candidate.node, name: candidate.name, free: this.freeOf(parts, chosen), self });
    }
    const plain = [...this.candidates.values()].filter(
      (candidate) => ts.isFunctionDeclaration(candidate.node) && this.neededBy(candidate).length === 0,
    );
    return { lifted, early: this.earlyVariables(), plain: new Set(plain.map(({ symbol }) => symbol)) };
  }

  /** A symbol for a `this`, which has none. */
  private thisOf(holder: ts.Node): ts.Symbol {
    const known = this.selves.get(holder);
    if (known !== undefined) return known;
    const made = { name: "this", flags: ts.SymbolFlags.Variable } as ts.Symbol;
    this.selves.set(holder, made);
    return made;
  }

  private isLifted(candidate: Candidate): boolean {
    const { node } = candidate;
    if ((node.typeParameters?.length ?? 0) > 0) return !ts.isFunctionDeclaration(node) || this.freeOf([candidate], new Set()).length > 0;
    return this.reachedFrom(candidate).some((other) => this.isCircle(candidate, other));
  }

  private findCandidates(node: ts.Node): void {
    const found = candidateOf(node);
    const symbol = found === undefined ? undefined : this.program.symbolOf(found.name);
    if (found !== undefined && symbol !== undefined) {
      const candidate: Candidate = { symbol, ...found, names: new Set(), usesThis: false };
      this.candidates.set(symbol, candidate);
      this.byNode.set(found.node, candidate);
      this.names.add(found.name.text);
    }
    ts.forEachChild(node, (child) => this.findCandidates(child));
  }

  private findUses(node: ts.Node, around: readonly Candidate[], depth: number): void {
    const own = this.byNode.get(node);
    const inside = own === undefined ? around : [...around, own];
    if (isThisUse(node)) {
      const holder = thisHolder(node);
      for (const candidate of inside) if (!contains(candidate.node, holder)) candidate.usesThis = true;
    }
    if (ts.isIdentifier(node) && (depth > 0 || this.names.has(node.text)) && !isDeclaredName(node)) {
      const symbol = this.program.symbolOf(node);
      if (symbol !== undefined && isLocalVariable(symbol)) {
        for (const candidate of inside) candidate.names.add(symbol);
        this.uses.push({ symbol, at: node });
      }
    }
    const inner = ts.isFunctionLike(node) || ts.isClassLike(node) ? depth + 1 : depth;
    ts.forEachChild(node, (child) => this.findUses(child, inside, inner));
  }

  /** The other candidates that it names, and those that they name, and so on, through those that `isPassed`. */
  private reachedFrom(candidate: Candidate, isPassed: (other: Candidate) => boolean = () => true): Candidate[] {
    const reached = new Set<Candidate>();
    const pending = [candidate];
    for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
      for (const name of current.names) {
        const other = this.candidates.get(name);
        if (other === undefined || other === candidate || reached.has(other) || !isPassed(other)) continue;
        reached.add(other);
        pending.push(other);
      }
    }
    return [...reached];
  }

  /** Whether two functions, neither inside the other, reach each other. */
  private isCircle(candidate: Candidate, other: Candidate): boolean {
    if (contains(candidate.node, other.node) || contains(other.node, candidate.node)) return false;
    return this.reachedFrom(other).includes(candidate);
  }

  /** What these functions name and none of them declares, but for those that are lifted. */
  private freeOf(parts: readonly Candidate[], lifted: ReadonlySet<Candidate>): ts.Symbol[] {
    const free = new Set<ts.Symbol>();
    for (const part of parts) {
      for (const name of part.names) {
        const declaration = name.valueDeclaration;
        const named = this.candidates.get(name);
        if (declaration === undefined || contains(part.node, declaration) || contains(parts[0].node, declaration)) continue;
        if (named === undefined || (!lifted.has(named) && !parts.includes(named))) free.add(name);
      }
    }
    return [...free];
  }

  private neededBy(declared: Candidate): ts.Symbol[] {
    const through = this.reachedFrom(declared, ({ node }) => ts.isFunctionDeclaration(node));
    return this.freeOf([declared, ...through], new Set());
  }

  /** Variables that are named, in a function inside the one they belong to, before they have their first value. */
  private earlyVariables(): Set<ts.Symbol> {
    const early = new Set<ts.Symbol>();
    const note = (used: ts.Symbol, at: ts.Identifier, isNeededHere: boolean): void => {
      const declaration = early.has(used) ? undefined : variableOf(used);
      if (declaration === undefined || !ts.isVariableStatement(declaration.parent.parent)) return;
      if (!contains(declaration.parent.parent.parent, at)) return;
      const made = placeOfMaking(at, declaration, isNeededHere);
      if (made !== null && isMadeBefore(made, declaration)) early.add(used);
    };
    for (const { symbol, at } of this.uses) {
      const declared = this.candidates.get(symbol);
      if (declared === undefined || !ts.isFunctionDeclaration(declared.node)) note(symbol, at, false);
      // What a declared function uses is needed where the function is named.
      else for (const used of this.neededBy(declared)) note(used, at, true);
    }
    return early;
  }
}

function candidateOf(node: ts.Node): { readonly node: LocalFunctionNode; readonly name: ts.Identifier } | undefined {
  if (ts.isFunctionDeclaration(node)) {
    const isLocal = node.name !== undefined && node.body !== undefined && !ts.isSourceFile(node.parent) && !ts.isModuleBlock(node.parent);
    return isLocal && node.name !== undefined ? { node, name: node.name } : undefined;
  }
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.initializer === undefined) return undefined;
  const { initializer } = node;
  if (!ts.isArrowFunction(initializer) && !ts.isFunctionExpression(initializer)) return undefined;
  const isConst = (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
  const statement = node.parent.parent;
  const isLocal = ts.isVariableStatement(statement) && !ts.isSourceFile(statement.parent) && !ts.isModuleBlock(statement.parent);
  return isConst && isLocal ? { node: initializer, name: node.name } : undefined;
}

/** The declaration that the variable, which may be a name in a pattern, belongs to. */
function variableOf(symbol: ts.Symbol): ts.VariableDeclaration | undefined {
  let current: ts.Node | undefined = symbol.valueDeclaration;
  while (current !== undefined && (ts.isBindingElement(current) || ts.isBindingName(current))) current = current.parent;
  return current !== undefined && ts.isVariableDeclaration(current) ? current : undefined;
}

/**
 * The outermost function value around a use, inside of the function that the variable belongs to; null where a declared function is
 * around, which counts where it is named.
 */
function placeOfMaking(use: ts.Identifier, declaration: ts.Node, isNeededHere: boolean): ts.Node | null {
  let made: ts.Node | null = isNeededHere ? use : null;
  for (let node: ts.Node = use.parent; !contains(node, declaration); node = node.parent) {
    if (ts.isFunctionDeclaration(node)) return null;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) made = node;
  }
  return made;
}

/** Whether a function stands in front of the variable's first value, or is a part of it: then it may be called before there is one. */
function isMadeBefore(made: ts.Node, { initializer, name }: ts.VariableDeclaration): boolean {
  let value = initializer;
  while (value !== undefined && ts.isParenthesizedExpression(value)) value = value.expression;
  return made !== value && made.getStart() < (value?.end ?? name.getStart());
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isFunctionDeclaration(parent)) && parent.name === node;
}

/** Whether the name is of a variable, parameter or function inside a function or block, not of a module. */
export function isLocalVariable(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return false;
  if (symbol.flags & ts.SymbolFlags.Function) return !ts.isSourceFile(declaration.parent) && !ts.isModuleBlock(declaration.parent);
  if (!(symbol.flags & ts.SymbolFlags.Variable)) return false;
  let current: ts.Node = declaration;
  while (ts.isBindingElement(current) || ts.isBindingName(current)) current = current.parent;
  if (ts.isParameter(current)) return true;
  const statement = current.parent.parent;
  if (!ts.isVariableStatement(statement)) return true;
  return !ts.isSourceFile(statement.parent) && !ts.isModuleBlock(statement.parent);
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getSourceFile() === inner.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The function, accessor or member whose `this` the node is. */
function thisHolder(node: ts.Node): ts.Node {
  let current = node.parent;
  while (!ts.isSourceFile(current) && (!ts.isFunctionLike(current) || ts.isArrowFunction(current)) && !ts.isClassElement(current))
    current = current.parent;
  return current;
}

/** What was found in the text of a root: the runtime's functions come up in every program. */
const withInnerFunction = new WeakMap<ts.Node, boolean>();

/** Whether any function stands in another, or in a block of a module. */
function hasInnerFunction(root: ts.Node): boolean {
  let answer = withInnerFunction.get(root);
  if (answer === undefined) {
    answer = hasFunctionAt(root, 0);
    withInnerFunction.set(root, answer);
  }
  return answer;
}

function hasFunctionAt(node: ts.Node, depth: number): boolean {
  const isFunction = ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
  if (isFunction && depth > 0) return true;
  const isInner = isFunction || ts.isBlock(node) || ts.isCaseBlock(node) || ts.isIterationStatement(node, false);
  return ts.forEachChild(node, (child) => hasFunctionAt(child, isInner ? depth + 1 : depth)) ?? false;
}
