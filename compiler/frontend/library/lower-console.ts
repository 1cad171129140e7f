// Console: arguments become one text, by their static types and the format that the first of them may be.

import ts from "typescript";
import { Op } from "../../ir/ops.ts";
import { ValueType } from "../../ir/types.ts";
import { callCore } from "../classes/derived-members.ts";
import type { Context } from "../context.ts";
import { createArray } from "../expressions/lower-arrays.ts";
import { branchWhere, conditional, truthOf } from "../expressions/lower-conditions.ts";
import { concatenate, textOf } from "../expressions/lower-strings.ts";
import { matchUnion } from "../expressions/lower-unions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { forEachElement } from "../statements/lower-iteration.ts";
import { memoryKindOf } from "../types/representation.ts";
import { arrayType, isHeapType, isNumeric, TypeKind, types, unionType } from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { tableText } from "./lower-console-table.ts";
import { convertNumber } from "./lower-conversions.ts";
import { inspection, inspectValue, shownText } from "./lower-inspection.ts";
import { jsonText } from "./lower-json.ts";

/** Levels of what is inside of an argument that are shown. */
const DEPTH = 2;

/** The function of the profile's console that a method writes its line with. */
const writers: Readonly<Record<string, string>> = {
  log: "log",
  info: "log",
  debug: "log",
  group: "log",
  groupCollapsed: "log",
  error: "error",
  warn: "error",
  assert: "error",
  trace: "error",
  count: "log",
  dir: "log",
  table: "log",
};

type Write = (line: Operand) => void;

export function callConsole(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const writeWith = (writer: string): Write => {
    const declaration = context.program.coreFunction("console", writer);
    if (declaration === undefined) return context.refuse(node, "TSM3016", name, "the console of this profile");
    return (line) => {
      const shown = callCore(context, "console-group", "indented", [line], node);
      callDeclared(context, declaration, null, null, [evaluated(shown, node)], node);
    };
  };
  if (/^time/.test(name)) return callTime(context, name, args, writeWith, node);
  switch (name) {
    case "groupEnd":
      return callCore(context, "console-group", "endGroup", [], node);
    case "countReset":
      callCore(context, "console-count", "resetCount", [labelOf(context, args, node)], node);
      return VOID_OPERAND;
  }
  const write = writeWith(writers[name] ?? name);
  switch (name) {
    case "count":
      write(callCore(context, "console-count", "counted", [labelOf(context, args, node)], node));
      break;
    case "dir":
      write(dirText(context, args, node));
      break;
    case "table": {
      const given = args[0]?.lower();
      const shown = given === undefined ? undefined : tableText(context, given, args[1], node);
      write(shown ?? lineOf(context, given === undefined ? [] : [evaluated(given, node)], node));
      break;
    }
    case "assert":
      assertTruth(context, args, write, node);
      break;
    case "trace":
      write(callCore(context, "console-time", "traceText", [lineOf(context, args, node)], node));
      break;
    case "group":
    case "groupCollapsed":
      if (args.length > 0) write(lineOf(context, args, node));
      callCore(context, "console-group", "beginGroup", [], node);
      break;
    default:
      write(lineOf(context, args, node));
  }
  return VOID_OPERAND;
}

function assertTruth(context: Context, args: readonly Argument[], write: Write, node: ts.Node): void {
  const holds = args.length === 0 ? context.builder.int(ValueType.Bool, 0) : truthOf(context, args[0].lower(), node);
  const complain = (): void => {
    const line = lineOf(context, args.slice(1), node);
    const separator = args.length > 1 ? ": " : "";
    write(concatenate(context, text(`Assertion failed${separator}`), line, node));
  };
  branchWhere(context, holds, () => undefined, complain);
}

/** `console.time(label)`, `console.timeLog(label, ...values)`, `console.timeEnd(label)`. */
function callTime(context: Context, name: string, args: readonly Argument[], writeWith: (writer: string) => Write, node: ts.Node): Operand {
  const given = labelOf(context, args, node);
  const label = operand(types.string, context.value(given));
  const ask = (member: string): Operand => callCore(context, "console-time", member, [label], node);
  if (name === "time") {
    const complaint = operand(types.string, context.value(ask("startTime")));
    branchWhere(
      context,
      truthOf(context, complaint, node),
      () => writeWith("error")(complaint),
      () => undefined,
    );
    return VOID_OPERAND;
  }
  const warn = (): void => {
    const line = concatenate(context, text("Warning: No such label '"), label, node);
    writeWith("error")(concatenate(context, line, text(`' for console.${name}()`), node));
  };
  const show = (): void => {
    const time = ask("timeText");
    const more = name === "timeLog" && args.length > 1 ? lineOf(context, args.slice(1), node) : undefined;
    writeWith("log")(more === undefined ? time : concatenate(context, concatenate(context, time, text(" "), node), more, node));
    if (name === "timeEnd") ask("endTime");
  };
  branchWhere(context, context.value(ask("isTimed")), show, warn);
  return VOID_OPERAND;
}

