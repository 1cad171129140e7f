// Program: the state of lowering one whole program: the module under construction and what was already made for it.
// Owns:       the worklist of bodies to lower; a body is lowered once for each combination of type arguments that is reached.

import { basename } from "node:path";
import ts from "typescript";
import type { FunctionSignature, IrFunction } from "../ir/function.ts";
import { ClassShape, type Global, type IrClass, type Method, Module } from "../ir/module.ts";
import { RUNTIME_PREFIX } from "../ir/positions.ts";
import { type RuntimeFunction, runtimeFunctions } from "../ir/runtime-functions.ts";
import { ValueType } from "../ir/types.ts";
import type { SourceVariable } from "../ir/variables.ts";
import { CompilerBug } from "../support/assert.ts";
import type { ClassScope } from "./classes/class-scopes.ts";
import { ClassTable } from "./classes/classes.ts";
import { noteMemberNames } from "./classes/member-keys.ts";
import { MethodTable } from "./classes/methods.ts";
import { SourceTypes } from "./classes/source-types.ts";
import type { CoroutineBody } from "./coroutines/split-coroutines.ts";
import { createDiagnostic, type Diagnostic, type DiagnosticCode, Refusal, type SourceSpan } from "./diagnostics.ts";
import { Exceptions } from "./exceptions.ts";
import { Aliases } from "./expressions/aliases.ts";
import { ElementResults } from "./functions/element-results.ts";
import { shownName } from "./functions/function-names.ts";
import { FunctionTable } from "./functions/functions.ts";
import type { LiftedInstance } from "./functions/lifted-instances.ts";
import { LocalFunctions } from "./functions/local-functions.ts";
import { VariableFacts } from "./functions/variable-facts.ts";
import { GlobalTable } from "./globals.ts";
import { isStackOverflow, type LoadedProgram, spanOf } from "./load.ts";
import { aliasedName } from "./node-modules.ts";
import { SsaBuilder } from "./ssa.ts";
import { tagText } from "./tags.ts";
import { setOpenTypes } from "./types/open-types.ts";
import { UnfinishedType } from "./types/recursive-types.ts";
import { resolvedSymbol, throughImports } from "./types/resolved-symbols.ts";
import { TypeConverter } from "./types/type-conversion.ts";
import { TypeEnvironment } from "./types/type-environment.ts";
import { type ClassType, forgetTypes, type Type, TypeKind } from "./types/types.ts";

const NOT_IN_KERNEL: DiagnosticCode = "TSM4001";

interface FilePositions {
  /** Numbers of Module.positions, by where a node starts, with the blanks and comments before it: these are skipped once a place. */
  readonly byNodeStart: Map<number, number>;
  readonly isRuntime: boolean;
}

