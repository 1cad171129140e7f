// Statement rules: declarations, assignments, output, changes of objects and collections, destructuring.

import type { ProgramMaker, StatementRule } from "./program-maker.ts";
import { BOOLEAN, INT, type RandomType, STRING, typeText } from "./random-types.ts";

function declare(maker: ProgramMaker, prefix = "v", type = maker.type()): boolean {
  const isConstant = maker.percent(40);
  const name = maker.fresh(prefix);
  maker.line(`${isConstant ? "const" : "let"} ${name}: ${typeText(type)} = ${maker.expression(type, 2)};`);
  maker.declare(name, type, isConstant);
  return true;
}

/** Another name for what a variable holds. */
function declareAlias(maker: ProgramMaker): boolean {
  const objects = maker.variables(({ type }) => ["array", "shape", "map", "set", "box", "tuple"].includes(type.kind));
  if (objects.length === 0) return declare(maker);
  const { name, type } = maker.random.pick(objects);
  const alias = maker.fresh("same");
  maker.line(`const ${alias}: ${typeText(type)} = ${name};`);
  maker.declare(alias, type, true);
  return true;
}

const compound: Partial<Record<RandomType["kind"], readonly string[]>> = {
  number: ["+=", "-=", "*=", "/=", "%="],
  int: ["|=", "&=", "^=", "<<=", ">>="],
  machine: ["+=", "-=", "*=", "|=", "&=", "^=", "<<="],
};

function assign(maker: ProgramMaker): boolean {
  const variable = maker.assignable(() => true);
  if (variable === undefined) return declare(maker);
  const { name, type } = variable;
  if (type.kind === "string") maker.line(`if (${name}.length < 40) ${name} += ${maker.expression(STRING, 1)};`);
  else if (compound[type.kind] !== undefined && maker.percent(50))
    maker.line(`${name} ${maker.random.pick(compound[type.kind] ?? [])} ${maker.expression(type, 2)};`);
  else if (type.kind === "boolean" && maker.percent(30))
    maker.line(`${name} ${maker.random.pick(["&&=", "||="])} ${maker.widened(type, 1)};`);
  else maker.line(`${name} = ${maker.expression(type, 2)};`);
  return true;
}

/** As a statement and inside an expression; of integers, which stay so. */
function increment(maker: ProgramMaker): boolean {
  const variable = maker.assignable(({ kind }) => kind === "number" || kind === "machine");
  if (variable === undefined) return false;
  const { name, type } = variable;
  const step = maker.random.pick(["++", "--"]);
  const text = maker.percent(50) ? `${name}${step}` : `${step}${name}`;
  if (maker.percent(50)) maker.line(`${text};`);
  else maker.print(type, text);
  return true;
}

function print(maker: ProgramMaker): boolean {
  const type = maker.percent(70) ? maker.scalar() : maker.type(1);
  if (type.kind === "function") return false;
  maker.print(type, maker.expression(type, 3));
  return true;
}

function printVariable(maker: ProgramMaker): boolean {
  const variables = maker.variables(({ type }) => type.kind !== "function");
  if (variables.length === 0) return false;
  const { name, type } = maker.random.pick(variables);
  maker.print(type, name);
  return true;
}

function changeArray(maker: ProgramMaker): boolean {
  const arrays = maker.variables(({ type }) => type.kind === "array");
  if (arrays.length === 0) return false;
  const { name, type } = maker.random.pick(arrays);
  if (type.kind !== "array") return false;
  const value = maker.expression(type.of, 2);
  const choices: (() => string)[] = [
    () => `if (${name}.length < 12) ${name}.push(${value});`,
    () => `if (${name}.length < 12) ${name}.unshift(${value});`,
    () => `${name}.${maker.random.pick(["pop", "shift"])}();`,
    () => `${name}.reverse();`,
    () => `if (${name}.length > ${maker.random.below(4)}) ${name}[${maker.random.below(3)} % ${name}.length] = ${value};`,
    () => `if (${name}.length < 12) ${name}.splice(${maker.random.below(3)}, ${maker.random.below(3)}, ${value});`,
    () => `${name}.fill(${value}, ${maker.random.below(3)}, ${maker.random.below(5)});`,
    ...sorts(name, type.of),
  ];
  if (maker.isMachine) maker.line(maker.random.pick([choices[0], choices[2]])());
  else maker.line(maker.random.pick(choices)());
  return true;
}