function labelOf(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const given = args[0]?.lower(types.string);
  return given === undefined || given.type.kind === TypeKind.Undefined ? text("default") : textOf(context, given, node);
}

/** `console.dir(value, options)`: options tell how many levels of what is inside are shown; null, all. */
function dirText(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const given = args[0]?.lower() ?? UNDEFINED_OPERAND;
  if (args.length < 2) return inspectedText(context, given, node);
  const held = operand(given.type, context.value(given));
  const options = args[1].lower();
  const depth = callCore(context, "inspection", "depthOf", [options], node);
  return inspectValue(context, held, inspection(context, depth, node), node);
}

/** As it is shown inside of something else: strings in quotes. */
function inspectedText(context: Context, given: Operand, node: ts.Node, depth: number = DEPTH): Operand {
  const { type } = given;
  if (type.kind === TypeKind.String) return callCore(context, "inspection-text", "quote", [given], node);
  const mayBeText = type.kind === TypeKind.Unknown || (type.kind === TypeKind.Union && type.members.includes(types.string));
  if (!mayBeText) return shownText(context, given, depth, node);
  return matchUnion(context, given, (part) => inspectedText(context, part, node, depth), node, types.string);
}

/** `inspect(value, options)` of node:util. The depth is known while compiling. */
export function callInspect(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const options = args[1]?.node;
  const given = args[0].lower();
  if (options === undefined) return inspectedText(context, given, node);
  const [option] = ts.isObjectLiteralExpression(options) && options.properties.length === 1 ? options.properties : [];
  const depth = option !== undefined && ts.isPropertyAssignment(option) ? option.initializer : undefined;
  if (depth === undefined) return context.refuse(options, "TSM9001", "options of inspect other than a depth");
  if (depth.kind === ts.SyntaxKind.NullKeyword || depth.getText() === "Infinity")
    return inspectedText(context, given, node, Number.POSITIVE_INFINITY);
  if (!ts.isNumericLiteral(depth)) return context.refuse(depth, "TSM9001", "a depth of inspect that is computed");
  return inspectedText(context, given, node, Number(depth.text));
}

export function lineOf(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  if (args.some((argument) => argument.isSpread)) return lineOfLists(context, args, node);
  const given = args.map((argument) => argument.lower());
  const [first, ...rest] = given;
  if (first === undefined) return text("");
  const format = (): Operand => formatted(context, first, rest, args.slice(1), node);
  const join = (): Operand => joined(context, given, args, node);
  if (first.type !== types.string || rest.length === 0) return join();
  if (typeof first.constant === "string") return first.constant.includes("%") ? format() : join();
  const mayFormat = callBuiltIn(context, first, "includes", [text("%")], node);
  return conditional(context, context.value(mayFormat), format, join, node, types.string);
}

/** A line of values whose number is known when the program runs: all that a format may ask of each is kept in lists. */
function lineOfLists(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const { builder } = context;
  const elements = [types.string, types.string, types.number, types.string, types.boolean] as const;
  const lists = elements.map((element) => createArray(context, arrayType(element), []));
  const add = (value: Operand): void => {
    const shown = shownText(context, value, DEPTH, node);
    const special = inspectedText(context, value, node);
    const parts = [shown, flatText(context, value, node), numberOf(context, value, node), special, isText(context, value, node)];
    for (const [index, part] of parts.entries()) callBuiltIn(context, lists[index], "push", [part], node);
  };
  for (const argument of args) {
    if (argument.isSpread) forEachElement(context, argument.lower(), node, add);
    else add(argument.lower());
  }
  const [shown, flat, numbers, special, texts] = lists;
  const join = (): Operand => callBuiltIn(context, shown, "join", [text(" ")], node);
  const behind = (list: Operand): Operand =>
    callBuiltIn(context, list, "slice", [operand(types.numberInt32, builder.int(ValueType.I32, 1))], node);
  const first = (list: Operand): Operand => {
    const [element] = elements.filter((_, index) => lists[index] === list);
    return operand(element, context.emit(Op.ArrayGet, [list.value, builder.int(ValueType.I32, 0)], memoryKindOf(element)));
  };
  const format = (): Operand =>
    callCore(context, "console-format", "formatLine", [first(shown), behind(shown), behind(flat), behind(numbers), behind(special)], node);
  const hasMore = context.emit(Op.LessSigned, [builder.int(ValueType.I32, 1), context.emit(Op.ArrayLength, [shown.value])]);
  const formatOrJoin = (): Operand => conditional(context, context.value(first(texts)), format, join, node, types.string);
  return conditional(context, hasMore, formatOrJoin, join, node, types.string);
}

