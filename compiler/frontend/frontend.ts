// Front end: from source files to a module of the IR, or to diagnostics.

import type ts from "typescript";
import type { Module } from "../ir/module.ts";
import { Op } from "../ir/ops.ts";
import { lateRuntimeFunctions } from "../ir/runtime-functions.ts";
import { MemoryKind, ValueType } from "../ir/types.ts";
import { withRelatives } from "./classes/open-classes.ts";
import { splitCoroutine } from "./coroutines/split-coroutines.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { independentOf, inOrder } from "./ill-typed.ts";
import { type LoadedProgram, type LoadOptions, loadProgram } from "./load.ts";
import { Program } from "./program.ts";
import { SsaBuilder } from "./ssa.ts";
import { lowerModules } from "./statements/lower-modules.ts";
import { lowerUnreached } from "./unreached.ts";

export interface LoweredProgram {
  /** Null when there is any diagnostic. */
  readonly module: Module | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Source files read, absolute. */
  readonly files: readonly string[];
}

/** Loads, checks and lowers a program with the runtime of its profile. */
export function loadAndLower(options: LoadOptions): LoweredProgram {
  return lowerProgram(loadProgram(options));
}

/** Runs a named step and may take the time. */
export type Timed = <T>(stage: string, run: () => T) => T;

/** The same, with the time of TypeScript's own work apart from ours. Ours includes what the checker is asked while lowering. */
export function loadAndLowerTimed(options: LoadOptions, timed: Timed): LoweredProgram {
  const loaded = timed("TypeScript: read and check", () => loadProgram(options));
  return timed("front end", () => lowerProgram(loaded));
}

/** Lowers a program that is read and checked. A runtime with errors is found out when lowering meets something it cannot do. */
export function lowerProgram(loaded: LoadedProgram): LoweredProgram {
  const files = loaded.files.map((file) => file.fileName);
  if (loaded.diagnostics.length > 0) return { module: null, diagnostics: inOrder(errorsOfIllTyped(loaded)), files };
  try {
    const program = lowerOpening(loaded);
    const { module } = program;
    const diagnostics = program.shownDiagnostics();
    return diagnostics.length === 0
      ? { module, diagnostics, files }
      : { module: null, diagnostics: inOrder([...loaded.checkRuntime(), ...diagnostics]), files };
  } catch (error) {
    const diagnostics = loaded.checkRuntime();
    if (diagnostics.length === 0) throw error;
    return { module: null, diagnostics, files };
  }
}

/** TypeScript's errors and our own, of a program that cannot be compiled anyway: lowering it must not fail, whatever it meets. */
function errorsOfIllTyped(loaded: LoadedProgram): readonly Diagnostic[] {
  if (!loaded.isParsed) return loaded.diagnostics;
  try {
    const program = new Program(loaded);
    program.isSpeculative = true;
    lowerModules(program);
    lowerUnreached(program);
    return [...loaded.diagnostics, ...independentOf(loaded, program.diagnostics)];
  } catch {
    return loaded.diagnostics;
  }
}

/** Starts again where it turns out that objects of a class are taken for those of the class with other type arguments. */
function lowerOpening(loaded: LoadedProgram): Program {
  const open = new Set<ts.ClassLikeDeclaration>();
  const openTypes = new Set<string>();
  for (;;) {
    const program = lowerChecked(loaded, open, openTypes);
    const known = open.size + openTypes.size;
    if (program.diagnostics.length > 0 || program.lacksOpenTypes) {
      for (const declaration of withRelatives(program, program.classesToOpen)) open.add(declaration);
      for (const name of program.typesToOpen) openTypes.add(name);
    }
    if (open.size + openTypes.size === known) return program;
  }
}

function lowerChecked(loaded: LoadedProgram, open: ReadonlySet<ts.ClassLikeDeclaration>, openTypes: ReadonlySet<string>): Program {
  const program = new Program(loaded, open, openTypes);
  lowerModules(program);
  requestRuntime(program);
  program.runWork();
  program.methods.fill();
  program.aliases.testElements();
  if (program.diagnostics.length === 0) {
    program.exceptions.prune();
    for (const body of program.coroutines) splitCoroutine(program.module, body);
  }
  if (loaded.options.profile === "linux") addGlobalRelease(program.module);
  lowerUnreached(program);
  program.classes.number();
  if (program.diagnostics.length === 0) program.sourceTypes.describeAll();
  program.finish();
  return program;
}

/** What later stages call by name: panics, allocation, counting. */
function requestRuntime(program: Program): void {
  for (const name of lateRuntimeFunctions) program.runtimeFunction(name);
}

/** The function that gives up what module variables refer to, for the leak report at a program's end. */
function addGlobalRelease(module: Module): void {
  const fn = module.addFunction("release globals", { params: [], result: ValueType.Void });
  fn.exportName = "tsm_release_globals";
  const builder = new SsaBuilder(module, fn);
  for (const global of module.globals) if (global.kind === MemoryKind.Ref) builder.emit(Op.GlobalSet, [builder.nullRef()], global.index);
  builder.return();
  builder.finish();
}
