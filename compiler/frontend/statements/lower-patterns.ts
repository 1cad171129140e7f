// Patterns: destructuring assignment to places that exist already: `[a, b] = [b, a]`.

import ts from "typescript";
import type { Context } from "../context.ts";
import { coerce } from "../expressions/conversions.ts";
import { lowerSlice } from "../expressions/lower-arrays.ts";
import { lowerPlace } from "../expressions/lower-assignments.ts";
import { readMatched, takenName } from "../expressions/lower-computed-names.ts";
import { readElement } from "../expressions/lower-elements.ts";
import { restOfObject } from "../expressions/lower-objects.ts";
import type { Operand } from "../operands.ts";
import { mayBeUndefined, types } from "../types/types.ts";
import { partOrDefault } from "./lower-declarations.ts";

export function bindPattern(context: Context, pattern: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression, given: Operand): void {
  if (ts.isArrayLiteralExpression(pattern)) assignElements(context, pattern, given);
  else assignMembers(context, pattern, given);
}

function assignPart(context: Context, target: ts.Expression, part: Operand): void {
  if (ts.isBinaryExpression(target) && target.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return assignPart(context, target.left, partOrDefault(context, part, target.right, target));
  if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) return bindPattern(context, target, part);
  const place = lowerPlace(context, target);
  if (place.store === undefined) place.write(coerce(context, part, place.type, target));
  else place.store(part);
}

function assignElements(context: Context, pattern: ts.ArrayLiteralExpression, given: Operand): void {
  for (const [index, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    if (ts.isSpreadElement(element)) {
      assignPart(context, element.expression, lowerSlice(context, given, index, element));
      continue;
    }
    const position: Operand = { type: types.number, value: 0, constant: { exact: BigInt(index), number: index } };
    assignPart(context, element, readElement(context, given, position, element, mayMiss(context, element)));
  }
}

/** Whether the target can hold that there is no such element. */
function mayMiss(context: Context, target: ts.Expression): boolean {
  if (ts.isBinaryExpression(target)) return true;
  const isPattern = ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target);
  if (isPattern) return false;
  return mayBeUndefined(ts.isIdentifier(target) ? lowerPlace(context, target).type : context.checkerType(target));
}

function assignMembers(context: Context, pattern: ts.ObjectLiteralExpression, given: Operand): void {
  const taken: string[] = [];
  const hasRest = pattern.properties.some(ts.isSpreadAssignment);
  for (const property of pattern.properties) {
    if (ts.isSpreadAssignment(property)) {
      assignPart(context, property.expression, restOfObject(context, given, taken, property));
      continue;
    }
    if (!ts.isShorthandPropertyAssignment(property) && !ts.isPropertyAssignment(property))
      return context.refuse(property, "TSM9001", "this part of a destructuring assignment");
    if (hasRest) taken.push(takenName(context, property.name));
    const mayBeMissing = ts.isShorthandPropertyAssignment(property)
      ? property.objectAssignmentInitializer !== undefined
      : ts.isBinaryExpression(property.initializer);
    const part = readMatched(context, given, property.name, property, mayBeMissing);
    if (ts.isPropertyAssignment(property)) assignPart(context, property.initializer, part);
    else {
      const initializer = property.objectAssignmentInitializer;
      assignPart(context, property.name, initializer === undefined ? part : partOrDefault(context, part, initializer, property));
    }
  }
}
