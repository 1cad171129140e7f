// Load: reads the program's files with TypeScript's own parser and checker, against our library declarations.
// Owns:       the one use of the TypeScript program API; a later adapter for another checker replaces this file.
// Invariants: (1) files are listed in the order their modules are initialised: imports first
//             (2) the runtime is taken to be free of errors, as its test shows it, until something gives reason to check it too

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import type { Profile } from "../ir/module.ts";
import { createDiagnostic, type Diagnostic, NO_SPAN, type SourceSpan } from "./diagnostics.ts";
import { missingService, nodeModuleFile, nodeModules } from "./node-modules.ts";

/** The files of runtime/heaps. */
export const heapNames = ["blocks", "list", "bump"] as const;

export type HeapName = (typeof heapNames)[number];

export interface LoadOptions {
  readonly entries: readonly string[];
  readonly profile: Profile;
  /** Where the program's objects lie; the fixed-size-block heap unless it is told. The kernel profile has none. */
  readonly heap?: HeapName;
  readonly runtimeDirectory: string;
  /** File names in positions are relative to it. */
  readonly root: string;
}

export interface LoadedProgram {
  readonly checker: ts.TypeChecker;
  /** Without declaration files, in initialisation order. */
  readonly files: readonly ts.SourceFile[];
  readonly options: LoadOptions;
  readonly diagnostics: Diagnostic[];
  /** The trees are whole: all that is wrong is in the types. */
  readonly isParsed: boolean;
  /** A file's name as diagnostics have it. */
  readonly shownName: (file: ts.SourceFile) => string;
  /** What is wrong with the runtime. */
  readonly checkRuntime: () => Diagnostic[];
}

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noLib: true,
  types: [],
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  noFallthroughCasesInSwitch: false,
  skipLibCheck: true,
};

/** The folder of runtime/ that belongs to a profile. */
export function profileFolder(profile: Profile): string {
  return profile === "program" ? "user" : profile;
}

function runtimeFiles(options: LoadOptions): string[] {
  const files: string[] = [];
  for (const folder of ["core", profileFolder(options.profile)]) {
    const path = join(options.runtimeDirectory, folder);
    if (!existsSync(path)) continue;
    // The core has a folder for each part; what is inside a profile's folder is loaded when something imports it.
    for (const name of readdirSync(path, { encoding: "utf8", recursive: folder === "core" }).sort()) {
      if (name.endsWith(".ts") && !name.endsWith(".d.ts")) files.push(join(path, name));
    }
  }
  if (options.profile !== "kernel") files.push(join(options.runtimeDirectory, "heaps", `${options.heap ?? "blocks"}.ts`));
  return files;
}

/** Reads and checks the program. Requires: paths are absolute. */
export function loadProgram(options: LoadOptions): LoadedProgram {
  const sources = new SourceSet(options);
  return sources.load(options.entries);
}

/** Source files with one checker: several programs may be taken out of it, which share what was found out about the runtime. */
export class SourceSet {
  private readonly options: LoadOptions;
  private readonly program: ts.Program;
  /** Of files that could not be read at all. */
  private readonly refused = new Map<string, Diagnostic[]>();

  /** Requires: paths are absolute. */
  constructor(options: LoadOptions) {
    this.options = options;
    const { root, entries } = options;
    const isReadable = (entry: string): boolean => refuseEntry(entry, root).length === 0;
    const onTooDeep = (file: string): void => {
      this.refused.set(file, [createDiagnostic("TSM1004", NO_SPAN, relative(root, file))]);
    };
    const rootNames = [...this.runtimeRoots(), ...entries.filter(isReadable)];
    this.program = ts.createProgram({ rootNames, options: compilerOptions, host: createHost(options, onTooDeep) });
  }

