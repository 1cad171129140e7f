// Packed layouts: the fields of @packed classes and the integer constants of files, as assembly needs them.

import ts from "typescript";
import type { Diagnostic } from "../diagnostics.ts";
import { type LoadOptions, loadProgram } from "../load.ts";
import { Program } from "../program.ts";
import { hasTag } from "../tags.ts";
import { evaluateEnum, isIntegerEnum } from "../types/enum-values.ts";
import { TypeKind } from "../types/types.ts";

export interface PackedField {
  readonly name: string;
  readonly offset: number;
}

export interface PackedLayout {
  readonly name: string;
  readonly sizeBytes: number;
  readonly fields: readonly PackedField[];
}

export interface FileLayouts {
  /** Absolute. */
  readonly file: string;
  readonly layouts: readonly PackedLayout[];
  /** Exported constants of integer type, and members of exported enums as `Enum.Member`. */
  readonly constants: ReadonlyMap<string, bigint>;
}

/** Layouts and constants of the entry files. */
export function packedLayouts(options: LoadOptions): { files: FileLayouts[]; diagnostics: readonly Diagnostic[] } {
  const loaded = loadProgram(options);
  if (loaded.diagnostics.length > 0) return { files: [], diagnostics: loaded.diagnostics };
  const program = new Program(loaded);
  const files = loaded.files.filter((file) => options.entries.includes(file.fileName)).map((file) => layoutsOf(program, file));
  return { files, diagnostics: program.diagnostics };
}

function layoutsOf(program: Program, file: ts.SourceFile): FileLayouts {
  const layouts: PackedLayout[] = [];
  const constants = new Map<string, bigint>();
  for (const statement of file.statements) {
    program.attempt(statement, () => {
      if (ts.isClassDeclaration(statement) && hasTag(statement, "packed")) layouts.push(layoutOf(program, statement));
      if (ts.isEnumDeclaration(statement)) addMembers(program, statement, constants);
      if (ts.isVariableStatement(statement)) addConstants(program, statement, constants);
    });
  }
  return { file: file.fileName, layouts, constants };
}

function layoutOf(program: Program, node: ts.ClassDeclaration): PackedLayout {
  const type = program.converter.classOf(node, []);
  if (type.kind !== TypeKind.Class) return program.refuse(node, "TSM3009", node.name?.text ?? "class");
  const { irClass, fields } = program.classes.layoutOf(type);
  return { name: type.name, sizeBytes: irClass.sizeBytes, fields: [...fields.values()].map(({ name, offset }) => ({ name, offset })) };
}

function addMembers(program: Program, node: ts.EnumDeclaration, constants: Map<string, bigint>): void {
  const values = evaluateEnum(node, program.checker);
  if (values === undefined || !isIntegerEnum(values)) return;
  for (const [name, value] of values) constants.set(`${node.name.text}.${name}`, value);
}

function addConstants(program: Program, node: ts.VariableStatement, constants: Map<string, bigint>): void {
  if ((node.declarationList.flags & ts.NodeFlags.Const) === 0 || !hasExport(node)) return;
  for (const declaration of node.declarationList.declarations) {
    const { type, constant } = program.globals.of(declaration);
    const value = constant?.constant;
    if (type.kind !== TypeKind.Integer || typeof value !== "object" || value.exact === null) continue;
    constants.set(declaration.name.getText(), value.exact);
  }
}

function hasExport(node: ts.VariableStatement): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