export class Program {
  readonly module: Module;
  readonly loaded: LoadedProgram;
  readonly checker: ts.TypeChecker;
  readonly converter: TypeConverter;
  readonly diagnostics: Diagnostic[] = [];
  readonly functions: FunctionTable;
  readonly globals: GlobalTable;
  readonly classes: ClassTable;
  readonly methods: MethodTable;
  readonly aliases: Aliases;
  readonly facts: VariableFacts;
  readonly elementResults: ElementResults;
  readonly localFunctions: LocalFunctions;
  readonly exceptions: Exceptions;
  readonly sourceTypes: SourceTypes;
  /** Bodies with suspensions, to be split when all is lowered. */
  readonly coroutines: CoroutineBody[] = [];
  /** Results of closures without a declared one, by closure and the types it was found for. */
  readonly closureResults = new Map<string, Type>();
  /** Functions that take the variables they use as parameters, by declaration and the types they were made for. */
  readonly liftedFunctions = new Map<string, LiftedInstance>();
  /** Whether a class has a scope, and the scopes that were laid out. */
  readonly scopedClasses = new Map<ts.ClassLikeDeclaration, boolean>();
  readonly classScopes = new Map<ts.ClassLikeDeclaration, ClassScope>();
  /** Where classes at module level that have a scope are kept. */
  readonly classVariables = new Map<ts.ClassLikeDeclaration, Global>();
  /** The functions that classes are as values. */
  readonly instanceTests = new Map<ts.ClassLikeDeclaration, IrFunction>();
  /** Classes of generic functions as values, what stands in them for the functions, and through which types slots of them are called. */
  readonly genericClasses = new Map<string, IrClass>();
  readonly genericObjects = new Map<object, Global>();
  readonly genericCodes = new Map<ts.Node, IrFunction>();
  readonly genericCalls = new Map<Method, ts.Type[]>();
  /** Library functions as values. */
  readonly libraryValues = new Map<string, IrFunction>();
  private readonly runtimeExports = new Map<string, ts.FunctionDeclaration>();
  private readonly coreFiles = new Map<string, ts.SourceFile>();
  /** The exported classes of runtime/core. */
  private readonly libraryClasses = new Map<string, ts.ClassDeclaration>();
  private readonly work: (() => void)[] = [];
  private readonly names = new Set<string>();
  private readonly reported = new Set<string>();
  /** What is lowered now is lowered for its errors only: what lowering cannot do with it is no fault of the compiler. */
  isSpeculative = false;
  /** Classes whose objects are taken for those of the class with other type arguments: see open-classes.ts. */
  readonly classesToOpen = new Set<ts.ClassLikeDeclaration>();
  /** Types of lists and tuples that others would have to be seen as: see open-types.ts. */
  readonly typesToOpen = new Set<string>();
  /** Objects of an open class cannot give a member as their view has it, unless more types are open. */
  lacksOpenTypes = false;
  /** The first fault of the compiler itself. */
  private surprise: { readonly node: ts.Node; readonly error: unknown } | null = null;

  constructor(
    loaded: LoadedProgram,
    openClasses: ReadonlySet<ts.ClassLikeDeclaration> = new Set(),
    openTypes: ReadonlySet<string> = new Set(),
  ) {
    forgetTypes();
    setOpenTypes(openTypes);
    TypeEnvironment.empty.converted.clear();
    this.loaded = loaded;
    this.checker = loaded.checker;
    this.module = new Module(loaded.options.profile);
    const ofRuntime = (file: ts.SourceFile): boolean => this.isRuntime(file);
    const ownFiles = loaded.files.filter((file) => !ofRuntime(file));
    this.converter = new TypeConverter(
      this.checker,
      (node, code, values) => this.refuse(node, code, ...values),
      (name) => this.libraryClass(name),
      (declaration) => this.classes.withSubclasses(declaration),
      openClasses,
      [...ownFiles, ...loaded.files.filter(ofRuntime)],
    );
    this.elementResults = new ElementResults(this.isKernel ? [] : ownFiles);
    this.facts = new VariableFacts(this.checker, this.elementResults, ofRuntime);
    this.localFunctions = new LocalFunctions(this);
    this.indexRuntime();
    for (const file of loaded.files) noteMemberNames(file, this.checker);
    const stringClass = this.module.addClass("string", null, ClassShape.String);
    this.module.stringClass = stringClass.index;
    this.classes = new ClassTable(this);
    this.functions = new FunctionTable(this);
    this.globals = new GlobalTable(this);
    this.methods = new MethodTable(this);
    this.aliases = new Aliases(this);
    this.exceptions = new Exceptions(this);
    this.sourceTypes = new SourceTypes(this);
  }

  get isKernel(): boolean {
    return this.loaded.options.profile === "kernel";
  }

  // Diagnostics

  refuse(node: ts.Node, code: DiagnosticCode, ...values: string[]): never {
    throw new Refusal(this.diagnosticAt(node, code, ...values));
  }

  /** Leaves what comes of something that was refused before, if anything was. */
  giveUp(): void {
    const last = this.diagnostics.at(-1);
    if (last !== undefined) throw new Refusal(last);
  }

  /** Adds a diagnostic and goes on. */
  report(node: ts.Node, code: DiagnosticCode, ...values: string[]): void {
    this.add(this.diagnosticAt(node, code, ...values));
  }

  private diagnosticAt(node: ts.Node, code: DiagnosticCode, ...values: string[]): Diagnostic {
    const place = this.placeToBlame(node);
    const diagnostic = createDiagnostic(code, this.spanOfNode(place), ...values);
    if (place !== node && code === NOT_IN_KERNEL) this.consequences.add(diagnostic);
    return diagnostic;
  }

