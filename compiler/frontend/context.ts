// Context: what lowering knows while it is inside one function body.
// Owns:       the builder, the variables in scope, and the jump targets of loops, switches and labels.

import type ts from "typescript";
import type { Block, FunctionSignature, Value } from "../ir/function.ts";
import { IrFunction } from "../ir/function.ts";
import { Op, type PanicKind } from "../ir/ops.ts";
import { type RuntimeFunction, runtimeFunctions } from "../ir/runtime-functions.ts";
import { ValueType } from "../ir/types.ts";
import { classObject } from "./classes/class-values.ts";
import type { ClassLayout } from "./classes/classes.ts";
import type { DiagnosticCode } from "./diagnostics.ts";
import { type Handler, isThrowingCall } from "./exceptions.ts";
import { coerce, projectMember } from "./expressions/conversions.ts";
import type { LiftedFunction } from "./functions/local-functions.ts";
import { materialize, type Operand, operand, type Range } from "./operands.ts";
import type { Program } from "./program.ts";
import { SsaBuilder, SsaVariable } from "./ssa.ts";
import type { Awaiting } from "./statements/lower-using.ts";
import { valueTypeOf } from "./types/representation.ts";
import type { TypeEnvironment } from "./types/type-environment.ts";
import { type ClassType, type Type, TypeKind } from "./types/types.ts";

export interface ValueVariable {
  readonly kind: "value";
  readonly type: Type;
  readonly ssa: SsaVariable;
  readonly range?: Range;
}

/** Shared with closures and changed: lives in an object of its own. */
export interface CellVariable {
  readonly kind: "cell";
  readonly type: Type;
  readonly cell: SsaVariable;
  readonly field: number;
  /** The field that tells whether the declaration has run, of a variable that may be asked for before. */
  readonly isDeclared?: number;
}

/** A function that is called with the variables it uses as arguments. */
export interface LiftedVariable {
  readonly kind: "lifted";
  readonly lifted: LiftedFunction;
  /** What the type parameters around its declaration stand for. */
  readonly environment: TypeEnvironment;
  /** Its closure, null until it is needed, in the body that declares the function. */
  readonly slot: SsaVariable | null;
}

/** A local name. */
export type LocalVariable = ValueVariable | CellVariable | LiftedVariable | { readonly kind: "constant"; readonly operand: Operand };

export interface JumpTarget {
  readonly labels: readonly string[];
  /** Only a break with its label leaves it. */
  readonly isLabeledBlock: boolean;
  readonly breakBlock: Block;
  readonly continueBlock: Block | null;
  /** How many handlers there were around it. */
  readonly handlerDepth: number;
  /** The same for `continue`, where the loop guards its body. */
  readonly continueDepth?: number;
}

/** A body that is left and entered again. */
export interface Coroutine {
  /** `return` and the end of the body. The function itself returns nothing. */
  complete(context: Context, given: Operand, node: ts.Node): void;
  yield(context: Context, node: ts.YieldExpression): Operand;
  /** Leaves the body until the value, a promise or not, is there. */
  await(context: Context, given: Operand, node: ts.Node): Operand;
}

export interface BoundFunction {
  readonly node: ts.Node;
  readonly object: Operand;
  /** Whether the object is its `this`. */
  readonly isThis: boolean;
  /** The constant whose value the object becomes. */
  readonly name: ts.Symbol | null;
}

export class Context {
  readonly program: Program;
  readonly fn: IrFunction;
  readonly builder: SsaBuilder;
  readonly environment: TypeEnvironment;
  /** What `return` must give; null while it is being inferred. */
  result: Type | null;
  /** Types of the returned values, in inference. */
  readonly returned: Type[] = [];
  readonly variables = new Map<ts.Symbol, LocalVariable>();
  readonly jumps: JumpTarget[] = [];
  /** Of the try statements around, innermost last. */
  readonly handlers: Handler[] = [];
  /** Code that no value may ever reach: what cannot be lowered in it is not there. TypeScript has checked what does get there. */
  isCoincidental = false;
  private thrownExit: Block | null = null;
  /** Where this is the body of a generator or an async function: what its suspensions and its end have to do. */
  coroutine: Coroutine | null = null;
  self: Operand | null = null;
  /** The function that is being made for a field of an object, and the object. */
  boundFunction: BoundFunction | null = null;
  /** The classes of functions with properties that this body makes, by the functions and the constants that have them. */
  readonly functionObjects = new Map<object, ClassLayout>();
  /** In constructors that may call `super()` twice: whether they did. */
  superCalled: SsaVariable | null = null;
  /** The class whose member this is. */
  ownClass: ClassType | null = null;
  /** Values of subexpressions lowered ahead, by node: the receiver of an optional chain. */
  readonly substitutes = new Map<ts.Node, Operand>();
  /** By block, of those with `await using`. */
  readonly awaitings = new Map<ts.Node, Awaiting>();
  /** Where a link of an optional chain goes when its receiver is absent. */
  readonly chainExits: Block[] = [];

