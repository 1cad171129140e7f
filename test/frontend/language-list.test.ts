// The language list: docs/language.md names every construct and every member of the library, as in or as refused, and the compiler agrees.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "ava";
import ts from "typescript";
import { formatDiagnostic } from "../../compiler/frontend/diagnostics.ts";
import { loadAndLower } from "../../compiler/frontend/frontend.ts";
import { nodeModules } from "../../compiler/frontend/node-modules.ts";
import { refusals } from "./sources.ts";

declare const REPOSITORY_ROOT: string;

const page = join(REPOSITORY_ROOT, "docs", "language.md");
const programs = join(REPOSITORY_ROOT, "test", "language");
const runtimeDirectory = join(REPOSITORY_ROOT, "runtime");
const declarations = join(runtimeDirectory, "lib.d.ts");

interface Row {
  readonly feature: string;
  readonly kinds: readonly string[];
  readonly state: string;
  readonly code: string;
  readonly shownBy: string;
}

function readRows(): Row[] {
  const text = readFileSync(page, "utf8").split("<!-- syntax -->")[1] ?? "";
  return text
    .split("\n")
    .filter((line) => / \| (in|refused) \| /.test(line))
    .map((line) => {
      const [, feature, kinds, state, code, shownBy] = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
      return { feature, kinds: kinds.split(" ").filter((kind) => kind !== ""), state, code, shownBy };
    });
}

/** Not written in source: made by transformations, by errors, or part of comments and of JSX; and what says nothing by itself. */
const NOT_IN_SOURCE = /^(JSDoc|Jsx|Synthetic|Missing|Bundle|SemicolonClassElement|ImportTypeAssertionContainer)/;

/** The names of all kinds of nodes and binary operators. */
function sourceKinds(): string[] {
  const kinds: string[] = [];
  for (let kind = 0; kind < ts.SyntaxKind.SyntaxList; kind++) {
    const name = kindName(kind);
    const isOperator = kind >= ts.SyntaxKind.FirstBinaryOperator && kind <= ts.SyntaxKind.LastBinaryOperator;
    const isNode = kind >= ts.SyntaxKind.QualifiedName;
    if ((isNode || isOperator) && !NOT_IN_SOURCE.test(name) && !NO_OPERATORS.has(kind)) kinds.push(name);
  }
  return kinds;
}

/** Between the operators in the numbering, but none. */
const NO_OPERATORS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanSlashToken,
  ts.SyntaxKind.EqualsGreaterThanToken,
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
  ts.SyntaxKind.ExclamationToken,
  ts.SyntaxKind.TildeToken,
  ts.SyntaxKind.QuestionToken,
  ts.SyntaxKind.QuestionDotToken,
  ts.SyntaxKind.ColonToken,
  ts.SyntaxKind.AtToken,
  ts.SyntaxKind.BacktickToken,
  ts.SyntaxKind.HashToken,
]);

/** Of several names of one number the one that is no range marker. */
function kindName(kind: ts.SyntaxKind): string {
  const names = Object.entries(ts.SyntaxKind).filter(([, value]) => value === kind);
  return (names.find(([name]) => !/^(First|Last)/.test(name)) ?? names[0] ?? ["", 0])[0];
}

function kindsOf(file: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    found.add(kindName(node.kind));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext));
  return found;
}

test("every construct of the syntax is in the list, once", (t) => {
  const listed = readRows().flatMap((row) => row.kinds);
  t.deepEqual([...listed].sort(), [...new Set(listed)].sort());
  t.deepEqual(
    sourceKinds().filter((kind) => !listed.includes(kind)),
    [],
  );
});

test("what is in has a program that shows it", (t) => {
  const rows = readRows().filter((row) => row.state === "in");
  t.true(rows.length > 50);
  for (const { feature, kinds, shownBy } of rows) {
    const file = join(programs, shownBy);
    if (!existsSync(file)) t.fail(`${feature}: no program ${shownBy}`);
    else {
      const found = kindsOf(file);
      t.true(kinds.length === 0 || kinds.some((kind) => found.has(kind)), `${feature}: ${shownBy} has none of ${kinds.join()}`);
    }
  }
});

test("what is refused gets its code", (t) => {
  const refused = readRows().filter((row) => row.state === "refused");
  const wrong = refused.flatMap(({ feature, code, shownBy }) => {
    const found = refusals(shownBy.replace(/^`|`$/g, ""));
    return found.some((one) => one.startsWith(code)) ? [] : [`${feature}: ${found.join()}`];
  });
  t.deepEqual(wrong, []);
});

// The library

interface LibraryMember {
  readonly owner: ts.InterfaceDeclaration;
  readonly node: ts.MethodSignature | ts.PropertySignature;
}

/** lib.d.ts and the files that it refers to, as one. */
function libraryFile(): ts.SourceFile {
  const names = readdirSync(runtimeDirectory).filter((name) => /^lib(\.\w+)?\.d\.ts$/.test(name));
  const text = names.sort().map((name) => readFileSync(join(runtimeDirectory, name), "utf8"));
  return ts.createSourceFile(declarations, text.join("\n"), ts.ScriptTarget.ESNext, true);
}

function membersOf(file: ts.SourceFile): LibraryMember[] {
  return file.statements.filter(ts.isInterfaceDeclaration).flatMap((owner) =>
    owner.members
      .filter((node): node is LibraryMember["node"] => ts.isMethodSignature(node) || ts.isPropertySignature(node))
      .filter((node) => !node.name.getText().startsWith("__"))
      .map((node) => ({ owner, node })),
  );
}

