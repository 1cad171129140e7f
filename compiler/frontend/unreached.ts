// Unreached code: functions and members of the program's own files that nothing calls are lowered too, for what is wrong in them.
// Requires:    all that is reached is lowered, and its virtual tables are filled.
// Establishes: the module is as before, but for removed functions and for tables that nothing refers to.
// Generic functions and classes stay out: without their type arguments there is nothing to lower.

import ts from "typescript";
import { isAbstract, isStatic } from "./classes/class-elements.ts";
import { fieldInitializer } from "./classes/lower-constructors.ts";
import type { FunctionNode } from "./functions/functions.ts";
import type { Program } from "./program.ts";
import { type ClassType, TypeKind } from "./types/types.ts";

export function lowerUnreached(program: Program): void {
  const { functions } = program.module;
  const reachedCount = functions.length;
  program.isSpeculative = true;
  for (const file of program.loaded.files) if (!program.isRuntime(file)) lowerDeclarations(program, file.statements);
  program.runWork();
  for (const fn of functions.slice(reachedCount)) {
    fn.blocks = [];
    fn.isRemoved = true;
    fn.isExternal = false;
  }
}

function lowerDeclarations(program: Program, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (ts.isModuleDeclaration(statement)) lowerNamespace(program, statement);
    if (ts.isFunctionDeclaration(statement)) program.attempt(statement, () => lowerFunction(program, statement));
    if (ts.isClassDeclaration(statement)) program.attempt(statement, () => lowerClass(program, statement));
  }
}

function lowerNamespace(program: Program, node: ts.ModuleDeclaration): void {
  if (isAmbient(node) || node.body === undefined) return;
  if (ts.isModuleBlock(node.body)) lowerDeclarations(program, node.body.statements);
  else if (ts.isModuleDeclaration(node.body)) lowerNamespace(program, node.body);
}

function lowerFunction(program: Program, node: ts.FunctionDeclaration): void {
  if (node.body === undefined || isGeneric(node)) return;
  program.functions.request(node, []);
}

function lowerClass(program: Program, node: ts.ClassDeclaration): void {
  if (isGeneric(node) || isAmbient(node)) return;
  const type = program.converter.classOf(node, []);
  if (type.kind !== TypeKind.Class) return;
  program.attempt(node, () => program.classes.layoutOf(type));
  if (!type.isPacked) program.attempt(node, () => fieldInitializer(program, type));
  for (const member of node.members) program.attempt(member, () => lowerMember(program, type, member));
}

function lowerMember(program: Program, type: ClassType, member: ts.ClassElement): void {
  const isFunction = ts.isMethodDeclaration(member) || ts.isAccessor(member) || ts.isConstructorDeclaration(member);
  if (!isFunction || member.body === undefined || isGeneric(member) || isAbstract(member)) return;
  const owner = isStatic(member) ? { ownClass: type, isStatic: true, receiver: type.declaration } : { ownClass: type, isStatic: false };
  program.functions.request(member satisfies FunctionNode, [], owner);
}

function isGeneric(node: { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> }): boolean {
  return (node.typeParameters?.length ?? 0) > 0;
}

function isAmbient(node: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Ambient) !== 0;
}