  /** The program that begins with these of the set's entries. */
  load(entries: readonly string[]): LoadedProgram {
    const { program, options } = this;
    const { root } = options;
    const diagnostics = entries.flatMap((entry) => refuseEntry(entry, root));
    const checker = program.getTypeChecker();
    const own = entries === options.entries ? program.getSourceFiles() : this.importedFrom(entries);
    const globals =
      options.profile === "linux"
        ? globalModules(
            program,
            own.filter((file) => !file.isDeclarationFile),
            options.runtimeDirectory,
          )
        : [];
    const files = initializationOrder(program, checker, [...this.runtimeRoots(), ...globals, ...entries]);
    diagnostics.push(...files.flatMap((file) => this.refused.get(file.fileName) ?? []));
    const isOfRuntime = (name: string): boolean => name.startsWith(`${options.runtimeDirectory}/`);
    const isRuntimeChecked = entries.some(isOfRuntime);
    const read = entries === options.entries ? program.getSourceFiles() : this.importedFrom(entries);
    const inQuestion = read.filter((file) => isRuntimeChecked || !isOfRuntime(file.fileName));
    diagnostics.push(...checked(program, inQuestion, entries, root));
    diagnostics.push(...own.filter((file) => !isOfRuntime(file.fileName)).flatMap((file) => missingModules(checker, file, options)));
    const ofRuntime = (): ts.SourceFile[] => program.getSourceFiles().filter((file) => isOfRuntime(file.fileName));
    const checkRuntime = (): Diagnostic[] => checked(program, ofRuntime(), entries, root);
    const isParsed = diagnostics.every(({ code }) => code === "TSM1001" || code === "TSM1005") && files.every(isWhole);
    const shownName = (file: ts.SourceFile): string => relative(root, file.fileName);
    return { checker, files, options: { ...options, entries }, diagnostics, isParsed, shownName, checkRuntime };
  }

  /** The entries and all that they import, for types only or not. */
  private importedFrom(entries: readonly string[]): ts.SourceFile[] {
    const found = new Set(entries.flatMap((entry) => this.program.getSourceFile(entry) ?? []));
    for (const file of found) {
      for (const statement of file.statements) {
        const target = importedFile(this.program.getTypeChecker(), statement);
        if (target !== undefined) found.add(target);
      }
    }
    return [...found];
  }

  private runtimeRoots(): string[] {
    const declarations = ["lib.d.ts", "unsafe.d.ts"].map((name) => join(this.options.runtimeDirectory, name));
    return [...declarations, ...runtimeFiles(this.options)];
  }
}