  /**
   * The place in the program that is being lowered; while a body of the runtime is, the place that asked for it. Who works on the runtime
   * asks for debugging, and sees the place there.
   */
  site: ts.Node | null = null;
  /** What the runtime may not do in this profile, for a program that may not ask for it. */
  private readonly consequences = new Set<Diagnostic>();

  /** The errors to show: without those that the program's own entail. */
  shownDiagnostics(): readonly Diagnostic[] {
    const own = this.diagnostics.filter((diagnostic) => !this.consequences.has(diagnostic));
    return own.some(({ code }) => code === NOT_IN_KERNEL) ? own : this.diagnostics;
  }

  /** Of a node in the runtime the place in the program that asked for it: there is nothing in the runtime that a person could change. */
  private placeToBlame(node: ts.Node): ts.Node {
    const isHidden = this.site !== null && process.env.TSMETAL_DEBUG === undefined && this.isRuntime(node.getSourceFile());
    return isHidden ? (this.site ?? node) : node;
  }

  private spanOfNode(node: ts.Node): SourceSpan {
    return spanOf(node.getSourceFile(), node.getStart(), node.getWidth(), this.loaded.options.root);
  }

  private add(diagnostic: Diagnostic): void {
    // The same line of a generic function is refused once, not once an instance.
    const key = `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}:${diagnostic.message}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.diagnostics.push(diagnostic);
  }

  /** Runs a step; a refusal in it becomes a diagnostic. Anything else thrown is a fault of this compiler, kept for `finish`. */
  attempt(node: ts.Node, step: () => void): boolean {
    try {
      step();
      return true;
    } catch (error) {
      if (error instanceof Refusal) this.add(error.diagnostic);
      else if (this.isSpeculative) return false;
      else if (process.env.TSMETAL_DEBUG !== undefined) throw error;
      else if (isStackOverflow(error) || error instanceof UnfinishedType) this.report(node, "TSM1004", "this");
      else this.surprise ??= { node, error };
      return false;
    }
  }

  /** Throws CompilerBug if lowering met what it should not have, unless that can come from what was refused before. */
  finish(): void {
    if (this.surprise === null || this.diagnostics.length > 0) return;
    const { node, error } = this.surprise;
    const { file, line, column } = this.spanOfNode(node);
    throw new CompilerBug(`${file}:${line}:${column}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }

  /** For debuggers; answers its number. */
  addSourceVariable(variable: Omit<SourceVariable, "type"> & { readonly type: Type }): number {
    return this.module.variables.push({ ...variable, type: this.sourceTypes.numberOf(variable.type) }) - 1;
  }

  // Work

  /** Lowers a body later: now its caller is being lowered. */
  enqueue(step: () => void): void {
    const { site } = this;
    this.work.push(() => {
      this.site = site;
      step();
    });
  }

  runWork(): void {
    for (let waiting = -1; ; ) {
      for (let step = this.work.pop(); step !== undefined; step = this.work.pop()) step();
      // What waits for a body that nothing calls is lowered at last, for what is wrong in it.
      this.isLast = this.waiting.length === waiting;
      waiting = this.waiting.length;
      if (waiting === 0) return;
      this.work.push(...this.waiting.splice(0));
    }
  }

  private readonly waiting: (() => void)[] = [];
  private isLast = false;

  /** Lowers a body when `isReady`: what it needs is found out in another body. */
  enqueueWhen(isReady: () => boolean, step: () => void): void {
    const attempt = (): void => {
      if (isReady() || this.isLast) step();
      else this.waiting.push(attempt);
    };
    this.enqueue(attempt);
  }

  // Names and positions

  private readonly fileNames = new Map<ts.SourceFile, string>();
  private readonly positions = new Map<ts.SourceFile, FilePositions>();

  positionOf(node: ts.Node): number {
    const file = node.getSourceFile();
    return this.positionIn(file, this.positionsOf(file), node);
  }

  /** The position of what is being lowered now. */
  enter(node: ts.Node): number {
    const file = this.fileOf(node);
    const positions = this.positionsOf(file);
    if (!positions.isRuntime) this.site = node;
    return this.positionIn(file, positions, node);
  }

