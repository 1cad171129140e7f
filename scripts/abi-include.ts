// ABI include: the constants, enums and packed layouts of abi/*.ts as nasm equates, one .inc file a source file.
// Invariants: (1) abi/*.ts is the one source; a declaration that cannot be translated is an error, never skipped silently,
//                 when it claims a machine type (u8 .. u64, i8 .. i64) or a packed layout
//             (2) packed layouts have no padding: a field begins where the one before it ends
//
//   export const PAGE_SIZE: u32 = 4096;            PAGE_SIZE equ 0x1000
//   export const enum Kind { A = 1, B }            Kind.A equ 0x1        Kind.B equ 0x2
//   /** @packed */ export class Point { x: u32; }  Point.x equ 0x0       Point_size equ 0x4

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

declare const REPOSITORY_ROOT: string;

/** One equate of an include file. */
export interface Equate {
  readonly name: string;
  readonly value: bigint;
}

/** An abi source file: its name without folder and extension, and its text. */
export interface AbiSource {
  readonly name: string;
  readonly text: string;
}

const SCALAR_SIZE_BYTES: Readonly<Record<string, number>> = {
  bool: 1,
  boolean: 1,
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  u64: 8,
  i64: 8,
  f64: 8,
};

interface Field {
  readonly name: string;
  readonly type: string;
}

/** A constant or a member of an enum, before its value is known. */
interface Expression {
  readonly text: string;
  readonly source: AbiSource;
  /** The enum whose members the text may name without its name. */
  readonly scope?: string;
}

interface Declarations {
  readonly expressions: Map<string, Expression>;
  readonly values: Map<string, bigint>;
  readonly layouts: Map<string, readonly Field[]>;
  readonly aliases: Map<string, string>;
}

/** The value of a name, if it has one. */
type Lookup = (name: string) => bigint | undefined;

function fail(source: AbiSource, message: string): never {
  throw new Error(`abi/${source.name}.ts: ${message}`);
}

/** Comments become spaces, so that declarations can be matched; a comment that says @packed leaves that word behind. */
function stripComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => (comment.includes("@packed") ? " @packed " : " "))
    .replace(/\/\/.*$/gm, (comment) => (comment.includes("@packed") ? " @packed " : " "));
}

/** Integer expressions of literals, known constants, parentheses, and the operators ~ - + * / << >> & ^ |. */
function evaluate(expression: string, lookup: Lookup): bigint | undefined {
  const tokens = expression.match(/0x[0-9a-f_]+|0b[01_]+|\d[\d_]*|[A-Za-z_][\w.]*|<<|>>|[-+*/&|^~()]|\S/gi) ?? [];
  let position = 0;
  const precedence: readonly (readonly string[])[] = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/"]];
  const apply = (operator: string, left: bigint, right: bigint): bigint | undefined => {
    switch (operator) {
      case "|":
        return left | right;
      case "^":
        return left ^ right;
      case "&":
        return left & right;
      case "<<":
        return left << right;
      case ">>":
        return left >> right;
      case "+":
        return left + right;
      case "-":
        return left - right;
      case "*":
        return left * right;
      default:
        return right === 0n ? undefined : left / right;
    }
  };
  const unary = (): bigint | undefined => {
    const token = tokens[position++];
    if (token === undefined) return undefined;
    if (token === "-" || token === "~") {
      const value = unary();
      return value === undefined ? undefined : token === "-" ? -value : ~value;
    }
    if (token === "(") {
      const value = binary(0);
      return tokens[position++] === ")" ? value : undefined;
    }
    if (/^\d/.test(token)) return BigInt(token.replaceAll("_", ""));
    return lookup(token);
  };
  const binary = (level: number): bigint | undefined => {
    if (level === precedence.length) return unary();
    let left = binary(level + 1);
    while (left !== undefined && precedence[level].includes(tokens[position] ?? "")) {
      const operator = tokens[position++];
      const right = binary(level + 1);
      left = right === undefined ? undefined : apply(operator, left, right);
    }
    return left;
  };
  const value = binary(0);
  return position === tokens.length ? value : undefined;
}

/** The value of a constant or of `Enum.Member`, wherever it is declared. Undefined for names unknown or defined by themselves. */
function resolveConstant(name: string, declarations: Declarations): bigint | undefined {
  const known = declarations.values.get(name);
  const expression = declarations.expressions.get(name);
  if (known !== undefined || expression === undefined) return known;
  declarations.expressions.delete(name); // in work: meeting it again would be a circle
  const { text, source, scope } = expression;
  const value = evaluate(
    text,
    (part) => (scope === undefined ? undefined : resolveConstant(`${scope}.${part}`, declarations)) ?? resolveConstant(part, declarations),
  );
  if (value === undefined) fail(source, `cannot evaluate ${name} = ${text}`);
  declarations.values.set(name, value);
  return value;
}

/** Enters the constants of machine types; result: their names. */
function collectConstants(source: AbiSource, text: string, into: Declarations): string[] {
  const names: string[] = [];
  for (const [, name, type, initialiser] of text.matchAll(/export\s+const\s+(\w+)\s*:\s*(\w+)\s*=\s*([^;]+);/g)) {
    if (!/^[ui](8|16|32|64)$/.test(resolveAlias(type, into))) continue;
    into.expressions.set(name, { text: initialiser.trim(), source });
    names.push(name);
  }
  return names;
}