function sorts(name: string, of: RandomType): (() => string)[] {
  if (of.kind === "string") return [() => `${name}.sort();`];
  if (of.kind !== "number" && of.kind !== "int") return [];
  // A comparison must be consistent: with NaN equal to everything, the order would be left to the implementation.
  const compare = "(x, y) => (x < y ? -1 : x > y ? 1 : Number(Number.isNaN(x)) - Number(Number.isNaN(y)))";
  return [() => `${name}.sort(${compare});`, () => `${name}.sort();`];
}

function changeCollection(maker: ProgramMaker): boolean {
  const variables = maker.variables(({ type }) => type.kind === "map" || type.kind === "set");
  if (variables.length === 0) return false;
  const { name, type } = maker.random.pick(variables);
  if (type.kind === "map") {
    const key = maker.expression(type.key, 1);
    const set = `if (${name}.size < 12) ${name}.set(${key}, ${maker.expression(type.of, 2)});`;
    maker.line(maker.percent(70) ? set : `log(\`\${${name}.delete(${key})}\`);`);
  } else if (type.kind === "set") {
    const value = maker.expression(type.of, 1);
    maker.line(maker.percent(70) ? `if (${name}.size < 12) ${name}.add(${value});` : `log(\`\${${name}.delete(${value})}\`);`);
  }
  return true;
}

function changeMember(maker: ProgramMaker): boolean {
  const objects = maker.variables(({ type }) => type.kind === "shape" || type.kind === "box" || type.kind === "tuple");
  if (objects.length === 0) return false;
  const { name, type } = maker.random.pick(objects);
  if (type.kind === "box") {
    maker.line(maker.percent(50) ? `${name}.set(${maker.expression(type.of, 2)});` : `${name}.value = ${maker.expression(type.of, 2)};`);
    return true;
  }
  if (type.kind === "tuple") {
    const index = maker.random.below(type.elements.length);
    maker.line(`${name}[${index}] = ${maker.expression(type.elements[index] ?? INT, 2)};`);
    return true;
  }
  const members = type.kind === "shape" ? type.shape.members.filter((member) => !member.isReadonly) : [];
  if (members.length === 0) return false;
  const member = maker.random.pick(members);
  const value = maker.expression(member.type, 2);
  const operator = member.type.kind === "number" || member.type.kind === "machine" ? maker.random.pick(["=", "+=", "-="]) : "=";
  maker.line(`${name}.${member.name} ${operator} ${value};`);
  return true;
}

function destructure(maker: ProgramMaker): boolean {
  const { random } = maker;
  const sources = maker.variables(({ type }) => type.kind === "tuple" || type.kind === "array" || type.kind === "shape");
  if (sources.length === 0) return false;
  const { name, type } = random.pick(sources);
  if (type.kind === "tuple") {
    const names = type.elements.map(() => maker.fresh("part"));
    maker.line(`const [${names.join(", ")}] = ${name};`);
    type.elements.forEach((element, index) => {
      maker.declare(names[index] ?? "", element, true);
    });
  } else if (type.kind === "array") {
    const [first, rest] = [maker.fresh("first"), maker.fresh("rest")];
    maker.line(`const [${first} = ${maker.literal(type.of)}, ...${rest}]: ${typeText(type)} = ${name};`);
    maker.declare(first, type.of, true);
    maker.declare(rest, type, true);
  } else if (type.kind === "shape") {
    const members = type.shape.members.filter(() => random.below(2) === 0);
    if (members.length === 0) return false;
    const parts = members.map((member) => ({ member, local: maker.fresh("part") }));
    maker.line(`const { ${parts.map(({ member, local }) => `${member.name}: ${local}`).join(", ")} } = ${name};`);
    for (const { member, local } of parts) maker.declare(local, member.type, true);
  }
  return true;
}

function swap(maker: ProgramMaker): boolean {
  const first = maker.assignable(() => true);
  if (first === undefined) return false;
  const second = maker.assignable((type) => typeText(type) === typeText(first.type) && type.kind === first.type.kind);
  if (second === undefined || first === second) return false;
  const last = maker.lines[maker.lines.length - 1] ?? "";
  // A line that begins with a bracket would go on with the line before, were there no semicolon.
  if (!/[;{}]$/.test(last)) return false;
  maker.line(`[${first.name}, ${second.name}] = [${second.name}, ${first.name}];`);
  return true;
}

