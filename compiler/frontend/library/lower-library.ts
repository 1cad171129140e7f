// Library: the global functions and objects of lib.d.ts: conversions, console, Math, Number, String, Array, assert and panic.

import type ts from "typescript";
import { Op, PanicKind } from "../../ir/ops.ts";
import type { Context } from "../context.ts";
import { callPromiseFunction } from "../coroutines/lower-promises.ts";
import { coerce } from "../expressions/conversions.ts";
import { collectArguments, copyToArray, createArray, newArray } from "../expressions/lower-arrays.ts";
import { truthOf } from "../expressions/lower-conditions.ts";
import { readMember } from "../expressions/lower-members.ts";
import { textOf } from "../expressions/lower-strings.ts";
import { isIndistinct, matchUnion } from "../expressions/lower-unions.ts";
import { type Argument, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { callClosure } from "../functions/lower-closures.ts";
import { synthesizeClosure } from "../functions/synthesized-closures.ts";
import { type Operand, operand, UNDEFINED_OPERAND, VOID_OPERAND } from "../operands.ts";
import { elementTypeOf, forEachElement } from "../statements/lower-iteration.ts";
import { namedTypedArray } from "../types/library-types.ts";
import {
  type ArrayType,
  arrayType,
  functionType,
  machineType,
  mayBeAbsent,
  type Type,
  TypeKind,
  types,
  unionType,
  widened,
} from "../types/types.ts";
import { callBuiltIn } from "./lower-built-ins.ts";
import { callStructuredClone } from "./lower-clones.ts";
import { callConsole } from "./lower-console.ts";
import { convertNumber } from "./lower-conversions.ts";
import { iteratorFrom } from "./lower-iterator-objects.ts";
import { callJson } from "./lower-json.ts";
import { callJsonParse } from "./lower-json-parse.ts";
import { callMath } from "./lower-math.ts";
import { constantNumber, toNumber } from "./lower-number.ts";
import { callObjectFunction, namedGroups, objectOfEntries } from "./lower-object-functions.ts";
import { callTypedArrayFunction, isBufferView } from "./lower-typed-arrays.ts";
import { isArrayBehind } from "./lower-unknown-arrays.ts";

/** A global function. */
export function callLibraryFunction(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const machine = machineType(name);
  if (machine !== undefined) {
    const given = args[0]?.lower(machine);
    if (given === undefined) return context.refuse(node, "TSM9001", `${name}() without a value`);
    context.at(node);
    return convertNumber(context, given, machine, node);
  }
  switch (name) {
    case "Number":
      return args.length === 0 ? constantNumber(0) : toNumber(context, args[0].lower(), node);
    case "String":
      return args.length === 0 ? { type: types.string, value: 0, constant: "" } : textOf(context, args[0].lower(), node);
    case "Boolean":
      return args.length === 0
        ? { type: types.boolean, value: 0, constant: false }
        : operand(types.boolean, truthOf(context, args[0].lower(), node));
    case "Array": {
      const type = context.checkerType(node);
      return newArray(context, type.kind === TypeKind.Array ? type : arrayType(types.unknown), args, node);
    }
    case "Symbol":
      return callSymbolFunction(context, "makeSymbol", args, node);
    case "encodeURI":
    case "encodeURIComponent":
    case "decodeURI":
    case "decodeURIComponent":
      return callCore(context, "uri", name, args, node);
    case "atob":
    case "btoa":
      return callCore(context, "base64", name, args, node);
    case "structuredClone":
      return callStructuredClone(context, args, node);
    case "parseInt":
    case "parseFloat":
    case "isNaN":
    case "isFinite":
      return callCore(context, "number", name, args, node);
    case "setTimeout":
    case "setInterval":
    case "clearTimeout":
    case "clearInterval":
    case "queueMicrotask":
      return callTurns(context, name, args, node);
    case "assert":
      return lowerAssert(context, args, node);
    case "panic":
      return callCore(context, "panic", "panic", args, node);
    default:
      return context.refuse(node, "TSM9001", `the global function ${name}`);
  }
}

/** What is put off: timers and jobs. Further arguments of a timer are given to the callback. */
function callTurns(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  if (context.program.isKernel) return context.refuse(node, "TSM4001", name, "event loop", "Use a timer object of the kernel.");
  if (name === "queueMicrotask") return callCore(context, "jobs", "queueJob", args, node);
  if (args.length < 3) return callCore(context, "timers", name, args, node);
  const [callback, delay, ...rest] = args.map((argument) => argument.lower());
  const type = functionType([], types.void);
  const bound = synthesizeClosure(context, "callback", type, [callback, ...rest.map(materialized)], node, (inner, [called, ...given]) =>
    callClosure(inner, called, given, node),
  );
  return callCore(context, "timers", name, [evaluated(bound, node), evaluated(delay, node)], node);

  function materialized(given: Operand): Operand {
    const type = widened(given.type);
    return operand(type, coerce(context, given, type, node));
  }
}

function callCore(context: Context, file: string, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const declaration = context.program.coreFunction(file, name);
  if (declaration === undefined) return context.refuse(node, "TSM3016", name, `runtime/core/${file}.ts`);
  return callDeclared(context, declaration, null, null, args, node);
}

/** The message is evaluated only when the assertion fails. */
function lowerAssert(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const { builder } = context;
  const condition = truthOf(context, args[0].lower(types.boolean), node);
  context.at(node);
  if (args.length < 2) {
    context.check(condition, PanicKind.Assertion);
    return VOID_OPERAND;
  }
  const failed = builder.openBlock(true);
  const holds = builder.openBlock();
  builder.branch(condition, holds, failed);
  builder.enter(failed);
  callCore(context, "panic", "panic", [args[1]], node);
  builder.unreachable();
  builder.enter(holds);
  return VOID_OPERAND;
}

/** A member of a global object: `console.log`, `Math.floor`, `Number.isInteger`. */
export function callLibraryMember(
  context: Context,
  object: string,
  name: string,
  args: readonly Argument[],
  node: ts.Node,
  expected?: Type,
): Operand {
  const typedArray = namedTypedArray(object);
  if (typedArray !== undefined) return callTypedArrayFunction(context, typedArray, name, args, node);
  switch (object) {
    case "Date":
      return callDate(context, name, args, node);
    case "crypto":
      return callCrypto(context, name, args, node);
    case "Object":
      if (name === "groupBy") {
        const list = [walked(context, args[0], node), ...args.slice(1)];
        return namedGroups(context, callCore(context, "map-groups", "groupBy", list, node), node);
      }
      if (name === "fromEntries") return objectOfEntries(context, walked(context, args[0], node).lower(), expected, node);
      return callObjectFunction(context, name, args, node);
    case "Error":
      return callErrorFunction(context, name, args, node);
    case "Iterator":
      return callIteratorFunction(context, args[0].lower(), node);
    case "Map":
      return callCore(context, "map-groups", name, [walked(context, args[0], node), ...args.slice(1)], node);
    case "ArrayBuffer":
      return { type: types.boolean, value: 0, constant: isBufferView(context, args[0].lower().type) };
    case "Promise":
      return callPromiseFunction(context, name, args, node, expected);
    case "performance":
      return callCore(context, "performance", name, args, node);
    case "console":
      return callConsole(context, name, args, node);
    case "Math":
      return callMath(context, name, args, node);
    case "Number":
      return callCore(context, "number", name, args, node);
    case "String":
      return callCore(context, "string", name, args, node);
    case "Symbol":
      return callSymbolFunction(context, name === "for" ? "symbolOfKey" : "keyOfSymbol", args, node);
    case "JSON":
      return name === "parse" ? callJsonParse(context, args, node, expected) : callJson(context, name, args, node, expected);
    case "Array":
      return callArrayFunction(context, name, args, node, expected);
    default:
      return context.refuse(node, "TSM9001", `${object}.${name}`);
  }
}

/** Descriptions may be numbers. */
function callSymbolFunction(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  const given = args.slice(0, 1).map((argument) => argument.lower());
  const texts = given.map((one) => (name === "keyOfSymbol" || mayBeAbsent(one.type) ? one : textOf(context, one, node)));
  return callCore(
    context,
    "symbol",
    name,
    texts.map((text) => evaluated(text, node)),
    node,
  );
}

/** `Iterator.from(source)`. */
function callIteratorFunction(context: Context, source: Operand, node: ts.Node): Operand {
  const seen = context.checkerType(node);
  return iteratorFrom(context, source, seen.kind === TypeKind.Class ? seen.typeArguments[0] : types.never, node);
}

/** `Error.isError` and `Error.captureStackTrace`. */
function callErrorFunction(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  if (name === "isError") return callCore(context, "error", "isError", args, node);
  for (const argument of args) argument.lower();
  return VOID_OPERAND;
}

const dateFunctions: Readonly<Record<string, string>> = { UTC: "timeOfParts", parse: "parse", now: "now" };

/** `Date.UTC`, `Date.parse`, `Date.now`. */
export function callDate(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  if (name === "now") wantSystem(context, "Date.now", "clock that knows the day", node);
  return callCore(context, "date", dateFunctions[name] ?? name, args, node);
}

/** `crypto.getRandomValues(array)` and `crypto.randomUUID()`. */
function callCrypto(context: Context, name: string, args: readonly Argument[], node: ts.Node): Operand {
  wantSystem(context, `crypto.${name}`, "source of random bits", node);
  if (name === "randomUUID") return callCore(context, "crypto", name, [], node);
  const [argument] = args;
  const given = argument.lower();
  if (given.type.kind !== TypeKind.TypedArray) return context.refuse(argument.node, "TSM3008", given.type.name, "a typed array");
  const array = operand(given.type, context.value(given));
  callCore(context, "crypto", "getRandomValues", [evaluated(operand(arrayType(given.type.element), array.value), node)], node);
  return array;
}

/** What only Linux has. */
function wantSystem(context: Context, name: string, what: string, node: ts.Node): void {
  const { profile } = context.program.loaded.options;
  if (profile !== "linux") context.refuse(node, "TSM4006", name, profile, what);
}

/** What can be walked over, as an array. */
function walked(context: Context, argument: Argument, node: ts.Node): Argument {
  const lower = (): Operand => {
    const given = argument.lower();
    return given.type.kind === TypeKind.Array ? given : copyToArray(context, given, node);
  };
  return { ...argument, lower };
}

function callArrayFunction(context: Context, name: string, args: readonly Argument[], node: ts.Node, expected?: Type): Operand {
  const wanted = expected?.kind === TypeKind.Array ? expected.element : undefined;
  switch (name) {
    case "isArray":
      return isArray(context, args[0].lower(), node);
    case "of": {
      if (args.some((argument) => argument.isSpread))
        return collectArguments(context, wanted === undefined ? context.checkerType(node) : arrayType(wanted), args, node);
      const given = args.map((argument) => argument.lower(wanted));
      const element = wanted ?? (given.length === 0 ? types.never : widened(unionType(given.map((value) => value.type))));
      return createArray(
        context,
        arrayType(element),
        given.map((value, index) => coerce(context, value, element, args[index].node)),
      );
    }
    case "from":
      return arrayFrom(context, args, node);
    default:
      return context.refuse(node, "TSM9001", `Array.${name}`);
  }
}

function isArray(context: Context, given: Operand, node: ts.Node): Operand {
  const { type } = given;
  if (type.kind === TypeKind.Unknown) return isArrayBehind(context, given, node);
  const areArrays = (part: Type): boolean =>
    part.kind === TypeKind.Union ? part.members.every(areArrays) : part.kind === TypeKind.Array || part.kind === TypeKind.Tuple;
  const answer = (part: Operand): Operand => ({ type: types.boolean, value: 0, constant: areArrays(part.type) });
  return isIndistinct(context, type) ? answer(given) : matchUnion(context, given, answer, node, types.boolean);
}

/** `Array.from` of something to iterate over, or of an object with a length. */
function arrayFrom(context: Context, args: readonly Argument[], node: ts.Node): Operand {
  const source = args[0].lower();
  const { type } = source;
  const hasLength = type.kind === TypeKind.Object && type.properties().has("length") && !type.properties().has("[iterator]");
  if (hasLength) {
    if (args.length < 2) return arrayOfUndefined(context, readMember(context, source, "length", node), node);
    return callCore(context, "array", "fromLength", [evaluated(readMember(context, source, "length", node), node), args[1]], node);
  }
  if (args.length < 2) return copyToArray(context, source, node);
  const seen = context.checkerType(node);
  return seen.kind === TypeKind.Array ? mapWhileWalking(context, source, args[1], seen, node) : context.refuse(node, "TSM3009", seen.name);
}

/** `Array.from({ length })`. */
function arrayOfUndefined(context: Context, length: Operand, node: ts.Node): Operand {
  const seen = context.checkerType(node);
  const type = seen.kind === TypeKind.Array ? seen : arrayType(types.unknown);
  const absent = operand(type.element, coerce(context, UNDEFINED_OPERAND, type.element, node));
  return callCore(context, "array", "filled", [evaluated(length, node), evaluated(absent, node)], node);
}

/** Each element goes through the callback before the next one is asked for. */
function mapWhileWalking(context: Context, source: Operand, argument: Argument, type: ArrayType, node: ts.Node): Operand {
  const { builder } = context;
  const walked = operand(source.type, context.value(source));
  const element = widened(elementTypeOf(context, source.type, node));
  const wanted = functionType([element, types.number], type.element);
  const callback = operand(wanted, coerce(context, argument.lower(wanted), wanted, argument.node));
  const result = createArray(context, type, []);
  const index = context.temporary(types.number);
  builder.write(index, builder.float(0));
  forEachElement(context, walked, node, (given) => {
    const position = operand(types.number, builder.read(index));
    const value = callClosure(context, callback, [operand(element, coerce(context, given, element, node)), position], node);
    builder.write(index, context.emit(Op.FloatAdd, [position.value, builder.float(1)]));
    callBuiltIn(context, result, "push", [operand(type.element, coerce(context, value, type.element, node))], node);
  });
  return result;
}

/** Library constants that are values like any other. */
export const NUMBER_CONSTANTS: ReadonlySet<string> = new Set(["NaN", "Infinity"]);
