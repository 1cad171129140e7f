// Scalar rules: expressions of numbers, integers, strings, booleans and machine integers.

import type { ExpressionRule, ProgramMaker } from "./program-maker.ts";
import { BOOLEAN, INT, NUMBER, type RandomType, STRING, typeText } from "./random-types.ts";

const isNumber = (type: RandomType): boolean => type.kind === "number";
const isInt = (type: RandomType): boolean => type.kind === "int";
const isString = (type: RandomType): boolean => type.kind === "string";
const isBoolean = (type: RandomType): boolean => type.kind === "boolean";
const isMachine = (type: RandomType): boolean => type.kind === "machine";

function number(maker: ProgramMaker, depth: number): string {
  return maker.expression(maker.percent(30) ? INT : NUMBER, depth);
}

/** An index of no great size. */
function place(maker: ProgramMaker, depth: number): string {
  return maker.percent(70) ? String(maker.random.below(5) - 1) : `(${maker.expression(INT, depth)} % 5)`;
}

const numberRules: readonly ExpressionRule[] = [
  {
    subject: "float",
    weight: 6,
    fits: isNumber,
    make: (maker, _, depth) => `(${number(maker, depth)} ${maker.random.pick(["+", "-", "*", "/", "%"])} ${number(maker, depth)})`,
  },
  {
    subject: "float",
    weight: 3,
    fits: isNumber,
    make: (maker, _, depth) =>
      `Math.${maker.random.pick(["floor", "ceil", "trunc", "abs", "sqrt", "round", "sign", "fround"])}(${number(maker, depth)})`,
  },
  {
    subject: "float",
    weight: 2,
    fits: isNumber,
    make: (maker, _, depth) => `Math.${maker.random.pick(["min", "max"])}(${number(maker, depth)}, ${number(maker, depth)})`,
  },
  { subject: "float", weight: 1, fits: isNumber, make: (maker, _, depth) => `(-${maker.widened(NUMBER, depth)})` },
  { subject: "float", weight: 1, fits: isNumber, make: (maker, _, depth) => `(${number(maker, depth)} ** ${maker.random.below(4)})` },
  { subject: "string", weight: 1, fits: isNumber, make: (maker, _, depth) => `Number(${maker.expression(STRING, depth)})` },
  { subject: "string", weight: 1, fits: isNumber, make: (maker, _, depth) => `parseFloat(${maker.expression(STRING, depth)})` },
  { subject: "integer", weight: 4, fits: isNumber, make: (maker, _, depth) => maker.expression(INT, depth) },
];

const intRules: readonly ExpressionRule[] = [
  {
    subject: "integer",
    weight: 6,
    fits: isInt,
    make: (maker, _, depth) =>
      `(${maker.expression(INT, depth)} ${maker.random.pick(["&", "|", "^", "<<", ">>", ">>>"])} ${maker.expression(INT, depth)} | 0)`,
  },
  {
    subject: "integer",
    weight: 6,
    fits: isInt,
    make: (maker, _, depth) =>
      `((${maker.expression(INT, depth)} ${maker.random.pick(["+", "-", "*", "/", "%"])} ${maker.expression(INT, depth)}) | 0)`,
  },
  { subject: "float", weight: 2, fits: isInt, make: (maker, _, depth) => `(${maker.expression(NUMBER, depth)} | 0)` },
  { subject: "integer", weight: 1, fits: isInt, make: (maker, _, depth) => `~${maker.widened(INT, depth)}` },
  {
    subject: "integer",
    weight: 2,
    fits: isInt,
    make: (maker, _, depth) => `Math.imul(${maker.expression(INT, depth)}, ${maker.expression(INT, depth)})`,
  },
  { subject: "integer", weight: 1, fits: isInt, make: (maker, _, depth) => `Math.clz32(${maker.expression(INT, depth)})` },
  { subject: "string", weight: 2, fits: isInt, make: (maker, _, depth) => `${maker.expression(STRING, depth)}.length` },
  {
    subject: "string",
    weight: 1,
    fits: isInt,
    make: (maker, _, depth) => {
      const search = `(${maker.expression(STRING, 0)})`;
      return `${maker.expression(STRING, depth)}.${maker.random.pick(["indexOf", "lastIndexOf"])}${search}`;
    },
  },
  {
    subject: "string",
    weight: 1,
    fits: isInt,
    make: (maker, _, depth) => `(${maker.expression(STRING, depth)}.charCodeAt(${maker.random.below(3)}) | 0)`,
  },
];

const stringMethods = [
  "trim()",
  "trimStart()",
  "toUpperCase()",
  "toLowerCase()",
  'replace("a", "bb")',
  'replaceAll("a", "-")',
  'padStart(4, "*")',
  'padEnd(5, "ab")',
  "charAt(1)",
  "repeat(2)",
  'split("").reverse().join("")',
  'split(",").join("|")',
  'concat("!")',
];