/** Enters the members of enums as `Enum.Member`; result: these names. */
function collectEnums(source: AbiSource, text: string, into: Declarations): string[] {
  const names: string[] = [];
  for (const [, scope, body] of text.matchAll(/export\s+(?:const\s+)?enum\s+(\w+)\s*\{([^}]*)\}/g)) {
    let next = "0";
    for (const part of body.split(",")) {
      const member = part.trim();
      if (member === "") continue;
      const [, name, initialiser] = /^(\w+)(?:\s*=\s*([\s\S]+))?$/.exec(member) ?? fail(source, `cannot read ${scope} { ${member} }`);
      into.expressions.set(`${scope}.${name}`, { text: initialiser ?? next, source, scope });
      names.push(`${scope}.${name}`);
      next = `${name} + 1`;
    }
  }
  return names;
}

function collectLayouts(source: AbiSource, text: string, into: Declarations): string[] {
  const names: string[] = [];
  for (const [, name, body] of text.matchAll(/@packed\s+export\s+class\s+(\w+)[^{]*\{([^}]*)\}/g)) {
    const fields: Field[] = [];
    for (const line of body
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "")) {
      const match = /^(?:readonly\s+)?(\w+)\s*:\s*(\w+)\s*(?:=[\s\S]*)?$/.exec(line);
      if (match === null) fail(source, `cannot read a field of the packed class ${name}: ${line}`);
      fields.push({ name: match[1], type: match[2] });
    }
    into.layouts.set(name, fields);
    names.push(name);
  }
  return names;
}

function resolveAlias(type: string, declarations: Declarations): string {
  let resolved = type;
  for (let next = declarations.aliases.get(resolved); next !== undefined; next = declarations.aliases.get(resolved)) resolved = next;
  return resolved;
}

function sizeOf(type: string, declarations: Declarations, source: AbiSource): number {
  const resolved = resolveAlias(type, declarations);
  const scalar = SCALAR_SIZE_BYTES[resolved];
  if (scalar !== undefined) return scalar;
  const fields = declarations.layouts.get(resolved);
  if (fields === undefined) fail(source, `the type ${type} has no known size; packed classes hold u8 .. u64, f32, f64 and packed classes`);
  return fields.reduce((total, field) => total + sizeOf(field.type, declarations, source), 0);
}

function layoutEquates(name: string, declarations: Declarations, source: AbiSource): Equate[] {
  let offset = 0;
  const equates = (declarations.layouts.get(name) ?? []).map((field) => {
    const equate = { name: `${name}.${field.name}`, value: BigInt(offset) };
    offset += sizeOf(field.type, declarations, source);
    return equate;
  });
  return [...equates, { name: `${name}_size`, value: BigInt(offset) }];
}

/** Translates all sources together, so that a file may use types and constants of another. Result: equates by source name. */
export function readAbi(sources: readonly AbiSource[]): Map<string, Equate[]> {
  const declarations: Declarations = { expressions: new Map(), values: new Map(), layouts: new Map(), aliases: new Map() };
  const stripped = sources.map((source) => ({ source, text: stripComments(source.text) }));
  for (const { text } of stripped) {
    for (const [, name, target] of text.matchAll(/export\s+type\s+(\w+)\s*=\s*(\w+)\b/g)) declarations.aliases.set(name, target);
  }
  const collected = stripped.map(({ source, text }) => ({
    source,
    constants: [...collectConstants(source, text, declarations), ...collectEnums(source, text, declarations)],
    layouts: collectLayouts(source, text, declarations),
  }));
  const result = new Map<string, Equate[]>();
  for (const { source, constants, layouts } of collected) {
    const equates = constants.map((name) => ({
      name,
      value: resolveConstant(name, declarations) ?? fail(source, `${name} is defined by itself`),
    }));
    result.set(source.name, [...equates, ...layouts.flatMap((name) => layoutEquates(name, declarations, source))]);
  }
  return result;
}

/** The text of one include file. Negative values are written as their 64-bit two's complement. */
export function printInclude(name: string, equates: readonly Equate[]): string {
  const guard = `ABI_${name.replaceAll("-", "_").toUpperCase()}_INC`;
  const lines = equates.map((equate) => `${equate.name} equ 0x${BigInt.asUintN(64, equate.value).toString(16)}`);
  return [`; Generated from abi/${name}.ts. Do not edit.`, `%ifndef ${guard}`, `%define ${guard}`, ...lines, "%endif", ""].join("\n");
}

/** Folders whose declarations assembly shares. File names are unique among them. */
const ABI_FOLDERS: readonly string[] = ["abi", "kernel/arch/x64/layout"];

/** The equates of all sources of ABI_FOLDERS, by source name. */
export function readAbiFolders(): Map<string, Equate[]> {
  const sources = ABI_FOLDERS.flatMap((folder) => {
    const path = join(REPOSITORY_ROOT, folder);
    const files = existsSync(path)
      ? readdirSync(path)
          .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
          .sort()
      : [];
    return files.map((file) => ({ name: basename(file, ".ts"), text: readFileSync(join(path, file), "utf8") }));
  });
  return readAbi(sources);
}

/** Writes one .inc file for each source of ABI_FOLDERS into the directory (build/abi by default) and returns that directory. */
export function writeAbiIncludes(outDirectory: string = join(REPOSITORY_ROOT, "build", "abi")): string {
  mkdirSync(outDirectory, { recursive: true });
  for (const [name, equates] of readAbiFolders()) writeFileSync(join(outDirectory, `${name}.inc`), printInclude(name, equates));
  return outDirectory;
}