/** What a file exports by name, itself or from the files that it passes on. */
function exportedNames(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext, true);
  const isExported = (node: ts.Node): boolean =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
  return file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause !== undefined)
        return ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements.map(({ name }) => name.text) : [];
      const from = statement.moduleSpecifier;
      return from !== undefined && ts.isStringLiteral(from) ? exportedNames(join(dirname(path), from.text)) : [];
    }
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isObjectBindingPattern(name) ? name.elements.map((element) => element.name.getText()) : [name.getText()],
      );
    const { name } = statement as ts.DeclarationStatement;
    return name === undefined ? [] : [name.getText()];
  });
}

/** One row for each interface, and one for each kind of other declaration. */
function libraryRows(): string {
  const file = libraryFile();
  const rows = new Map<string, Set<string>>();
  const add = (owner: string, name: string): void => void rows.set(owner, (rows.get(owner) ?? new Set()).add(name));
  for (const { owner, node } of membersOf(file)) add(`\`${owner.name.text}\``, `\`${node.name.getText()}\``);
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement)) add("functions", `\`${statement.name?.text}\``);
    if (ts.isTypeAliasDeclaration(statement)) add("types", `\`${statement.name.text}\``);
    if (ts.isInterfaceDeclaration(statement)) add("interfaces", `\`${statement.name.text}\``);
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) add("names", `\`${name.getText()}\``);
  }
  for (const [name, { file: module }] of nodeModules) {
    for (const exported of exportedNames(join(runtimeDirectory, "node", "modules", module))) add(`\`node:${name}\``, `\`${exported}\``);
  }
  return [...rows].map(([owner, names]) => `| ${owner} | ${[...names].sort().join(" ")} |`).join("\n");
}

test("the list of the library is what lib.d.ts declares", (t) => {
  const text = readFileSync(page, "utf8");
  const [before, , after] = text.split(/<!-- library -->\n/);
  const wanted = `${before}<!-- library -->\n| of | declared |\n|---|---|\n${libraryRows()}\n<!-- library -->\n${after}`;
  if (process.env.UPDATE !== undefined) writeFileSync(page, wanted);
  else t.is(text, wanted, "npm test -- language-list --update writes it anew");
  t.pass();
});

/** Receivers of members: what a program would call them on. */
const RECEIVERS: readonly string[] = ["String", "Number", "ReadonlyArray", "Array", "Map", "Set"];

test("every declared method of the basic types compiles", (t) => {
  const folder = join(REPOSITORY_ROOT, "build", "test", "language-list");
  mkdirSync(folder, { recursive: true });
  const entries = RECEIVERS.map((receiver) => {
    const entry = join(folder, `${receiver}.ts`);
    writeFileSync(entry, probeText(receiver));
    return entry;
  });
  const { diagnostics } = loadAndLower({ entries, profile: "linux", runtimeDirectory, root: folder });
  t.deepEqual(diagnostics.map(formatDiagnostic), []);
});

/** Of parameters that take one of several things, the first: the compiler chooses by the argument's own type. */
function plainType(node: ts.TypeNode): string {
  if (ts.isUnionTypeNode(node)) return node.types[0].getText();
  const element = ts.isArrayTypeNode(node) && ts.isParenthesizedTypeNode(node.elementType) ? node.elementType.type : undefined;
  return element === undefined ? node.getText() : `(${plainType(element)})[]`;
}

/** A function for each method that calls it with arguments of the declared types. */
function probeText(receiver: string): string {
  const methods = membersOf(libraryFile()).filter(({ owner, node }) => owner.name.text === receiver && ts.isMethodSignature(node));
  const lines = ["T", "U", "S", "V", "A", "D"].map((name) => `type ${name} = number;`);
  lines.push("type K = string;", "export const marker: T | U | S | V | A | D | K = 1;");
  const self =
    ({ String: "string", Number: "number", Map: "Map<K, V>", Set: "Set<T>" } as Record<string, string>)[receiver] ?? `${receiver}<T>`;
  methods.forEach(({ node }, index) => {
    if (!ts.isMethodSignature(node) || !ts.isIdentifier(node.name)) return;
    const name = `probe${receiver}${index}`;
    const isRest = (parameter: ts.ParameterDeclaration): boolean => parameter.dotDotDotToken !== undefined;
    const own = node.parameters.find((parameter) => parameter.name.getText() === "this");
    if (own?.type !== undefined && ts.isConditionalTypeNode(own.type)) return; // of some receivers only
    const given = node.parameters.filter((parameter) => parameter !== own);
    const typeOf = (parameter: ts.ParameterDeclaration): string =>
      `(${parameter.type === undefined ? "unknown" : plainType(parameter.type)})${parameter.questionToken === undefined ? "" : " | undefined"}`;
    const params = given.map((parameter, place) => `a${place}: ${typeOf(parameter)}`);
    const args = given.map((parameter, place) => (isRest(parameter) ? `a${place}[0], a${place}[1]` : `a${place}`));
    if (node.name.text === "flat") args[0] = "1"; // the type of the result depends on it
    lines.push(`/** @exportName ${name} */`);
    lines.push(`export function ${name}(${[`self: ${own?.type?.getText() ?? self}`, ...params].join(", ")}): void {`);
    lines.push(`  self.${node.name.text}(${args.join(", ")});`, "}");
  });
  return `${lines.join("\n")}\n`;
}
