// Suspension rules: generators and async functions, what drives them, and jobs that run between their parts.
// Invariant: no promise is left rejected without anyone who looks: Node would end there.

import { parameterList } from "./literals.ts";
import type { Callee, ExpressionRule, ProgramMaker, StatementRule } from "./program-maker.ts";
import { type RandomType, typeText } from "./random-types.ts";

// Declarations

function paramsOf(maker: ProgramMaker): RandomType[] {
  return Array.from({ length: maker.random.below(3) }, () => maker.type(1));
}

type Kind = "generator" | "async" | "asyncGenerator";

const heads: Record<Kind, readonly [string, (value: string) => string]> = {
  generator: ["function*", (value) => `Generator<${value}, void, unknown>`],
  async: ["async function", (value) => `Promise<${value}>`],
  asyncGenerator: ["async function*", (value) => `AsyncGenerator<${value}, void, unknown>`],
};

/** Inside a generator `return` takes no value here; what it yields is what it is for. */
function declareSuspended(maker: ProgramMaker, kind: Kind, callees: Callee[]): void {
  const params = paramsOf(maker);
  const value = maker.percent(70) ? maker.scalar() : maker.type(1);
  const [name, prefix] = [maker.fresh("job"), maker.fresh("p")];
  const [head, result] = heads[kind];
  maker.line(`${head} ${name}(${parameterList(params, prefix)}): ${result(typeText(value))} {`);
  const scope = [...maker.scope, ...params.map((type, index) => ({ name: `${prefix}${index}`, type, isConstant: false }))];
  maker.inFunction({ scope, result: kind === "async" ? value : "none", yields: kind === "async" ? undefined : value }, () => {
    maker.isAsync = kind !== "generator";
    maker.budget = 1 + maker.random.below(4);
    maker.line(kind === "async" ? `if (fuel-- <= 0) return ${maker.literal(value)};` : "if (fuel-- <= 0) return;");
    while (maker.budget > 0) maker.statements(2, 6);
    if (kind === "async") maker.line(`return ${maker.expression(value, 2)};`);
    else if (maker.percent(50)) maker.line(`yield ${maker.expression(value, 1)};`);
  });
  maker.line("}");
  callees.push({ name, params, result: value });
}

export function declareSuspensions(maker: ProgramMaker): void {
  for (let count = maker.random.below(2) + (maker.wants("generator", 25) ? 1 : 0); count > 0; count--)
    declareSuspended(maker, "generator", maker.generators);
  if (!maker.isAsyncProgram) return;
  for (let count = 1 + maker.random.below(3); count > 0; count--) declareSuspended(maker, "async", maker.asyncCallees);
  if (maker.percent(30)) declareSuspended(maker, "asyncGenerator", maker.asyncGenerators);
}

// Generators

function callText(maker: ProgramMaker, { name, params }: Callee): string {
  return `${name}(${params.map((param) => maker.expression(param, 1)).join(", ")})`;
}

function yieldValue(maker: ProgramMaker): boolean {
  if (maker.yields === undefined) return false;
  const type = maker.yields;
  const same = maker.generators.filter((callee) => typeText(callee.result) === typeText(type));
  const array: RandomType = { kind: "array", of: type };
  if (same.length > 0 && maker.percent(25)) maker.line(`yield* ${callText(maker, maker.random.pick(same))};`);
  else if (maker.percent(20)) maker.line(`yield* ${maker.expression(array, 1)};`);
  else maker.line(`yield ${maker.expression(type, 2)};`);
  return true;
}

function walkGenerator(maker: ProgramMaker, depth: number): boolean {
  const sources = maker.isAsync ? [...maker.generators, ...maker.asyncGenerators] : maker.generators;
  if (sources.length === 0 || !maker.canLoop) return false;
  const callee = maker.random.pick(sources);
  const isAwaited = maker.asyncGenerators.includes(callee);
  const each = maker.fresh("each");
  maker.line(`for ${isAwaited ? "await " : ""}(const ${each} of ${callText(maker, callee)}) {`);
  maker.loopDepth++;
  maker.nested(() => {
    maker.line("if (fuel-- <= 0) break;");
    maker.declare(each, callee.result, true);
    if (maker.percent(50)) maker.print(callee.result, each);
    maker.statements(depth, 2);
  });
  maker.loopDepth--;
  maker.line("}");
  return true;
}