  constructor(program: Program, fn: IrFunction, environment: TypeEnvironment, result: Type | null) {
    this.program = program;
    this.fn = fn;
    this.environment = environment;
    this.result = result;
    this.builder = new SsaBuilder(program.module, fn);
  }

  /** A context whose code is thrown away: to learn the type of an expression or of what a function returns. */
  static scratch(
    program: Program,
    environment: TypeEnvironment,
    signature: FunctionSignature = { params: [], result: ValueType.Void },
  ): Context {
    return new Context(program, new IrFunction(-1, "scratch", signature), environment, null);
  }

  get isScratch(): boolean {
    return this.fn.index < 0;
  }

  refuse(node: ts.Node, code: DiagnosticCode, ...values: string[]): never {
    return this.program.refuse(node, code, ...values);
  }

  /** The own type of a node, as the checker sees it here (narrowed). */
  checkerType(node: ts.Node): Type {
    return this.program.converter.convert(this.program.checker.getTypeAtLocation(node), this.environment, node);
  }
  typeOfNode(node: ts.TypeNode): Type {
    return this.program.converter.ofTypeNode(node, this.environment);
  }

  value(given: Operand): Value {
    if (given.type.kind === TypeKind.ClassValue && given.value === 0) return classObject(this, given.type);
    return materialize(this.builder, given);
  }

  /** Marks the instructions to come as made by this node. */
  at(node: ts.Node): void {
    this.builder.position = this.program.enter(node);
  }

  /** Appends an instruction; behind a call that may throw also the test whether it did. */
  emit(op: Op, operands: readonly Value[], aux = 0): Value {
    const value = this.builder.emit(op, isStore(op) ? this.stored(operands) : operands, aux);
    if (this.program.exceptions.isUsed && isThrowingCall(op)) this.program.exceptions.testCall(this, value, op, aux);
    return value;
  }

  /** The operands of a store. What is of type never has no value, and its place is one of a reference. */
  private stored(operands: readonly Value[]): readonly Value[] {
    return operands.at(-1) === 0 ? [...operands.slice(0, -1), this.builder.nullRef()] : operands;
  }

  /** Where an exception goes from here: the innermost handler, or the function's end. */
  handlerBlock(): Block {
    const handler = this.handlers[this.handlers.length - 1];
    if (handler !== undefined) return handler.block;
    this.thrownExit ??= this.builder.openBlock(true);
    return this.thrownExit;
  }

  /** Ends the body. An exception that was not caught leaves it with the zero of the result; the caller looks at the exception first. */
  finish(): void {
    const { builder, fn } = this;
    if (this.thrownExit !== null) {
      builder.enter(this.thrownExit);
      if (fn.result === ValueType.Void) builder.return();
      else if (!builder.isTerminated) builder.return(builder.zero(fn.result));
    }
    builder.finish();
  }

  coerce(given: Operand, target: Type, node: ts.Node): Value {
    return coerce(this, given, target, node);
  }

  /** The same for a call: what is never there, or nothing, is passed as a null reference. */
  argument(given: Operand, param: Type, node: ts.Node): Value {
    const value = coerce(this, given, param, node);
    return value === 0 ? this.builder.nullRef() : value;
  }

  check(condition: Value, kind: PanicKind): void {
    this.emit(Op.Check, [condition], kind);
  }

  /** The object that stands for null where undefined is reference 0. */
  nullObject(): Value {
    return this.emit(Op.StaticClosure, [], this.program.marker("null").index);
  }

  callRuntime(name: RuntimeFunction, operands: readonly Value[]): Value {
    const value = this.emit(Op.Call, operands, this.program.runtimeFunction(name).index);
    if (runtimeFunctions[name].isNoReturn) this.builder.unreachable();
    return value;
  }

  /** The operand as one of its possibilities. Requires: a test or the checker's flow type says that it is that. */
  narrow(given: Operand, target: Type, node: ts.Node): Operand {
    return given.type.kind === TypeKind.Union && target.kind !== TypeKind.Union
      ? operand(target, projectMember(this, given, given.type, target, node))
      : operand(target, this.value(given));
  }

  /** A temporary that several paths write, to be read where they meet. */
  temporary(type: Type): SsaVariable {
    return new SsaVariable("temporary", valueTypeOf(type));
  }

  /** Takes over what needs no value at run time from the body around this one. */
  inherit(outer: Context): void {
    for (const [symbol, variable] of outer.variables) {
      if (variable.kind === "constant") this.variables.set(symbol, variable);
      else if (variable.kind === "lifted") this.variables.set(symbol, { ...variable, slot: null });
    }
  }

  lookup(symbol: ts.Symbol): LocalVariable | undefined {
    return this.variables.get(symbol);
  }
}

function isStore(op: Op): boolean {
  return op === Op.FieldSet || op === Op.GlobalSet || op === Op.ArraySet;
}