const stringRules: readonly ExpressionRule[] = [
  {
    subject: "string",
    weight: 4,
    fits: isString,
    make: (maker, _, depth) => `(${maker.expression(STRING, depth)} + ${maker.expression(STRING, depth)}).slice(0, 30)`,
  },
  {
    subject: "string",
    weight: 4,
    fits: isString,
    make: (maker, _, depth) => {
      const part = maker.random.pick([INT, BOOLEAN, STRING, NUMBER]);
      return `\`<\${${maker.expression(part, depth)}}:\${${maker.expression(STRING, depth)}}>\`.slice(0, 30)`;
    },
  },
  {
    subject: "string",
    weight: 3,
    fits: isString,
    make: (maker, _, depth) => `${maker.expression(STRING, depth)}.${maker.random.pick(stringMethods)}`,
  },
  {
    subject: "string",
    weight: 3,
    fits: isString,
    make: (maker, _, depth) =>
      `${maker.expression(STRING, depth)}.${maker.random.pick(["slice", "substring"])}(${place(maker, depth)}, ${place(maker, depth)})`,
  },
  { subject: "float", weight: 2, fits: isString, make: (maker, _, depth) => maker.shown(NUMBER, number(maker, depth)) },
  {
    subject: "string",
    weight: 1,
    fits: isString,
    make: (maker, _, depth) => `(${maker.expression(STRING, depth)}.at(${place(maker, depth)}) ?? "none")`,
  },
  {
    subject: "integer",
    weight: 1,
    fits: isString,
    make: (maker, _, depth) => `${maker.widened(INT, depth)}.toString(${maker.random.pick([2, 8, 16, 36])})`,
  },
  {
    subject: "float",
    weight: 1,
    fits: isString,
    make: (maker, _, depth) => `${maker.widened(NUMBER, depth)}.toFixed(${maker.random.below(4)})`,
  },
  {
    subject: "string",
    weight: 1,
    fits: isString,
    make: (maker, _, depth) => `String(${maker.expression(maker.random.pick([NUMBER, BOOLEAN, STRING]), depth)})`,
  },
];

const comparisons = ["<", "<=", ">", ">=", "===", "!=="];

const booleanRules: readonly ExpressionRule[] = [
  {
    subject: "flow",
    weight: 6,
    fits: isBoolean,
    make: (maker, _, depth) => {
      const type = maker.isMachine ? maker.machineType() : maker.random.pick([NUMBER, INT, INT, STRING]);
      return `(${maker.widened(type, depth)} ${maker.random.pick(comparisons)} ${maker.widened(type, depth)})`;
    },
  },
  {
    subject: "flow",
    weight: 3,
    fits: isBoolean,
    make: (maker, _, depth) =>
      `(${maker.widened(BOOLEAN, depth)} ${maker.random.pick(["&&", "||", "===", "!=="])} ${maker.widened(BOOLEAN, depth)})`,
  },
  { subject: "flow", weight: 1, fits: isBoolean, make: (maker, _, depth) => `!${maker.widened(BOOLEAN, depth)}` },
  {
    subject: "string",
    weight: 2,
    fits: (type) => isBoolean(type),
    make: (maker, _, depth) =>
      maker.isMachine
        ? undefined
        : `${maker.expression(STRING, depth)}.${maker.random.pick(['includes("a")', 'startsWith("x")', 'endsWith("c")'])}`,
  },
  {
    subject: "float",
    weight: 1,
    fits: isBoolean,
    make: (maker, _, depth) =>
      maker.isMachine ? undefined : `Number.${maker.random.pick(["isNaN", "isInteger", "isFinite"])}(${maker.expression(NUMBER, depth)})`,
  },
  {
    subject: "flow",
    weight: 1,
    fits: isBoolean,
    make: (maker, _, depth) => (maker.isMachine ? undefined : `Boolean(${maker.expression(maker.random.pick([NUMBER, STRING]), depth)})`),
  },
];

const machineRules: readonly ExpressionRule[] = [
  {
    subject: "machine",
    weight: 6,
    fits: isMachine,
    make: (maker, type, depth) =>
      `(${maker.expression(type, depth)} ${maker.random.pick(["+", "-", "*", "&", "|", "^", "<<", ">>", ">>>"])} ${maker.expression(type, depth)})`,
  },
  {
    subject: "machine",
    weight: 2,
    fits: isMachine,
    make: (maker, type, depth) => {
      const one = `${typeText(type)}(${maker.random.pick([1, 3, 7])})`;
      return `(${maker.expression(type, depth)} ${maker.random.pick(["/", "%"])} (${maker.expression(type, depth)} | ${one}))`;
    },
  },
  {
    subject: "machine",
    weight: 4,
    fits: isMachine,
    make: (maker, type, depth) => `${typeText(type)}(${maker.expression(maker.machineType(), depth)})`,
  },
  { subject: "machine", weight: 1, fits: isMachine, make: (maker, type, depth) => `(~${maker.expression(type, depth)})` },
  { subject: "machine", weight: 1, fits: isMachine, make: (maker, type, depth) => `(-${maker.expression(type, depth)})` },
];

export const scalarRules: readonly ExpressionRule[] = [...numberRules, ...intRules, ...stringRules, ...booleanRules, ...machineRules];
