// Random program: TypeScript from a seed, the same on Node and compiled. It prints what it computes as it goes, and always ends.
// Shape: a module with declarations of its own and a function `run`, which it runs when it is loaded: many can be compiled as one program.

import { Random } from "../random.ts";
import { compoundRules } from "./compound-rules.ts";
import {
  declareClass,
  declareFunction,
  declareGlobal,
  declareInterface,
  declareObject,
  declareRecord,
  declareVariants,
} from "./declaration-rules.ts";
import { flowRules } from "./flow-rules.ts";
import { literal } from "./literals.ts";
import { type PolicyName, policyNames } from "./policies.ts";
import { ProgramMaker, type Rules } from "./program-maker.ts";
import { reachRules } from "./reach-rules.ts";
import { scalarRules } from "./scalar-rules.ts";
import { sharedImport } from "./shared-declarations.ts";
import { PRELUDE } from "./show-functions.ts";
import { statementRules } from "./statement-rules.ts";
import { declareSuspensions, suspensionExpressions, suspensionStatements } from "./suspension-rules.ts";

const rules: Rules = {
  expressions: [...scalarRules, ...compoundRules, ...reachRules, ...suspensionExpressions],
  statements: [...statementRules, ...flowRules, ...suspensionStatements, { subject: "class", weight: 3, make: declareObject }],
  literal,
};

export function policyOf(seed: number): PolicyName {
  return policyNames[seed % policyNames.length] ?? "mixed";
}

/** What its output is headed with, and its file named by. Names come again: what is kept of a file gives way to the next of its name. */
export function programName(seed: number): string {
  return `program${seed % 1000}`;
}

/** The text of a module. It imports from `./shared.ts`, see shared-declarations.ts. */
export function makeRandomProgram(seed: number, policy: PolicyName = policyOf(seed)): string {
  const maker = new ProgramMaker(new Random(seed), policy, rules);
  makeDeclarations(maker);
  maker.isAsync = maker.isAsyncProgram;
  maker.line(maker.isAsync ? "async function run(): Promise<void> {" : "function run(): void {");
  maker.nested(() => {
    maker.budget = 3 + maker.random.below(maker.isAsync ? 5 : 10);
    while (maker.budget > 0) maker.statements(3, 10);
    for (const { name, type } of maker.scope) if (type.kind !== "function") maker.print(type, name);
  });
  maker.line("}");
  maker.line(`${maker.isAsyncProgram ? "attemptAsync" : "attempt"}("${programName(seed)}", run);`);
  const own = `${PRELUDE}${maker.shows.declarations()}${maker.lines.join("\n")}\n`;
  return `${sharedImport(own)}${own}`;
}

function makeDeclarations(maker: ProgramMaker): void {
  const { random } = maker;
  if (!maker.isMachine) maker.genericNames.push("identity");
  if (maker.wants("class", 50)) declareRecord(maker);
  for (let count = random.below(2) + (maker.wants("class", 30) ? 2 : 0); count > 0; count--) declareClass(maker);
  if (!maker.isMachine && maker.wants("union", 30)) declareVariants(maker);
  if (maker.wants("class", 30)) declareInterface(maker);
  for (let count = random.below(3); count > 0; count--) declareGlobal(maker);
  for (let count = 1 + random.below(3); count > 0; count--) declareFunction(maker);
  if (maker.isMachine) return;
  maker.isAsyncProgram = maker.policy === "async" || (maker.policy !== "generators" && maker.percent(10));
  declareSuspensions(maker);
}
