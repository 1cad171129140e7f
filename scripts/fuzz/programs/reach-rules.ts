// Reach rules: expressions that take a value out of a variable: a member, an element, what a method or a function value gives.

import { inBody, parameterList } from "./literals.ts";
import { type ExpressionRule, isUsableAs, type ProgramMaker } from "./program-maker.ts";
import { BOOLEAN, INT, isSameType, type RandomType, STRING, typeText } from "./random-types.ts";

interface Part {
  readonly text: string;
  readonly type: RandomType;
}

/** What can be had from a value of the type in one step. */
function partsOf(maker: ProgramMaker, text: string, type: RandomType): Part[] {
  const orElse = (of: RandomType): string => maker.literal(of);
  switch (type.kind) {
    case "array": {
      const index = maker.percent(60) ? String(maker.random.below(3)) : `${text}.length - 1`;
      const element = maker.percent(70) || maker.isMachine ? `${text}[${index}]` : `${text}.at(${maker.random.below(4) - 2})`;
      const found = { text: `(${element} ?? ${orElse(type.of)})`, type: type.of };
      return maker.isMachine ? [found] : [found, { text: `${text}.length`, type: INT }];
    }
    case "tuple":
      return type.elements.map((element, index) => ({ text: `${text}[${index}]`, type: element }));
    case "map":
      return [
        { text: `(${text}.get(${maker.expression(type.key, 0)}) ?? ${orElse(type.of)})`, type: type.of },
        { text: `${text}.size`, type: INT },
        { text: `${text}.has(${maker.expression(type.key, 0)})`, type: BOOLEAN },
      ];
    case "set":
      return [
        { text: `${text}.size`, type: INT },
        { text: `${text}.has(${maker.expression(type.of, 0)})`, type: BOOLEAN },
      ];
    case "optional":
    case "nullable":
      return [{ text: `(${text} ?? ${orElse(type.of)})`, type: type.of }];
    case "box":
      return [
        { text: `${text}.${maker.random.pick(["value", "get()"])}`, type: type.of },
        { text: `${text}.changes`, type: INT },
      ];
    case "shape":
      return shapeParts(maker, text, type.shape);
    case "function":
      if (!maker.mayCallValues) return [];
      return [{ text: `${text}(${type.params.map((param) => maker.expression(param, 0)).join(", ")})`, type: type.result }];
    default:
      return [];
  }
}

function shapeParts(maker: ProgramMaker, text: string, shape: Extract<RandomType, { kind: "shape" }>["shape"]): Part[] {
  const members = shape.members.map(({ name, type }) => ({ text: `${text}.${name}`, type }));
  const methods = shape.methods.map(({ name, params, result }) => ({
    text: `${text}.${name}(${params.map((param) => maker.expression(param, 0)).join(", ")})`,
    type: result,
  }));
  return maker.mayCallValues ? [...members, ...methods] : members;
}

function reach(maker: ProgramMaker, wanted: RandomType): string | undefined {
  const variables = maker.variables(({ type }) => !isSameType(type, wanted));
  for (let tries = 0; tries < 6 && variables.length > 0; tries++) {
    const { name, type } = maker.random.pick(variables);
    let parts = partsOf(maker, name, type);
    if (parts.length > 0 && maker.percent(40)) {
      const { text, type: inner } = maker.random.pick(parts);
      parts = [...parts, ...partsOf(maker, text, inner)];
    }
    const fitting = parts.filter((part) => isUsableAs(part.type, wanted));
    if (fitting.length > 0) return maker.random.pick(fitting).text;
  }
  return undefined;
}

function call(maker: ProgramMaker, wanted: RandomType, depth: number): string | undefined {
  const fitting = maker.callees.filter((callee) => isUsableAs(callee.result, wanted));
  if (fitting.length === 0 || maker.loopDepth > 1) return undefined;
  const { name, params } = maker.random.pick(fitting);
  return `${name}(${params.map((param) => maker.expression(param, depth)).join(", ")})`;
}

