// Program maker: the state in which rules write a random program: scope, text so far, and what may still be done.
// Invariants: (1) every expression has the type it was asked for, so that TypeScript accepts the program
//             (2) programs end: loops are counted, and functions, once the fuel is used up, return at once
//             (3) what is computed is the same everywhere: no time, no chance, no function that ECMAScript leaves to the implementation

import type { Random } from "../random.ts";
import { type PolicyName, type Subject, weightOf } from "./policies.ts";
import {
  BOOLEAN,
  INT,
  isSameType,
  isScalar,
  type MachineName,
  machineNames,
  type RandomType,
  type Shape,
  STRING,
  scalarTypes,
  typeText,
} from "./random-types.ts";
import { ShowFunctions } from "./show-functions.ts";

export interface Variable {
  readonly name: string;
  readonly type: RandomType;
  readonly isConstant: boolean;
}

export interface Callee {
  readonly name: string;
  readonly params: readonly RandomType[];
  readonly result: RandomType;
}

export interface ExpressionRule {
  readonly subject: Subject;
  readonly weight: number;
  readonly fits: (type: RandomType) => boolean;
  /** Undefined where there is nothing to make it of. */
  readonly make: (maker: ProgramMaker, type: RandomType, depth: number) => string | undefined;
}

export interface StatementRule {
  readonly subject: Subject;
  readonly weight: number;
  /** Whether it needs room for statements inside. */
  readonly isNesting?: boolean;
  /** False where there is nothing to make it of. */
  readonly make: (maker: ProgramMaker, depth: number) => boolean;
}

export interface Rules {
  readonly expressions: readonly ExpressionRule[];
  readonly statements: readonly StatementRule[];
  /** A value of the type with nothing around it. */
  readonly literal: (maker: ProgramMaker, type: RandomType) => string;
}

const LOOP_DEPTH_MAX = 2;

export class ProgramMaker {
  readonly random: Random;
  readonly policy: PolicyName;
  readonly shows = new ShowFunctions();
  readonly shapes: Shape[] = [];
  readonly callees: Callee[] = [];
  /** What these give is what they yield. */
  readonly generators: Callee[] = [];
  /** What these give is what they promise. */
  readonly asyncCallees: Callee[] = [];
  readonly asyncGenerators: Callee[] = [];
  /** Generic functions: texts of calls, by name, see function-rules.ts. */
  readonly genericNames: string[] = [];
  scope: Variable[] = [];
  readonly lines: string[] = [];
  indent = "";
  /** Statements that may still be written in this body. */
  budget = 0;
  loopDepth = 0;
  /** Labels of the loops around, innermost last. */
  labels: string[] = [];
  /** Of the function that is being written; undefined at top level. */
  result: RandomType | "none" | undefined;
  /** What the generator that is being written yields; undefined elsewhere. */
  yields: RandomType | undefined;
  /** Whether `await` may stand where text is added next. */
  isAsync = false;
  /** Whether the program has async functions: then it runs in one. */
  isAsyncProgram = false;
  /** Function values may be called only where that cannot go round in circles. */
  mayCallValues = true;
  /** Whether an exception thrown here is caught in the program. */
  isGuarded = false;
  private readonly rules: Rules;
  private nameCount = 0;

  constructor(random: Random, policy: PolicyName, rules: Rules) {
    this.random = random;
    this.policy = policy;
    this.rules = rules;
  }

  get isMachine(): boolean {
    return this.policy === "machine";
  }
  weight(subject: Subject): number {
    return weightOf(this.policy, subject);
  }
  /** True with a probability that grows with what the policy wants. */
  wants(subject: Subject, percent: number): boolean {
    return this.random.below(100) < Math.min(90, percent * this.weight(subject));
  }
  percent(chance: number): boolean {
    return this.random.below(100) < chance;
  }

  // Text

  line(text: string): void {
    this.lines.push(this.indent + text);
  }
  /** Requires: the prefix is not `i`, `u` or `f`, which with a number behind are names of machine types. */
  fresh(prefix: string): string {
    return `${prefix}${this.nameCount++}`;
  }
  /** Writes a block between braces; what it declares is gone afterwards. */
  nested(body: () => void): void {
    const before = this.scope;
    this.scope = [...before];
    this.indent += "  ";
    body();
    this.indent = this.indent.slice(2);
    this.scope = before;
  }
  /** The text of lines that the body writes, instead of adding them. */
  captured(body: () => void): string {
    const start = this.lines.length;
    body();
    return this.lines.splice(start).join("\n");
  }

  // Variables

  declare(name: string, type: RandomType, isConstant: boolean): void {
    this.scope.push({ name, type, isConstant });
  }
  variables(fits: (variable: Variable) => boolean): Variable[] {
    return this.scope.filter(fits);
  }
  /** One that has the type, or a subtype. */
  variableOf(type: RandomType): string | undefined {
    const fitting = this.variables((variable) => isUsableAs(variable.type, type));
    return fitting.length === 0 ? undefined : this.random.pick(fitting).name;
  }
  assignable(fits: (type: RandomType) => boolean): Variable | undefined {
    const fitting = this.variables((variable) => !variable.isConstant && fits(variable.type));
    return fitting.length === 0 ? undefined : this.random.pick(fitting);
  }

  // Types