/** A generator taken step by step, and perhaps closed or thrown into before its end. */
function stepGenerator(maker: ProgramMaker): boolean {
  if (maker.generators.length === 0) return false;
  const callee = maker.random.pick(maker.generators);
  const source = maker.fresh("source");
  maker.line(`const ${source} = ${callText(maker, callee)};`);
  for (let count = 1 + maker.random.below(3); count > 0; count--) {
    const step = maker.fresh("step");
    maker.line(`const ${step} = ${source}.next();`);
    maker.line(`if (${step}.done === true) log("done"); else log(${maker.shown(callee.result, `${step}.value`)});`);
  }
  if (maker.percent(40)) maker.line(`log(\`\${${source}.return().done}\`);`);
  else if (maker.percent(30)) {
    const error = maker.fresh("error");
    maker.line(`try { log(\`\${${source}.throw(new Failure("thrown in", 1)).done}\`); } catch (${error}) { log(describe(${error})); }`);
  }
  return true;
}

const generated: ExpressionRule = {
  subject: "generator",
  weight: 4,
  fits: (type) => type.kind === "array",
  make: (maker, type) => {
    const fitting = maker.generators.filter((callee) => type.kind === "array" && typeText(callee.result) === typeText(type.of));
    if (fitting.length === 0 || maker.loopDepth > 1) return undefined;
    const call = callText(maker, maker.random.pick(fitting));
    return maker.percent(60) ? `[...${call}].slice(0, 6)` : `Array.from(${call}).slice(0, 6)`;
  },
};

// Async functions

function asyncCall(maker: ProgramMaker, callee: Callee): string {
  const call = callText(maker, callee);
  const shown = maker.shown(callee.result, "value");
  const value = `(value: ${typeText(callee.result)}): ${typeText(callee.result)}`;
  const chains = [
    call,
    call,
    `${call}.then(${value} => { log("then " + ${shown}); return value; })`,
    `${call}.finally(() => log("at last"))`,
  ];
  return maker.random.pick(chains);
}

const awaited: readonly ExpressionRule[] = [
  {
    subject: "async",
    weight: 6,
    fits: () => true,
    make: (maker, type) => {
      const fitting = maker.asyncCallees.filter((callee) => typeText(callee.result) === typeText(type));
      if (!maker.isAsync || fitting.length === 0 || maker.loopDepth > 1) return undefined;
      return `(await ${asyncCall(maker, maker.random.pick(fitting))})`;
    },
  },
  {
    subject: "async",
    weight: 1,
    fits: () => true,
    make: (maker, type, depth) =>
      maker.isAsync ? `(await Promise.resolve<${typeText(type)}>(${maker.expression(type, depth)}))` : undefined,
  },
];

/** Started now and awaited after something else; both ends are looked at. */
function startLater(maker: ProgramMaker, depth: number): boolean {
  if (!maker.isAsync || maker.asyncCallees.length === 0 || maker.loopDepth > 1) return false;
  const callee = maker.random.pick(maker.asyncCallees);
  const [pending, error, value] = [maker.fresh("pending"), maker.fresh("error"), maker.fresh("value")];
  maker.line(`const ${pending} = ${callText(maker, callee)};`);
  maker.line(`${pending}.catch((${error}: unknown) => log("caught " + describe(${error})));`);
  if (depth > 0) maker.statements(depth, 2);
  maker.line("try {");
  maker.line(`  const ${value} = await ${pending};`);
  maker.line(`  log(${maker.shown(callee.result, value)});`);
  maker.line(`} catch (${error}) { log(describe(${error})); }`);
  return true;
}

