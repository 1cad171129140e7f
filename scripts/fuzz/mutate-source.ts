// Mutate source: programs changed at random, token by token, from a seed. Some stay valid TypeScript; the others are meant to be refused.
// Invariant: the same seed and texts give the same mutant.

import { dirname, join, relative } from "node:path";
import ts from "typescript";
import type { Random } from "./random.ts";
import { expressionSnippets, statementSnippets, typeSnippets } from "./source-snippets.ts";

interface Token {
  readonly kind: ts.SyntaxKind;
  text: string;
  /** Blanks and comments in front of it. */
  readonly space: string;
}

const operatorFamilies: readonly (readonly string[])[] = [
  ["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"],
  ["<", "<=", ">", ">=", "===", "!==", "==", "!="],
  ["&&", "||", "??"],
  ["=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "**=", "&&=", "||=", "??="],
  ["++", "--"],
  ["!", "~", "-", "+", "typeof ", "void "],
  [".", "?."],
  ["let", "const", "var"],
  ["break", "continue"],
  ["true", "false", "null", "undefined"],
  ["public", "private", "protected", "readonly", "static", "abstract", "async", "override"],
];

const numbers = [
  "0",
  "1",
  "-1",
  "2",
  "31",
  "32",
  "0.5",
  "-0",
  "255",
  "256",
  "65536",
  "2147483647",
  "2147483648",
  "4294967295",
  "4294967296",
  "9007199254740993",
  "1e21",
  "1e-7",
  "NaN",
  "Infinity",
  "0xffff_ffff_ffff_ffff",
];

const strings = ['""', '"a"', '"\\u20ac"', '"\\u{1f600}"', '"\\ud800"', '"\\0"', '"constructor"', '"__proto__"', '"toString"', "`\n`"];

/** Deeper than people write, deep enough to end a recursion that has no limit. */
const DEEP_NESTINGS = [3, 40, 400, 4000];

export function tokensOf(text: string): Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  const tokens: Token[] = [];
  let space = "";
  let templateDepth = 0;
  const open: number[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.OpenBraceToken) open.push(templateDepth === 0 ? 0 : 1);
    if (kind === ts.SyntaxKind.TemplateHead) {
      templateDepth++;
      open.push(2);
    }
    if (kind === ts.SyntaxKind.CloseBraceToken && open.pop() === 2) {
      kind = scanner.reScanTemplateToken(false);
      if (kind === ts.SyntaxKind.TemplateMiddle) open.push(2);
      else templateDepth--;
    }
    if (kind < ts.SyntaxKind.FirstToken || isTrivia(kind)) space += scanner.getTokenText();
    else {
      tokens.push({ kind, text: scanner.getTokenText(), space });
      space = "";
    }
  }
  return tokens;
}

function isTrivia(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstTriviaToken && kind <= ts.SyntaxKind.LastTriviaToken;
}

/** Relative imports as seen from another folder. */
function withMovedImports(text: string, from: string, to: string): string {
  return text.replace(/(\bfrom\s+|\bimport\s+)"(\.[^"]*)"/g, (_, before: string, path: string) => {
    const moved = relative(to, join(dirname(from), path));
    return `${before}"${moved.startsWith(".") ? moved : `./${moved}`}"`;
  });
}

interface Food {
  readonly file: string;
  readonly text: string;
}

/** A mutant of one of the programs, to be put into the folder. */
export function mutateSource(random: Random, foods: readonly Food[], folder: string): string {
  const food = random.pick(foods);
  const tokens = tokensOf(withMovedImports(food.text, food.file, folder));
  const changes = 1 + random.below(random.pick([1, 1, 2, 3, 8]));
  for (let change = 0; change < changes && tokens.length > 0; change++) mutateTokens(random, tokens, foods);
  return `${tokens.map(({ space, text }) => space + text).join("")}\n`;
}

type Mutation = (random: Random, tokens: Token[], foods: readonly Food[]) => void;

function mutateTokens(random: Random, tokens: Token[], foods: readonly Food[]): void {
  random.pick(mutations)(random, tokens, foods);
}

const K = ts.SyntaxKind;

/** The place of a random token that fits; -1 if there is none. */
function findToken(random: Random, tokens: readonly Token[], fits: (token: Token) => boolean): number {
  const start = random.below(tokens.length);
  for (let step = 0; step < tokens.length; step++) {
    const index = (start + step) % tokens.length;
    if (fits(tokens[index])) return index;
  }
  return -1;
}

function snippet(text: string): Token {
  return { kind: K.Unknown, text: ` ${text} `, space: "" };
}

