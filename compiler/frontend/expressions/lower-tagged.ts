// Tagged templates: calls with the texts of a template as an array, and its values.

import ts from "typescript";
import type { Context } from "../context.ts";
import { type Argument, argumentsOf, evaluated } from "../functions/arguments.ts";
import { callDeclared } from "../functions/lower-calls.ts";
import { callClosureWith } from "../functions/lower-closures.ts";
import type { Operand } from "../operands.ts";
import { isLibraryFile } from "../types/library-types.ts";
import { arrayType, type Type, types } from "../types/types.ts";
import { createArray } from "./lower-arrays.ts";
import { lowerExpression } from "./lower-expressions.ts";
import { concatenate } from "./lower-strings.ts";

export function lowerTagged(context: Context, node: ts.TaggedTemplateExpression, expected: Type | undefined): Operand {
  const { template } = node;
  const pieces = ts.isTemplateExpression(template) ? [template.head, ...template.templateSpans.map((span) => span.literal)] : [template];
  const values = ts.isTemplateExpression(template) ? template.templateSpans.map((span) => span.expression) : [];
  const symbol = context.program.symbolOf(ts.isPropertyAccessExpression(node.tag) ? node.tag.name : node.tag);
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && isLibraryFile(declaration.getSourceFile())) return rawText(context, pieces, values, node);
  const texts = createArray(
    context,
    arrayType(types.string),
    pieces.map((piece) => context.builder.emitString(piece.text)),
  );
  const args: Argument[] = [evaluated(texts, template), ...argumentsOf(context, values)];
  if (declaration !== undefined && ts.isFunctionDeclaration(declaration) && symbol !== undefined && context.lookup(symbol) === undefined)
    return callDeclared(context, declaration, null, null, args, node);
  return callClosureWith(context, lowerExpression(context, node.tag, expected), args, node);
}

/** String.raw: the texts as they are written. */
function rawText(
  context: Context,
  pieces: readonly ts.TemplateLiteralLikeNode[],
  values: readonly ts.Expression[],
  node: ts.TaggedTemplateExpression,
): Operand {
  if (node.tag.getText() !== "String.raw") return context.refuse(node.tag, "TSM9001", `${node.tag.getText()} as a tag`);
  let result: Operand = { type: types.string, value: 0, constant: "" };
  pieces.forEach((piece, index) => {
    const constant = piece.rawText ?? piece.getText().slice(1, -1);
    result = concatenate(context, result, { type: types.string, value: 0, constant }, piece);
    const value = values[index];
    if (value !== undefined) result = concatenate(context, result, lowerExpression(context, value), value);
  });
  return result;
}