/** Several at once; whoever fails is told of. */
function together(maker: ProgramMaker): boolean {
  if (!maker.isAsync || maker.asyncCallees.length === 0 || maker.loopDepth > 0) return false;
  const callee = maker.random.pick(maker.asyncCallees);
  const calls = Array.from({ length: 2 + maker.random.below(2) }, () => callText(maker, callee)).join(", ");
  const [all, each, error] = [maker.fresh("all"), maker.fresh("each"), maker.fresh("error")];
  if (maker.percent(40)) {
    maker.line(`for (const ${each} of await Promise.allSettled([${calls}]))`);
    maker.line(`  log(${each}.status === "fulfilled" ? ${maker.shown(callee.result, `${each}.value`)} : describe(${each}.reason));`);
    return true;
  }
  const isAll = maker.percent(60);
  maker.line("try {");
  maker.line(`  const ${all} = await Promise.${isAll ? "all" : maker.random.pick(["race", "any"])}([${calls}]);`);
  if (isAll) maker.line(`  for (const ${each} of ${all}) log(${maker.shown(callee.result, each)});`);
  else maker.line(`  log(${maker.shown(callee.result, all)});`);
  maker.line(`} catch (${error}) { log(describe(${error})); }`);
  return true;
}

/** Something that runs when this function waits, or after all of it. */
function postJob(maker: ProgramMaker): boolean {
  if (!maker.isAsyncProgram || maker.loopDepth > 1) return false;
  const type = maker.scalar();
  const text = maker.shown(
    type,
    maker.deferred(() => maker.expression(type, 1)),
  );
  maker.line(
    maker.random.pick([
      `queueMicrotask(() => log("micro " + ${text}));`,
      `Promise.resolve().then(() => log("job " + ${text}));`,
      `setTimeout(() => log("timer " + ${text}), 0);`,
    ]),
  );
  return true;
}

/** An async closure with statements of its own, called in turn and in a row. */
function asyncClosure(maker: ProgramMaker, depth: number): boolean {
  if (!maker.isAsync || maker.loopDepth > 0) return false;
  const [job, param, error, each] = [maker.fresh("work"), maker.fresh("p"), maker.fresh("error"), maker.fresh("each")];
  const [given, result] = [maker.scalar(), maker.scalar()];
  maker.line(`const ${job} = async (${param}: ${typeText(given)}): Promise<${typeText(result)}> => {`);
  const scope = [...maker.scope, { name: param, type: given, isConstant: false }];
  maker.inFunction({ scope, result, yields: undefined }, () => {
    maker.isAsync = true;
    maker.budget = 3;
    maker.line(`if (fuel-- <= 0) return ${maker.literal(result)};`);
    if (depth > 0) maker.statements(depth, 3);
    maker.line(`return ${maker.expression(result, 2)};`);
  });
  maker.line("};");
  const calls = Array.from({ length: 1 + maker.random.below(3) }, () => `${job}(${maker.expression(given, 1)})`);
  maker.line("try {");
  maker.line(`  for (const ${each} of await Promise.all([${calls.join(", ")}])) log(${maker.shown(result, each)});`);
  maker.line(`} catch (${error}) { log(describe(${error})); }`);
  return true;
}

function pause(maker: ProgramMaker): boolean {
  if (!maker.isAsync || maker.loopDepth > 1) return false;
  maker.line(maker.random.pick(["await Promise.resolve();", "await new Promise<void>((resolve) => setTimeout(resolve, 0));"]));
  return true;
}

export const suspensionExpressions: readonly ExpressionRule[] = [generated, ...awaited];

export const suspensionStatements: readonly StatementRule[] = [
  { subject: "generator", weight: 20, make: yieldValue },
  { subject: "generator", weight: 4, isNesting: true, make: walkGenerator },
  { subject: "generator", weight: 2, make: stepGenerator },
  { subject: "async", weight: 3, isNesting: true, make: startLater },
  { subject: "async", weight: 2, make: together },
  { subject: "async", weight: 2, make: postJob },
  { subject: "async", weight: 2, isNesting: true, make: asyncClosure },
  { subject: "async", weight: 3, make: pause },
];