/** An arrow function, sometimes called at once, sometimes with a body. */
export function arrow(maker: ProgramMaker, params: readonly RandomType[], result: RandomType, depth: number): string {
  const prefix = maker.fresh("a");
  const before = maker.scope;
  maker.scope = [...before];
  params.forEach((type, index) => {
    maker.declare(`${prefix}${index}`, type, false);
  });
  const isBlock = maker.percent(30);
  const text = maker.deferred(() => {
    const head = `(${parameterList(params, prefix)}): ${typeText(result)} =>`;
    if (!isBlock) return `${head} ${inBody(maker.expression(result, depth))}`;
    const changed = maker.assignable((type) => type.kind === "int" || type.kind === "machine");
    const change = changed === undefined ? "" : `${changed.name} = ${maker.expression(changed.type, depth)}; `;
    return `${head} { ${change}return ${maker.expression(result, depth)}; }`;
  });
  maker.scope = before;
  return `(${text})`;
}

/** Calls of the generic functions of every program, see generic-declarations.ts. */
function genericCall(maker: ProgramMaker, wanted: RandomType, depth: number): string | undefined {
  if (maker.genericNames.length === 0) return undefined;
  const type = typeText(wanted);
  const value = (): string => maker.expression(wanted, depth);
  const other = maker.scalar();
  const choices: (() => string)[] = [
    () => `identity<${type}>(${value()})`,
    () => `choose(${maker.expression(BOOLEAN, depth)}, ${value()} as ${type}, ${value()} as ${type})`,
    () => `firstOr<${type}>(${maker.expression({ kind: "array", of: wanted }, depth)}, ${value()})`,
    () => `pairOf<${type}, ${typeText(other)}>(${value()}, ${maker.expression(other, depth)})[0]`,
    () => `pairOf<${typeText(other)}, ${type}>(${maker.expression(other, depth)}, ${value()})[1]`,
    () => `apply<${typeText(other)}, ${type}>(${maker.expression(other, depth)}, ${arrow(maker, [other], wanted, depth)})`,
    () => `new Box<${type}>(${value()}).set(${value()}).get()`,
    () => `new Box<${typeText(other)}>(${maker.expression(other, depth)}).map<${type}>(${arrow(maker, [other], wanted, depth)}).get()`,
  ];
  return maker.random.pick(choices)();
}

const isAny = (): boolean => true;

export const reachRules: readonly ExpressionRule[] = [
  { subject: "alias", weight: 4, fits: isAny, make: reach },
  { subject: "class", weight: 3, fits: isAny, make: reach },
  { subject: "flow", weight: 3, fits: isAny, make: call },
  { subject: "generic", weight: 2, fits: (type) => type.kind !== "function", make: genericCall },
  {
    subject: "flow",
    weight: 1,
    fits: isAny,
    make: (maker, type, depth) =>
      `(${maker.expression(BOOLEAN, depth)} ? ${maker.expression(type, depth)} : ${maker.expression(type, depth)})`,
  },
  {
    subject: "closure",
    weight: 1,
    fits: isAny,
    make: (maker, type, depth) => {
      const param = maker.scalar();
      return maker.mayCallValues ? `${arrow(maker, [param], type, depth)}(${maker.expression(param, depth)})` : undefined;
    },
  },
  {
    subject: "union",
    weight: 1,
    fits: (type) => !["optional", "nullable", "either"].includes(type.kind),
    make: (maker, type, depth) => {
      if (maker.isMachine) return undefined;
      const kind = maker.random.pick(["optional", "nullable"] as const);
      const widen = kind === "optional" ? "orUndefined" : "orNull";
      return `(${widen}<${typeText(type)}>(${maker.expression({ kind, of: type }, depth)}) ?? ${maker.expression(type, depth)})`;
    },
  },
  {
    subject: "union",
    weight: 2,
    fits: (type) => type.kind === "string" || type.kind === "int",
    make: (maker, type, depth) => {
      if (maker.isMachine) return undefined;
      const name = maker.fresh("one");
      const value = maker.expression({ kind: "either", members: [INT, STRING] }, depth);
      const [number, text] = type.kind === "string" ? [`\`#\${${name}}\``, name] : [`(${name} | 0)`, `${name}.length`];
      return `((${name}: number | string): ${typeText(type)} => (typeof ${name} === "number" ? ${number} : ${text}))(${value})`;
    },
  },
];
