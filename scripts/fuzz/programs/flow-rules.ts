// Flow rules: branches, loops, switches, jumps, exceptions.

import type { ProgramMaker, StatementRule } from "./program-maker.ts";
import { BOOLEAN, INT, NUMBER, type RandomType, STRING, typeText } from "./random-types.ts";

function block(maker: ProgramMaker, depth: number, count: number): void {
  maker.nested(() => maker.statements(depth, count));
}

function conditional(maker: ProgramMaker, depth: number): boolean {
  maker.line(`if (${maker.expression(BOOLEAN, 2)}) {`);
  block(maker, depth, 3);
  if (maker.percent(30)) {
    maker.line(`} else if (${maker.expression(BOOLEAN, 1)}) {`);
    block(maker, depth, 2);
  }
  if (maker.percent(50)) {
    maker.line("} else {");
    block(maker, depth, 3);
  }
  maker.line("}");
  return true;
}

/** The statements of a loop's body, with jumps among them. */
function body(maker: ProgramMaker, depth: number, label: string, declared: () => void, isOpen = false): void {
  maker.loopDepth++;
  maker.labels.push(label);
  maker.nested(() => {
    declared();
    // What it goes over may grow as it goes.
    if (isOpen) maker.line("if (fuel-- <= 0) break;");
    maker.statements(depth, 3);
    if (maker.percent(35)) {
      const to = maker.percent(30) ? ` ${maker.random.pick(maker.labels)}` : "";
      maker.line(`if (${maker.expression(BOOLEAN, 1)}) ${maker.random.pick(["break", "continue"])}${to};`);
      maker.statements(depth, 2);
    }
  });
  maker.labels.pop();
  maker.loopDepth--;
}

function countedLoop(maker: ProgramMaker, depth: number): boolean {
  if (!maker.canLoop) return false;
  const [counter, label] = [maker.fresh("at"), maker.fresh("loop")];
  const type: RandomType = maker.isMachine ? { kind: "machine", name: maker.random.pick(["i32", "u32", "i64", "u8"]) } : INT;
  const limit = maker.random.below(5) + 1;
  const heads = [
    `let ${counter}: ${typeText(type)} = 0; ${counter} < ${limit}; ${counter}++`,
    `let ${counter}: ${typeText(type)} = ${limit}; ${counter} > 0; ${counter}--`,
    `let ${counter}: ${typeText(type)} = 1; ${counter} <= ${limit * 4}; ${counter} += ${1 + maker.random.below(4)}`,
  ];
  if (!maker.isMachine) {
    const array = maker.variables((variable) => variable.type.kind === "array");
    heads.push(`let ${counter} = ${maker.random.pick(["-2", "0.5", "-0"])}; ${counter} < ${limit}; ${counter}++`);
    if (array.length > 0) heads.push(`let ${counter} = 0; ${counter} < Math.min(${maker.random.pick(array).name}.length, 5); ${counter}++`);
  }
  const at = maker.random.below(heads.length);
  maker.line(`${label}: for (${heads[at] ?? ""}) {`);
  body(maker, depth, label, () => maker.declare(counter, at === 3 ? NUMBER : type, true));
  maker.line("}");
  return true;
}

function loopOver(maker: ProgramMaker, depth: number): boolean {
  const sources = maker.variables(({ type }) => ["array", "string", "map", "set"].includes(type.kind));
  if (!maker.canLoop || maker.isMachine || sources.length === 0) return false;
  const { name, type } = maker.random.pick(sources);
  const [each, label] = [maker.fresh("each"), maker.fresh("loop")];
  if (type.kind === "map") {
    const key = maker.fresh("key");
    maker.line(`${label}: for (const [${key}, ${each}] of ${name}) {`);
    const declared = (): void => {
      maker.declare(key, type.key, true);
      maker.declare(each, type.of, true);
    };
    body(maker, depth, label, declared, true);
  } else if (type.kind === "array" || type.kind === "set") {
    const isPart = type.kind === "array" && maker.percent(60);
    maker.line(`${label}: for (const ${each} of ${name}${isPart ? ".slice(0, 5)" : ""}) {`);
    body(maker, depth, label, () => maker.declare(each, type.of, true), true);
  } else {
    maker.line(`${label}: for (const ${each} of ${name}.slice(0, 5)) {`);
    body(maker, depth, label, () => maker.declare(each, STRING, true));
  }
  maker.line("}");
  return true;
}