  machineType(): RandomType {
    return { kind: "machine", name: this.random.pick<MachineName>(machineNames) };
  }
  scalar(): RandomType {
    if (this.isMachine) return this.percent(80) ? this.machineType() : BOOLEAN;
    if (this.policy === "strings" && this.percent(50)) return STRING;
    return this.policy === "integers" && this.percent(50) ? INT : this.random.pick(scalarTypes);
  }
  type(depth = 2): RandomType {
    if (depth === 0 || this.percent(35)) return this.scalar();
    const choices: [number, () => RandomType][] = [
      [3 * this.weight("collection"), () => ({ kind: "array", of: this.type(depth - 1) })],
      [6 * this.weight("class") * Math.min(1, this.shapes.length), () => ({ kind: "shape", shape: this.random.pick(this.shapes) })],
      [2 * this.weight("closure"), () => this.functionType()],
    ];
    if (!this.isMachine) {
      choices.push(
        [this.weight("pattern"), () => ({ kind: "tuple", elements: [this.type(depth - 1), this.type(depth - 1)] })],
        [this.weight("collection"), () => ({ kind: "map", key: this.keyType(), of: this.type(depth - 1) })],
        [this.weight("collection"), () => ({ kind: "set", of: this.keyType() })],
        [this.weight("union"), () => ({ kind: this.percent(50) ? "optional" : "nullable", of: this.plainType(depth - 1) })],
        [this.weight("union"), () => ({ kind: "either", members: this.percent(70) ? [INT, STRING] : [BOOLEAN, STRING] })],
        [2 * this.weight("generic"), () => ({ kind: "box", of: this.type(depth - 1) })],
      );
    }
    return this.pickWeighted(choices)();
  }
  private keyType(): RandomType {
    return this.percent(50) ? STRING : this.percent(60) ? INT : { kind: "number" };
  }
  /** Not a union: those do not nest. */
  private plainType(depth: number): RandomType {
    const type = this.type(depth);
    return type.kind === "optional" || type.kind === "nullable" || type.kind === "either" ? this.scalar() : type;
  }
  functionType(): RandomType {
    return { kind: "function", params: Array.from({ length: this.random.below(3) }, () => this.scalar()), result: this.scalar() };
  }

  pickWeighted<T>(choices: readonly (readonly [number, T])[]): T {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let at = this.random.below(total);
    for (const [weight, choice] of choices) {
      at -= weight;
      if (at < 0) return choice;
    }
    throw new RangeError("no choices");
  }

  // Expressions

  expression(type: RandomType, depth: number): string {
    const text = this.bareExpression(type, depth);
    // What TypeScript knows beyond the declared type would make it refuse later tests.
    const isWidened = type.kind === "either" || type.kind === "optional" || type.kind === "nullable";
    return isWidened ? `(${text} as ${typeText(type)})` : text;
  }

  private bareExpression(type: RandomType, depth: number): string {
    if (depth <= 0) return (this.percent(75) ? this.variableOf(type) : undefined) ?? this.literal(type);
    const variable = this.percent(20) ? this.variableOf(type) : undefined;
    if (variable !== undefined) return variable;
    const rules = this.rules.expressions.filter((rule) => rule.fits(type));
    const choices = rules.map((rule) => [rule.weight * this.weight(rule.subject), rule] as const).filter(([weight]) => weight > 0);
    for (let tries = 0; tries < 4 && choices.length > 0; tries++) {
      const text = this.pickWeighted(choices).make(this, type, depth - 1);
      if (text !== undefined) return text;
    }
    return this.variableOf(type) ?? this.literal(type);
  }

  /** Without the literal type that TypeScript would decide comparisons by. */
  widened(type: RandomType, depth: number): string {
    return `(${this.expression(type, depth)} as ${typeText(type)})`;
  }

  literal(type: RandomType): string {
    return this.rules.literal(this, type);
  }

  /** The text of an expression whose function values nobody calls: what is inside runs later, perhaps inside itself. */
  deferred<T>(make: () => T): T {
    const { mayCallValues, isAsync } = this;
    this.mayCallValues = false;
    this.isAsync = false;
    const result = make();
    Object.assign(this, { mayCallValues, isAsync });
    return result;
  }

  /** Writes the body of a function, which has nothing of the function around it but what is given. */
  inFunction(inside: Pick<ProgramMaker, "scope" | "result" | "yields">, body: () => void): void {
    const { scope, result, yields, isGuarded, budget, labels, loopDepth, isAsync } = this;
    Object.assign(this, { ...inside, isGuarded: false, labels: [], loopDepth: 0, isAsync: false });
    this.nested(body);
    Object.assign(this, { scope, result, yields, isGuarded, budget, labels, loopDepth, isAsync });
  }

  // Statements

  statements(depth: number, count: number): void {
    for (let left = 1 + this.random.below(count); left > 0 && this.budget > 0; left--) this.statement(depth);
  }

  statement(depth: number): void {
    this.budget--;
    const rules = this.rules.statements.filter((rule) => depth > 0 || rule.isNesting !== true);
    const choices = rules.map((rule) => [rule.weight * this.weight(rule.subject), rule] as const).filter(([weight]) => weight > 0);
    for (let tries = 0; tries < 5; tries++) if (this.pickWeighted(choices).make(this, depth - 1)) return;
  }

  get canLoop(): boolean {
    return this.loopDepth < LOOP_DEPTH_MAX;
  }

  shown(type: RandomType, text: string): string {
    return this.shows.call(type, text);
  }
  print(type: RandomType, text: string): void {
    this.line(`log(${this.shown(type, text)});`);
  }
}

/** Whether a value of the one type serves where the other is wanted. */
export function isUsableAs(given: RandomType, wanted: RandomType): boolean {
  if (isSameType(given, wanted)) return true;
  if (wanted.kind === "number") return given.kind === "int";
  if (wanted.kind === "shape" && given.kind === "shape") return given.shape.supertypes.includes(wanted.shape.name);
  if (wanted.kind === "optional" || wanted.kind === "nullable") return isUsableAs(given, wanted.of);
  return wanted.kind === "either" && isScalar(given) && wanted.members.some((member) => isSameType(member, given));
}