function isText(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  const mayBe = type.kind === TypeKind.Unknown || (type.kind === TypeKind.Union && type.members.includes(types.string));
  const answer = (part: Operand): Operand => ({ type: types.boolean, value: 0, constant: part.type === types.string });
  return mayBe ? matchUnion(context, given, answer, node, types.boolean) : answer(given);
}

function joined(context: Context, given: readonly Operand[], args: readonly Argument[], node: ts.Node): Operand {
  return given.reduce((line, value, index) => {
    const shown = shownText(context, value, DEPTH, args[index].node);
    return index === 0 ? shown : concatenate(context, concatenate(context, line, text(" "), node), shown, args[index].node);
  }, text(""));
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}

/** What each argument is for the directives %s, %d and the others, for the runtime to choose. */
function formatted(context: Context, first: Operand, rest: readonly Operand[], args: readonly Argument[], node: ts.Node): Operand {
  const shown = rest.map((given, index) => context.value(shownText(context, given, DEPTH, args[index].node)));
  const flatTexts = rest.map((given, index) => context.value(flatText(context, given, args[index].node)));
  const numbers = rest.map((given) => context.value(numberOf(context, given, node)));
  const directives = directivesOf(first, rest.length);
  const special = rest.map((given, index) => context.value(specialText(context, given, directives[index] ?? "O", args[index].node)));
  const list = (values: readonly number[], element: typeof types.string | typeof types.number): Operand =>
    createArray(context, arrayType(element), values);
  const lists = [list(shown, types.string), list(flatTexts, types.string), list(numbers, types.number), list(special, types.string)];
  return callCore(context, "console-format", "formatLine", [first, ...lists], node);
}

/** What %s shows: objects of classes with a toString of their own say it themselves. */
function flatText(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  const own = type.kind === TypeKind.Class ? context.program.classes.findMember(type, "toString", "method") : undefined;
  const isOwn = own !== undefined && !context.program.isRuntime(own.node.getSourceFile());
  return isOwn ? textOf(context, given, node) : shownText(context, given, 0, node);
}

/** The directives of a constant format, one for each argument that one of them takes. */
function directivesOf({ constant }: Operand, count: number): readonly string[] {
  const found = typeof constant === "string" ? [...constant.matchAll(/%([%sdifjoOc])/g)].map(([, directive]) => directive) : [];
  return found.filter((directive) => directive !== "%").slice(0, count);
}

/** What %j, %o and %O show. What %o shows of objects has members that nobody sees otherwise. */
function specialText(context: Context, given: Operand, directive: string, node: ts.Node): Operand {
  if (directive === "o" && isHeapType(given.type) && given.type.kind !== TypeKind.String)
    return context.refuse(node, "TSM9001", "`%o` of an object (write `%O`)");
  if (directive !== "j") return inspectedText(context, given, node);
  const json = operand(unionType([types.string, types.undefined]), context.value(jsonText(context, given, node)));
  return textOf(context, json, node);
}

/** What %d shows; NaN for what is no number. */
function numberOf(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  const isMixed = type.kind === TypeKind.Union && type.members.some((member) => member.kind === TypeKind.String || isNumeric(member));
  if (isMixed || type.kind === TypeKind.Unknown)
    return matchUnion(context, given, (part) => numberOf(context, part, node), node, types.number);
  if (type.kind === TypeKind.String) return callCore(context, "number-reading", "numberOfText", [given], node);
  const isConvertible = type.kind === TypeKind.Boolean || isNumeric(type);
  if (isConvertible) {
    const number = convertNumber(context, given, types.number, node);
    return operand(types.number, context.coerce(number, types.number, node));
  }
  return operand(types.number, context.builder.float(given.type.kind === TypeKind.Null ? 0 : Number.NaN));
}
