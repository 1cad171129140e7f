// Patterns: destructuring assignment to places that exist already: `[a, b] = [b, a]`.

import ts from "typescript";
import type { Context } from "./context.ts";
import { coerce } from "./conversions.ts";
import { readElement } from "./lower-arrays.ts";
import { lowerPlace } from "./lower-assignments.ts";
import { readMember } from "./lower-members.ts";
import type { Operand } from "./operands.ts";
import { types } from "./types.ts";

export function bindPattern(context: Context, pattern: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression, given: Operand): void {
  if (ts.isArrayLiteralExpression(pattern)) assignElements(context, pattern, given);
  else assignMembers(context, pattern, given);
}

function assignPart(context: Context, target: ts.Expression, part: Operand): void {
  if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) return bindPattern(context, target, part);
  if (ts.isBinaryExpression(target)) return context.refuse(target, "TSM9001", "defaults in a destructuring assignment");
  const place = lowerPlace(context, target);
  place.write(coerce(context, part, place.type, target));
}

function assignElements(context: Context, pattern: ts.ArrayLiteralExpression, given: Operand): void {
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    if (ts.isSpreadElement(element)) context.refuse(element, "TSM9001", "the rest of an array in a destructuring assignment");
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    assignPart(context, element, readElement(context, given, position, element, false));
  });
}

function assignMembers(context: Context, pattern: ts.ObjectLiteralExpression, given: Operand): void {
  for (const property of pattern.properties) {
    if (ts.isShorthandPropertyAssignment(property)) {
      const place = lowerPlace(context, property.name);
      place.write(coerce(context, readMember(context, given, property.name.text, property), place.type, property));
    } else if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)) {
      assignPart(context, property.initializer, readMember(context, given, property.name.text, property));
    } else context.refuse(property, "TSM9001", "this part of a destructuring assignment");
  }
}