function isWhole(file: ts.SourceFile): boolean {
  // The parser keeps its own errors with the tree; the public typings leave that out.
  return (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics.length === 0;
}

/** Why the file cannot be a program's, if it cannot. */
function refuseEntry(entry: string, root: string): Diagnostic[] {
  const name = relative(root, entry);
  if (!existsSync(entry)) return [createDiagnostic("TSM1002", NO_SPAN, name)];
  if (statSync(entry).isDirectory())
    return [createDiagnostic("TSM1003", NO_SPAN, name === "" ? "." : name, "it is a folder without `main.ts` or `index.ts`")];
  if (!statSync(entry).isFile()) return [createDiagnostic("TSM1003", NO_SPAN, name, "it is not a file")];
  if (!entry.endsWith(".ts")) return [createDiagnostic("TSM1003", NO_SPAN, name, "its name does not end in `.ts`")];
  try {
    readFileSync(entry);
    return [];
  } catch (error) {
    return [createDiagnostic("TSM1003", NO_SPAN, name, error instanceof Error ? error.message : String(error))];
  }
}

/** What TypeScript's checker, and we, have to say about the files. */
function checked(program: ts.Program, files: readonly ts.SourceFile[], entries: readonly string[], root: string): Diagnostic[] {
  try {
    const found = [...program.getConfigFileParsingDiagnostics(), ...program.getOptionsDiagnostics()];
    const syntax = files.flatMap((file) => program.getSyntacticDiagnostics(file));
    const semantics = files.flatMap((file) => program.getSemanticDiagnostics(file));
    const all = ts.sortAndDeduplicateDiagnostics([...found, ...syntax, ...program.getGlobalDiagnostics(), ...semantics]);
    const hidden = files.flatMap((file) => (file.isDeclarationFile ? [] : hidingComments(file, root)));
    return [...all.map((diagnostic) => fromTypeScript(diagnostic, root)), ...hidden];
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return [createDiagnostic("TSM1004", NO_SPAN, entries.map((entry) => relative(root, entry)).join(", "))];
  }
}

/** Whether the compiler's own stack was too small for the depth of what it was reading. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}

/** Comments that make TypeScript's checker keep an error to itself: what it did not check cannot be compiled. */
function hidingComments(file: ts.SourceFile, root: string): Diagnostic[] {
  const comment = /^[ \t]*(?:\/\/|\/\*)[ \t]*(@ts-(?:ignore|expect-error|nocheck))\b/gm;
  if (!file.text.includes("@ts-")) return [];
  return [...file.text.matchAll(comment)].map((match) => {
    const start = match.index + match[0].length - match[1].length;
    return createDiagnostic("TSM1005", spanOf(file, start, match[1].length, root), match[1]);
  });
}

/** Trees of the files read last: programs that one process compiles after each other share the runtime's. */
const parsedFiles = new Map<string, ts.SourceFile>();

function parsedFile(name: string, text: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile {
  const known = parsedFiles.get(name);
  if (known !== undefined && known.text === text) return known;
  const parsed = ts.createSourceFile(name, text, version, true);
  parsedFiles.set(name, parsed);
  return parsed;
}

/** `onTooDeep` hears of files whose nesting TypeScript's parser cannot follow; they count as empty. */
function createHost({ root, runtimeDirectory }: LoadOptions, onTooDeep: (file: string) => void): ts.CompilerHost {
  // A name that no file can have, such as one with a zero in it, throws.
  const isFile = (name: string): boolean => !name.includes("\0") && (statSync(name, { throwIfNoEntry: false })?.isFile() ?? false);
  const read = (name: string): string | undefined => {
    try {
      return isFile(name) ? readFileSync(name, "utf8") : undefined;
    } catch {
      return undefined; // unreadable: the import of it is reported as one of a missing file
    }
  };
  const host: ts.CompilerHost = {
    getSourceFile: (name, version) => {
      const text = read(name);
      if (text === undefined) return undefined;
      try {
        return parsedFile(name, text, version);
      } catch (error) {
        if (!isStackOverflow(error)) throw error;
        onTooDeep(name);
        return ts.createSourceFile(name, "", version, true);
      }
    },
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: isFile,
    readFile: read,
    directoryExists: existsSync,
    getDirectories: () => [],
    resolveModuleNameLiterals: (literals, containingFile) =>
      literals.map(({ text }) => {
        const ofNode = nodeModuleFile(runtimeDirectory, text);
        if (ofNode === undefined) return ts.resolveModuleName(text, containingFile, compilerOptions, host);
        return { resolvedModule: { resolvedFileName: ofNode, extension: ts.Extension.Ts, isExternalLibraryImport: false } };
      }),
  };
  return host;
}

/** Imports of modules of Node for which the profile's system has no service. */
function missingModules(checker: ts.TypeChecker, file: ts.SourceFile, { profile, runtimeDirectory, root }: LoadOptions): Diagnostic[] {
  return file.statements.flatMap((statement) => {
    const target = importedFile(checker, statement);
    const missing = target === undefined ? undefined : missingService(runtimeDirectory, target.fileName, profile);
    if (missing === undefined || !loadsModule(statement)) return [];
    const specifier = (statement as ts.ImportDeclaration | ts.ExportDeclaration).moduleSpecifier as ts.StringLiteral;
    const span = spanOf(file, specifier.getStart(), specifier.getWidth(), root);
    return [createDiagnostic("TSM4006", span, specifier.text, profile, `service for ${missing} that programs could call`)];
  });
}

/** The files of runtime/node behind the global names that the program has in its text. */
function globalModules(program: ts.Program, files: readonly ts.SourceFile[], runtimeDirectory: string): string[] {
  const library = program.getSourceFile(join(runtimeDirectory, "lib.node.d.ts"));
  const names = new Set<string>();
  for (const file of files) {
    if (file.fileName.startsWith(`${runtimeDirectory}/`)) continue;
    // The parser keeps the names of a file with its tree; the public typings leave that out.
    for (const name of (file as unknown as { identifiers: ReadonlyMap<string, string> }).identifiers.keys()) names.add(name);
  }
  const found = library?.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const [declaration] = statement.declarationList.declarations;
    if (!names.has(declaration.name.getText(library))) return [];
    const { type } = declaration;
    const specifier = type !== undefined && ts.isImportTypeNode(type) ? type.argument : undefined;
    const text = specifier !== undefined && ts.isLiteralTypeNode(specifier) ? specifier.literal : undefined;
    return text !== undefined && ts.isStringLiteral(text) ? [join(runtimeDirectory, text.text)] : [];
  });
  return [...new Set(found)];
}

/** The files whose modules a file loads, in the order of its text. */
export function loadedModules(checker: ts.TypeChecker, file: ts.SourceFile): ts.SourceFile[] {
  return file.statements.flatMap((statement) => (loadsModule(statement) ? (importedFile(checker, statement) ?? []) : []));
}

function initializationOrder(program: ts.Program, checker: ts.TypeChecker, roots: readonly string[]): ts.SourceFile[] {
  const order: ts.SourceFile[] = [];
  const seen = new Set<ts.SourceFile>();
  const visit = (file: ts.SourceFile | undefined): void => {
    if (file === undefined || seen.has(file)) return;
    seen.add(file);
    for (const imported of loadedModules(checker, file)) visit(imported);
    if (!file.isDeclarationFile) order.push(file);
  };
  for (const name of roots) visit(program.getSourceFile(name));
  return order;
}