  private entered: { readonly node: ts.Node; readonly file: ts.SourceFile } | null = null;

  /** Without going up to the file, where the node stands in or beside the one before. */
  private fileOf(node: ts.Node): ts.SourceFile {
    const before = this.entered;
    const isNear = before !== null && node.parent !== undefined && (node.parent === before.node || node.parent === before.node.parent);
    const file = isNear ? before.file : node.getSourceFile();
    this.entered = { node, file };
    return file;
  }

  private positionsOf(file: ts.SourceFile): FilePositions {
    let positions = this.positions.get(file);
    if (positions === undefined) {
      positions = { byNodeStart: new Map(), isRuntime: this.isRuntime(file) };
      this.positions.set(file, positions);
    }
    return positions;
  }

  private positionIn(file: ts.SourceFile, { byNodeStart }: FilePositions, node: ts.Node): number {
    let position = byNodeStart.get(node.pos);
    if (position === undefined) {
      const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
      position = this.module.internPosition(this.fileName(file), line + 1, character + 1);
      byNodeStart.set(node.pos, position);
    }
    return position;
  }

  fileName(file: ts.SourceFile): string {
    let name = this.fileNames.get(file);
    if (name === undefined) {
      name = this.relativeName(file);
      this.fileNames.set(file, name);
    }
    return name;
  }

  private relativeName(file: ts.SourceFile): string {
    const { root, runtimeDirectory } = this.loaded.options;
    // The same in every program, wherever the compiler is installed.
    if (file.fileName.startsWith(`${runtimeDirectory}/`)) return `${RUNTIME_PREFIX}${file.fileName.slice(runtimeDirectory.length + 1)}`;
    if (!file.fileName.startsWith(`${root}/`)) return file.fileName;
    const name = file.fileName.slice(root.length + 1);
    // The program has a folder of that name, too.
    return name.startsWith(RUNTIME_PREFIX) ? `./${name}` : name;
  }

  addFunction(name: string, file: ts.SourceFile, signature: FunctionSignature): IrFunction {
    return this.module.addFunction(this.uniqueName(name, file), signature);
  }

  /** The name itself if it is free, else with the file's stem in front, else with a number behind. */
  uniqueName(name: string, file: ts.SourceFile): string {
    const stem = basename(file.fileName, ".ts");
    let candidate = this.names.has(name) ? `${stem}.${name}` : name;
    for (let count = 2; this.names.has(candidate); count++) candidate = `${stem}.${name}.${count}`;
    this.names.add(candidate);
    return candidate;
  }

  private readonly linkerSymbols = new Map<string, ts.Node>();

  /** The name, which no other function may have as its linker symbol. Declarations without a body share it with the definition. */
  claimSymbol(name: string, node: ts.FunctionLikeDeclaration): string {
    if (node.body === undefined) return name;
    const inRuntime = this.runtimeExports.get(name);
    const owner = this.linkerSymbols.get(name) ?? (inRuntime?.body === undefined ? node : inRuntime);
    if (owner !== node) this.refuse(node.name ?? node, "TSM3018", name);
    this.linkerSymbols.set(name, node);
    return name;
  }

  // Symbols

