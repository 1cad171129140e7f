// Inspection of errors: what the console shows of one, beside the text that runtime/core/console/inspection-errors.ts makes.

import type ts from "typescript";
import type { Value } from "../../ir/function.ts";
import { Op } from "../../ir/ops.ts";
import type { FieldLayout, LiveClass } from "../classes/classes.ts";
import { callCore, fieldOf, isLibraryClass, ownFields } from "../classes/derived-members.ts";
import { ownCell } from "../classes/error-cells.ts";
import type { Context } from "../context.ts";
import { readMember } from "../expressions/lower-members.ts";
import { concatenate } from "../expressions/lower-strings.ts";
import { type Operand, operand } from "../operands.ts";
import type { Program } from "../program.ts";
import { errorNames } from "../types/library-types.ts";
import { type ClassType, types } from "../types/types.ts";

export interface Part {
  readonly label: string;
  read(): Operand;
  /** Of what may be missing: whether it is, a Bool. */
  isMissing?(): Value;
  /** What is shown instead of a value. */
  readonly shown?: string;
}

export interface Braces {
  readonly name: Operand;
  readonly open: Operand;
  readonly close: string;
  /** What is shown where there is nothing inside. */
  readonly empty: Operand;
}

/** Classes of the runtime that programs know by their names; others are errors of the class above. */
const KNOWN_CLASSES: ReadonlySet<string> = new Set([...errorNames, "AggregateError", "AssertionError", "DOMException", "SuppressedError"]);

/** What the stack may show already. */
const IN_STACK: ReadonlySet<string> = new Set(["name", "message", "stack"]);

export function errorBraces(context: Context, self: Value, type: ClassType, tag: Operand, state: Operand, node: ts.Node): Braces {
  const name = text(shownName(context.program, type));
  const prefix = callCore(context, "inspection", "taggedName", [name, tag], node);
  const empty = callCore(context, "inspection-errors", "errorText", [errorOf(context, self), prefix, state], node);
  return { name: prefix, open: concatenate(context, empty, text(" {"), node), close: "}", empty };
}

function shownName(program: Program, type: ClassType): string {
  let shown = type;
  for (let above = type.parent(); above !== null && isHidden(program, shown); above = above.parent()) shown = above;
  return shown.declaration.name?.text ?? "";
}

function isHidden(program: Program, { declaration }: ClassType): boolean {
  return program.isRuntime(declaration.getSourceFile()) && !KNOWN_CLASSES.has(declaration.name?.text ?? "");
}

/** What an error has beside its stack. */
export function errorParts(
  context: Context,
  self: Value,
  live: LiveClass,
  partOf: (context: Context, self: Value, field: FieldLayout) => Part,
  node: ts.Node,
): Part[] {
  const { fields } = live.layout;
  const parts = ownFields(live).map((field): Part => {
    const part = partOf(context, self, field);
    if (!IN_STACK.has(field.name)) return part;
    const ask = (): Operand => callCore(context, "inspection-errors", "isTold", [errorOf(context, self), part.read()], node);
    return { ...part, isMissing: () => context.value(ask()) };
  });
  const cause = fields.has("cause") ? undefined : ownCell(fields, "cause");
  if (cause !== undefined) {
    const read = (): Operand => fieldOf(context, self, cause);
    const isMissing = (): Value => context.emit(Op.Equal, [read().value, context.builder.nullRef()]);
    parts.push({ label: "[cause]: ", isMissing, read });
  }
  if (live.type !== null && isLibraryClass(context.program, live.type, "AggregateError")) {
    const aggregate = operand(live.type, self);
    parts.push({ label: "[errors]: ", read: () => readMember(context, aggregate, "errors", node) });
  }
  return parts;
}

function errorOf(context: Context, self: Value): Operand {
  const declaration = context.program.libraryClass("Error");
  return operand(declaration === undefined ? types.unknown : context.program.converter.classOf(declaration, []), self);
}

function text(constant: string): Operand {
  return { type: types.string, value: 0, constant };
}