/** The file that an import or a re-export names. */
function importedFile(checker: ts.TypeChecker, statement: ts.Statement): ts.SourceFile | undefined {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  if (statement.moduleSpecifier === undefined) return undefined;
  return checker.getSymbolAtLocation(statement.moduleSpecifier)?.declarations?.find(ts.isSourceFile);
}

function loadsModule(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  return ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
}

/** Where a stretch of a file is, as a diagnostic shows it. */
export function spanOf(file: ts.SourceFile, start: number, length: number, root: string): SourceSpan {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const lineStart = file.getLineStarts()[line];
  const sourceLine = file.text.slice(lineStart).split("\n", 1)[0].replace(/\r$/, "");
  return { file: relative(root, file.fileName), line: line + 1, column: character + 1, length: Math.max(1, length), sourceLine };
}

/** "Cannot find module", "Cannot find name": TypeScript would have Node's own declarations installed. */
const NO_MODULE: ReadonlySet<number> = new Set([2307, 2591]);

function fromTypeScript(found: ts.Diagnostic, root: string): Diagnostic {
  const text = ts.flattenDiagnosticMessageText(found.messageText, " ");
  const span = found.file === undefined ? NO_SPAN : spanOf(found.file, found.start ?? 0, found.length ?? 1, root);
  const place = found.file?.text.slice(found.start, (found.start ?? 0) + (found.length ?? 0)) ?? "";
  const named = /^["']node:(.*)["']$/.exec(place)?.[1];
  if (named !== undefined && NO_MODULE.has(found.code))
    return createDiagnostic("TSM1006", span, `node:${named}`, [...nodeModules.keys()].sort().join(", "));
  const missing = missingName(found.code, text);
  if (missing !== undefined)
    return createDiagnostic("TSM1007", span, missing, insteadOf[missing] ?? "Use another member, or write a function.");
  return createDiagnostic("TSM1001", span, text, `TS${found.code}`);
}

/** "Cannot find name", with and without a proposal. */
const NO_NAME: ReadonlySet<number> = new Set([2304, 2318, 2552, 2583, 2584]);
/** "Property does not exist", without a proposal, with one, and with a later edition of the library as one. */
const NO_PROPERTY: ReadonlySet<number> = new Set([2339, 2551]);
const IN_LATER_LIBRARY = 2550;

/** Names that programs for other systems have, and what to write here. */
const insteadOf: Readonly<Record<string, string>> = {
  Atomics: "Give each part of the program its own values: nothing runs beside it in the same memory.",
  BigInt: "Use `u64` or `i64`, which wrap at their width.",
  BigInt64Array: "Use two 32-bit elements, or a DataView.",
  BigUint64Array: "Use two 32-bit elements, or a DataView.",
  FinalizationRegistry: "Give the class a `[Symbol.dispose]()` and declare its objects with `using`.",
  Float16Array: "Use `Float32Array`.",
  Intl: "Use `toLocaleString`, which writes as in the United States, or put the text together.",
  Proxy: "Write a class with the members, which passes calls on.",
  Reflect: "Name the member: what objects have is known while compiling.",
  SharedArrayBuffer: "Use an `ArrayBuffer`: no other thread sees the program's memory.",
  Temporal: "Use `Date`.",
  WebAssembly: "Write the functions in TypeScript.",
  XMLHttpRequest: "Use `fetch`.",
  document: "There is no page: write to the console.",
  localStorage: "Keep the values in a file.",
  window: "There is no window: use a module's own variables.",
};

/** What a program asks of the library that is not in it; undefined where TypeScript found fault with something else. */
function missingName(code: number, text: string): string | undefined {
  const name = NO_NAME.has(code) ? /'(\w+)'/.exec(text)?.[1] : undefined;
  if (name !== undefined) return Object.hasOwn(insteadOf, name) ? name : undefined;
  const member = /^Property '(.+?)' does not exist on type '(?:typeof )?(.+?)'/.exec(text);
  if (member === null) return undefined;
  const [, property, type] = member;
  const isOfLibrary = code === IN_LATER_LIBRARY || (NO_PROPERTY.has(code) && /^(?:\w+Constructor|Math|JSON|Console)$/.test(type));
  const owner = type.startsWith('"') ? "string" : type.replace(/Constructor$/, "");
  return isOfLibrary ? `${owner}.${property}` : undefined;
}
