// Seen methods: what a method of an open class does for objects with other type arguments than those they are seen with. Its body is made
// for the type arguments that are seen, and reaches the object as the program does, through slots that convert: to JavaScript there is one
// body, whatever the types are. Were it made for each object's own, a `many(): Parser<T[]>` would ask for ever other classes of objects.

import ts from "typescript";
import type { FunctionNode, Owner } from "../functions/functions.ts";
import type { Program } from "../program.ts";
import { type ClassType, type ObjectType, TypeKind } from "../types/types.ts";
import { needsScope } from "./class-scopes.ts";
import type { FoundMember } from "./classes.ts";
import { argumentsAbove, noteSource } from "./open-classes.ts";

/** Whose the body is that a member found in the class has where its objects are seen through the view. */
export function ownerSeen(program: Program, type: ClassType, found: FoundMember, view: ObjectType | undefined): Owner {
  const own: Owner = { ownClass: found.owner, isStatic: false };
  const { declaration } = found.owner;
  // Of a class of the library a program sees no more than its public members.
  if (view?.view === undefined || program.isRuntime(declaration.getSourceFile())) return own;
  if (needsScope(program, declaration) || usesSuper(found.node)) return own;
  const ownClass = sameClassSeen(program, declaration, view.view);
  if (ownClass === undefined || ownClass === found.owner) return own;
  const seen = program.converter.viewOf(ownClass);
  noteSource(type, seen);
  return { ownClass, isStatic: false, seen };
}

/** The class with the type arguments that it has where the view's class is above or below it; undefined where these do not tell them. */
function sameClassSeen(program: Program, declaration: ts.ClassLikeDeclaration, view: ClassType): ClassType | undefined {
  for (let above: ClassType | null = view; above !== null; above = above.parent()) if (above.declaration === declaration) return above;
  const { typeParameters = [] } = declaration;
  if (typeParameters.length === 0) return undefined;
  const bound = argumentsAbove(program, declaration, view);
  const typeArguments = typeParameters.map(({ name }) => bound?.get(program.checker.getSymbolAtLocation(name)));
  if (!typeArguments.every((argument) => argument !== undefined)) return undefined;
  const type = program.converter.classOf(declaration, typeArguments);
  return type.kind === TypeKind.Class ? type : undefined;
}

/** Whether the body asks the class above, which it must know. */
function usesSuper(node: FunctionNode): boolean {
  const uses = (part: ts.Node): boolean =>
    part.kind === ts.SyntaxKind.SuperKeyword || (!ts.isClassLike(part) && ts.forEachChild(part, uses) === true);
  return uses(node);
}