function whileLoop(maker: ProgramMaker, depth: number): boolean {
  if (!maker.canLoop) return false;
  const [left, label] = [maker.fresh("left"), maker.fresh("loop")];
  const type: RandomType = maker.isMachine ? { kind: "machine", name: "i32" } : INT;
  maker.line(`let ${left}: ${typeText(type)} = ${1 + maker.random.below(5)};`);
  const isFirst = maker.percent(60);
  maker.line(
    isFirst ? `${label}: while (${left}-- > 0${maker.percent(40) ? ` && ${maker.expression(BOOLEAN, 1)}` : ""}) {` : `${label}: do {`,
  );
  body(maker, depth, label, () => maker.declare(left, type, true));
  maker.line(isFirst ? "}" : `} while (--${left} > 0);`);
  return true;
}

/** Closures made in a loop, one for each round, and called after it. */
function loopClosures(maker: ProgramMaker, depth: number): boolean {
  if (!maker.canLoop || maker.isMachine) return false;
  const [list, counter] = [maker.fresh("made"), maker.fresh("at")];
  const result = maker.scalar();
  maker.line(`const ${list}: (() => ${typeText(result)})[] = [];`);
  maker.line(`for (let ${counter} = 0; ${counter} < ${2 + maker.random.below(3)}; ${counter}++) {`);
  maker.loopDepth++;
  maker.nested(() => {
    maker.declare(counter, INT, true);
    maker.statements(depth, 2);
    maker.line(`${list}.push(() => ${maker.deferred(() => maker.expression(result, 2))});`);
  });
  maker.loopDepth--;
  maker.line("}");
  const each = maker.fresh("each");
  maker.line(`for (const ${each} of ${list}) log(${maker.shown(result, `${each}()`)});`);
  return true;
}

function switchOn(maker: ProgramMaker, depth: number): boolean {
  const isText = !maker.isMachine && maker.percent(40);
  if (maker.isMachine) return false;
  maker.line(`switch (${isText ? maker.widened(STRING, 1) : `${maker.widened(INT, 2)} & 3`}) {`);
  for (const label of isText ? ['"a"', '"abc"', '""'] : ["0", "1", "2"]) {
    maker.line(`  case ${label}: {`);
    maker.nested(() => block(maker, depth, 2));
    maker.line(`  }${maker.percent(60) ? " break;" : ""}`);
  }
  maker.line("  default:");
  maker.nested(() => maker.print(INT, maker.expression(INT, 1)));
  maker.line("}");
  return true;
}

function leave(maker: ProgramMaker): boolean {
  if (maker.result === undefined) return false;
  const value = maker.result === "none" ? "" : ` ${maker.expression(maker.result, 1)}`;
  maker.line(`if (${maker.expression(BOOLEAN, 1)}) return${value};`);
  return true;
}

function throwSomething(maker: ProgramMaker): boolean {
  if (maker.result === undefined && !maker.isGuarded) return false;
  const text = maker.isMachine ? '"thrown"' : maker.expression(STRING, 1);
  const thrown = maker.random.pick([`new Error(${text})`, `new Failure(${text}, ${maker.random.below(9)})`, `new RangeError("range")`]);
  maker.line(`if (${maker.expression(BOOLEAN, 1)}) throw ${thrown};`);
  return true;
}

function guarded(maker: ProgramMaker, depth: number): boolean {
  const before = maker.isGuarded;
  const [isCaught, isFinal] = maker.random.pick([
    [true, false],
    [true, true],
    [before, true],
  ] as const);
  if (!isCaught && !isFinal) return false;
  maker.line("try {");
  maker.isGuarded = before || isCaught;
  maker.nested(() => {
    maker.statements(depth, 3);
    throwSomething(maker);
    maker.statements(depth, 2);
  });
  maker.isGuarded = before;
  if (isCaught || !isFinal) {
    const error = maker.fresh("error");
    maker.line(`} catch (${error}) {`);
    maker.nested(() => {
      maker.line(`log(describe(${error}));`);
      maker.statements(depth, 2);
      if (before && maker.percent(30)) maker.line(`throw ${error};`);
    });
  }
  if (isFinal) {
    maker.line("} finally {");
    block(maker, depth, 2);
  }
  maker.line("}");
  return true;
}

function innerBlock(maker: ProgramMaker, depth: number): boolean {
  maker.line("{");
  block(maker, depth, 3);
  maker.line("}");
  return true;
}

export const flowRules: readonly StatementRule[] = [
  { subject: "flow", weight: 6, isNesting: true, make: conditional },
  { subject: "loop", weight: 4, isNesting: true, make: countedLoop },
  { subject: "loop", weight: 3, isNesting: true, make: loopOver },
  { subject: "loop", weight: 2, isNesting: true, make: whileLoop },
  { subject: "closure", weight: 2, isNesting: true, make: loopClosures },
  { subject: "flow", weight: 2, isNesting: true, make: switchOn },
  { subject: "flow", weight: 1, make: leave },
  { subject: "exception", weight: 1, make: throwSomething },
  { subject: "exception", weight: 2, isNesting: true, make: guarded },
  { subject: "flow", weight: 1, isNesting: true, make: innerBlock },
];