  /** What a name refers to, through imports. */
  symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = resolvedSymbol(this.checker, node);
    const alias = symbol === undefined ? undefined : aliasedName(symbol.valueDeclaration);
    return alias === undefined ? symbol : this.globalOf(alias, node);
  }

  /** What a global name of the library stands for in runtime/node. */
  private globalOf(alias: ts.EntityName, node: ts.Node): ts.Symbol | undefined {
    const meant = throughImports(this.checker, this.checker.getSymbolAtLocation(alias));
    const { profile } = this.loaded.options;
    const file = meant?.valueDeclaration?.getSourceFile();
    if (file !== undefined && !this.loaded.files.includes(file)) this.refuse(node, "TSM4006", node.getText(), profile, "service for it");
    return meant;
  }

  // The runtime library

  private indexRuntime(): void {
    const prefix = `${this.loaded.options.runtimeDirectory}/`;
    for (const file of this.loaded.files) {
      if (!file.fileName.startsWith(prefix)) continue;
      const path = file.fileName.slice(prefix.length);
      if (path.startsWith("core/")) this.coreFiles.set(basename(path, ".ts"), file);
      if (/^node\/(environment|header-texts|buffer|buffer-members)\.ts$/.test(path)) this.coreFiles.set(basename(path, ".ts"), file);
      if (path.endsWith("/console.ts")) this.coreFiles.set("console", file);
      for (const statement of file.statements) if (ts.isFunctionDeclaration(statement)) this.indexExport(statement);
    }
    for (const file of this.coreFiles.values()) {
      for (const statement of file.statements) {
        if (ts.isClassDeclaration(statement) && statement.name !== undefined && isExported(statement))
          this.libraryClasses.set(statement.name.text, this.libraryClasses.get(statement.name.text) ?? statement);
      }
    }
  }

  private indexExport(declaration: ts.FunctionDeclaration): void {
    const exportName = tagText(declaration, "exportName");
    if (exportName !== undefined) this.runtimeExports.set(exportName, declaration);
  }

  isRuntime(file: ts.SourceFile): boolean {
    return file.fileName.startsWith(`${this.loaded.options.runtimeDirectory}/`);
  }

  /** Whether functions of the file that never return panic: those of modules that programs import throw. */
  mayPanic(file: ts.SourceFile): boolean {
    return this.isRuntime(file) && !file.fileName.startsWith(`${this.loaded.options.runtimeDirectory}/node/`);
  }

  runtimeFunction(name: RuntimeFunction): IrFunction {
    const { exportName } = runtimeFunctions[name];
    const declaration = this.runtimeExports.get(exportName);
    if (declaration === undefined) return this.missingRuntimeFunction(name);
    return this.functions.request(declaration, []).fn;
  }

  private readonly markers = new Map<string, IrFunction>();

  /** A function that nothing calls: its static closure is an object that no other value is. */
  marker(name: "null" | "thrown undefined" | "Object" | "Array"): IrFunction {
    let found = this.markers.get(name);
    if (found === undefined) {
      this.classes.closureClass([]);
      found = this.module.addFunction(name, { params: [ValueType.Ref], result: ValueType.Void });
      if (name === "Object" || name === "Array") found.shownAs = shownName(name);
      const builder = new SsaBuilder(this.module, found);
      found.addParameter(builder.block, ValueType.Ref);
      builder.unreachable();
      this.markers.set(name, found);
    }
    return found;
  }

  private readonly missing = new Map<string, IrFunction>();

  /** A runtime function that the library does not define: an external one, so that the linker names it if it is needed. */
  private missingRuntimeFunction(name: RuntimeFunction): IrFunction {
    const { exportName, params, result, isNoReturn } = runtimeFunctions[name];
    let found = this.missing.get(exportName);
    if (found === undefined) {
      found = this.module.addFunction(exportName, { params, result });
      found.exportName = exportName;
      found.isExternal = true;
      found.isNoReturn = isNoReturn;
      this.missing.set(exportName, found);
    }
    return found;
  }

  /** An exported function of runtime/core/<file>.ts. */
  coreFunction(file: string, name: string): ts.FunctionDeclaration | undefined {
    return this.coreFiles.get(file)?.statements.find((statement): statement is ts.FunctionDeclaration => {
      return ts.isFunctionDeclaration(statement) && statement.name?.text === name && isExported(statement) && statement.body !== undefined;
    });
  }

  /** The class of runtime/core behind a global name: Map, Error. */
  libraryClass(name: string): ts.ClassDeclaration | undefined {
    return this.libraryClasses.get(name);
  }

  /** A class of runtime/core that compiled code makes objects of. */
  runtimeClass(name: string, typeArguments: readonly Type[] = [], node: ts.Node = this.loaded.files[0]): ClassType {
    const declaration = this.libraryClass(name);
    const type = declaration === undefined ? undefined : this.converter.classOf(declaration, typeArguments);
    return type?.kind === TypeKind.Class ? type : this.refuse(node, "TSM3016", name, "runtime/core");
  }
}

export function isExported(node: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
}