/** Closures over a variable: one changes it, others look. */
function capture(maker: ProgramMaker): boolean {
  const variable = maker.assignable(({ kind }) => ["number", "int", "string", "boolean", "machine"].includes(kind));
  if (variable === undefined) return false;
  const { name, type } = variable;
  const [change, look] = [maker.fresh("change"), maker.fresh("look")];
  const cut = type.kind === "string" ? ".slice(0, 30)" : "";
  const value = maker.deferred(() => maker.expression(type, 1));
  maker.line(`const ${change} = (): ${typeText(type)} => (${name} = ${value}${cut});`);
  maker.line(`const ${look} = (): ${typeText(type)} => ${name};`);
  maker.declare(change, { kind: "function", params: [], result: type }, true);
  maker.declare(look, { kind: "function", params: [], result: type }, true);
  return true;
}

/** A test of what a value is, with uses of what is known then. */
function narrow(maker: ProgramMaker, depth: number): boolean {
  const name = maker.fresh("is");
  if (maker.isMachine) return false;
  if (maker.percent(50)) {
    maker.line(`const ${name} = ${maker.expression({ kind: "either", members: [INT, STRING] }, 2)};`);
    maker.line(`if (typeof ${name} === "${maker.percent(50) ? "string" : "number"}") {`);
    const isText = maker.lines[maker.lines.length - 1]?.includes('"string"') === true;
    branch(maker, name, isText ? STRING : INT, depth);
    maker.line("} else {");
    branch(maker, name, isText ? INT : STRING, depth);
  } else {
    const of = maker.scalar();
    const kind = maker.random.pick(["optional", "nullable"] as const);
    maker.line(`const ${name} = ${maker.expression({ kind, of }, 2)};`);
    const nothing = kind === "optional" ? "undefined" : "null";
    maker.line(`if (${name} !== ${nothing}) {`);
    branch(maker, name, of, depth);
    maker.line("} else {");
    maker.nested(() => maker.line(`log("${nothing}");`));
  }
  maker.line("}");
  return true;
}

function branch(maker: ProgramMaker, name: string, type: RandomType, depth: number): void {
  maker.nested(() => {
    maker.declare(name, type, true);
    maker.print(type, name);
    maker.statements(depth, 2);
  });
}

/** A switch over the cases of a discriminated union. */
function switchCases(maker: ProgramMaker, depth: number): boolean {
  const unions = maker.shapes.filter((shape) => shape.cases.length > 0);
  if (unions.length === 0) return false;
  const shape = maker.random.pick(unions);
  const name = maker.fresh("one");
  maker.line(`const ${name} = ${maker.expression({ kind: "shape", shape }, 2)} as ${shape.name};`);
  maker.line(`switch (${name}.tag) {`);
  for (const { tag, members } of shape.cases) {
    maker.line(`  case "${tag}": {`);
    maker.nested(() =>
      maker.nested(() => {
        for (const member of members) maker.declare(`${name}.${member.name}`, member.type, member.isReadonly);
        maker.line(`log("${tag}");`);
        maker.statements(depth, 2);
        maker.line("break;");
      }),
    );
    maker.line("  }");
  }
  maker.line("}");
  return true;
}

export const statementRules: readonly StatementRule[] = [
  { subject: "flow", weight: 10, make: (maker) => declare(maker) },
  { subject: "closure", weight: 2, make: (maker) => declare(maker, "call", maker.functionType()) },
  { subject: "alias", weight: 3, make: declareAlias },
  { subject: "flow", weight: 8, make: assign },
  { subject: "integer", weight: 2, make: increment },
  { subject: "flow", weight: 5, make: print },
  { subject: "alias", weight: 3, make: printVariable },
  { subject: "collection", weight: 4, make: changeArray },
  { subject: "alias", weight: 1, make: changeArray },
  { subject: "collection", weight: 2, make: changeCollection },
  { subject: "class", weight: 3, make: changeMember },
  { subject: "alias", weight: 3, make: changeMember },
  { subject: "pattern", weight: 3, make: destructure },
  { subject: "pattern", weight: 2, make: swap },
  { subject: "closure", weight: 3, make: capture },
  { subject: "union", weight: 2, isNesting: true, make: narrow },
  { subject: "union", weight: 2, isNesting: true, make: switchCases },
  { subject: "flow", weight: 1, make: (maker) => declare(maker, "flag", BOOLEAN) },
];