const isIdentifier = (token: Token): boolean => token.kind === K.Identifier;
const isValue = ({ kind }: Token): boolean => kind === K.Identifier || kind === K.NumericLiteral || kind === K.StringLiteral;

function replaceIdentifier(random: Random, tokens: Token[]): void {
  const to = findToken(random, tokens, isIdentifier);
  const from = findToken(random, tokens, isIdentifier);
  if (to >= 0) tokens[to].text = tokens[from].text;
}

function replaceLiteral(random: Random, tokens: Token[]): void {
  const index = findToken(random, tokens, ({ kind }) => kind === K.NumericLiteral || kind === K.StringLiteral);
  if (index >= 0) tokens[index].text = random.pick(tokens[index].kind === K.NumericLiteral ? numbers : strings);
}

function replaceOperator(random: Random, tokens: Token[]): void {
  const index = findToken(random, tokens, ({ text }) => operatorFamilies.some((family) => family.includes(text)));
  if (index < 0) return;
  const families = operatorFamilies.filter((family) => family.includes(tokens[index].text));
  tokens[index].text = random.pick(random.pick(families));
}

function replaceValue(random: Random, tokens: Token[]): void {
  const index = findToken(random, tokens, isValue);
  if (index >= 0) tokens[index] = snippet(random.pick(expressionSnippets));
}

function replaceType(random: Random, tokens: Token[]): void {
  const isType = ({ text }: Token): boolean => typeSnippets.includes(text);
  const index = findToken(random, tokens, isType);
  if (index >= 0) tokens[index] = snippet(random.pick(typeSnippets));
}

function nest(random: Random, tokens: Token[]): void {
  const index = findToken(random, tokens, isValue);
  if (index < 0) return;
  const [before, after] = random.pick([
    ["(", ")"],
    ["[", "]"],
    ["-", ""],
    ["!", ""],
    ["(() => ", ")()"],
    ["(1 + ", ")"],
    ["(true ? ", " : 0)"],
    ["`${", "}`"],
    ["f(", ")"],
  ] as const);
  const depth = random.oneIn(8) ? random.pick(DEEP_NESTINGS) : 1;
  tokens[index] = snippet(before.repeat(depth) + tokens[index].text + after.repeat(depth));
}

function endsStatement({ text }: Token): boolean {
  return text === ";" || text === "{" || text === "}";
}

function insertStatement(random: Random, tokens: Token[]): void {
  const index = findToken(random, tokens, endsStatement);
  tokens.splice(index + 1, 0, snippet(random.pick(statementSnippets)));
}

/** A stretch of tokens from one end of a statement to the next. */
function stretch(random: Random, tokens: readonly Token[]): { start: number; count: number } {
  const start = findToken(random, tokens, endsStatement) + 1;
  let end = start;
  while (end < tokens.length && !endsStatement(tokens[end])) end++;
  return { start, count: end - start + 1 };
}

function spliceForeign(random: Random, tokens: Token[], foods: readonly Food[]): void {
  const others = tokensOf(random.pick(foods).text);
  if (others.length === 0) return;
  const { start, count } = stretch(random, others);
  tokens.splice(findToken(random, tokens, endsStatement) + 1, 0, ...others.slice(start, start + count));
}

function moveStatement(random: Random, tokens: Token[]): void {
  const { start, count } = stretch(random, tokens);
  const taken = random.oneIn(2) ? tokens.splice(start, count) : tokens.slice(start, start + count);
  if (random.oneIn(3) || tokens.length === 0) return;
  tokens.splice(findToken(random, tokens, endsStatement) + 1, 0, ...taken.map((token) => ({ ...token })));
}

function deleteToken(random: Random, tokens: Token[]): void {
  tokens.splice(random.below(tokens.length), 1);
}

function duplicateToken(random: Random, tokens: Token[]): void {
  const index = random.below(tokens.length);
  tokens.splice(index, 0, { ...tokens[index] });
}

function swapTokens(random: Random, tokens: Token[]): void {
  const [a, b] = [random.below(tokens.length), random.below(tokens.length)];
  [tokens[a], tokens[b]] = [tokens[b], tokens[a]];
}

/** Those that mostly keep a program valid come more often: what TypeScript refuses never gets further. */
const mutations: readonly Mutation[] = [
  replaceIdentifier,
  replaceIdentifier,
  replaceLiteral,
  replaceLiteral,
  replaceLiteral,
  replaceOperator,
  replaceOperator,
  replaceOperator,
  replaceValue,
  replaceValue,
  replaceValue,
  replaceType,
  nest,
  nest,
  insertStatement,
  insertStatement,
  insertStatement,
  insertStatement,
  spliceForeign,
  moveStatement,
  moveStatement,
  deleteToken,
  duplicateToken,
  swapTokens,
];
