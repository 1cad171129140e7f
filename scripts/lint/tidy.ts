// Tidy: what no linter sees: header comments, names, leftovers, machine paths, nasm includes, committed build products.
// Invariant: every check looks at one file's path and text, so that a test can plant a fault without touching the disk.

import { basename, dirname, join, normalize } from "node:path";
import type { Violation } from "./layers.ts";

const LINES_MAX = 500;
const LINE_LENGTH_MAX = 140;

const CODE = /\.(?:ts|mjs|asm|inc|sh)$/;
const TYPESCRIPT = /\.(?:ts|mjs)$/;
const COMMENT = /^\s*(?:\/\/|\/?\*)/;
const NASM = /\.(?:asm|inc)$/;

/** Tables are as long as what they list; a texts folder or a fixture holds what a test needs. */
const LONG_TABLES = ["compiler/target/x64/insts.ts"];
const FIXTURES = /^test\/.*\/(?:goldens|cases|fixtures|reject)\//;
/** Programs that show the language are as a user writes them. */
const USER_STYLE = /^test\/(?:language|bench)\//;

/** Words in a file's or folder's name that say nothing about what is inside. */
const EMPTY_WORDS = ["util", "utils", "helper", "helpers", "common", "manager", "data", "info", "misc"];
const EXCEPTED_NAMES = ["boot-info.ts", "boot-info.inc"];
const EMPTY_TYPE_NAME = /\b(?:class|interface|type|enum)\s+(\w*(?:Util|Utils|Helper|Helpers|Manager|Misc))\b/;

/** Built by spelling out, so that this file does not contain what it forbids. */
const UNTRACKED_LEFTOVER = new RegExp(
  `\\b(?:${["TO", "DO"].join("")})\\b(?!\\(#\\d+\\))|\\b${["FIX", "ME"].join("")}\\b|\\b${["X", "XX"].join("")}\\b`,
);
const MACHINE_PATH = /(?:^|[\s"'`(=:])\/(?:home|Users|root|work|tmp)\/\w/;
const BUILD_PRODUCT = /\.(?:o|elf|img|bin|map|efi|EFI|iso|log|fd|rom|tsbuildinfo)$|^(?:build|node_modules|dist)\//;

type Check = (file: string, lines: readonly string[]) => (readonly [line: number, message: string])[];

function firstContentLine(file: string, lines: readonly string[]): number {
  return file.endsWith(".sh") || lines[0]?.startsWith("#!") === true ? 1 : 0;
}

const checkHeader: Check = (file, lines) => {
  if (!CODE.test(file) || USER_STYLE.test(file)) return [];
  const first = lines[firstContentLine(file, lines)] ?? "";
  const mark = TYPESCRIPT.test(file) ? "// " : NASM.test(file) ? "; " : "# ";
  const isHeader = first.startsWith(mark) && first.length > mark.length + 10;
  return isHeader ? [] : [[1, "opens without a header comment that says what the file is"]];
};

const checkLength: Check = (file, lines) => {
  if (!CODE.test(file) || LONG_TABLES.includes(file)) return [];
  const tooMany: [number, string][] =
    lines.length - 1 > LINES_MAX ? [[LINES_MAX, `has more than ${LINES_MAX} lines; split it by meaning`]] : [];
  const isOurs = TYPESCRIPT.test(file) ? COMMENT : /./; // the formatter breaks code; a long text cannot be broken
  const isLong = (line: string): boolean => line.length > LINE_LENGTH_MAX && isOurs.test(line);
  return [...tooMany, ...perLine(lines, (line) => (isLong(line) ? `line longer than ${LINE_LENGTH_MAX}` : undefined))];
};

const checkName: Check = (file, lines) => {
  if (!CODE.test(file) || FIXTURES.test(file)) return [];
  const names = file.split("/");
  const empty = names.flatMap((name) => name.replace(/\..*$/, "").split("-")).filter((word) => EMPTY_WORDS.includes(word));
  const isExcepted = EXCEPTED_NAMES.includes(basename(file));
  const inPath: [number, string][] = empty.length > 0 && !isExcepted ? [[1, `the name says nothing: ${empty.join(", ")}`]] : [];
  if (!TYPESCRIPT.test(file)) return inPath;
  return [...inPath, ...perLine(lines, (line) => EMPTY_TYPE_NAME.exec(line)?.[1]?.concat(" is a name that says nothing"))];
};

const checkLeftovers: Check = (file, lines) => {
  if (!CODE.test(file) || FIXTURES.test(file)) return [];
  return perLine(lines, (line) => (UNTRACKED_LEFTOVER.test(line) ? "leftover without an issue's number" : undefined));
};

const checkMachinePaths: Check = (file, lines) => {
  if (file === "package-lock.json") return [];
  return perLine(lines, (line) => (MACHINE_PATH.test(line) ? "names a path of one computer" : undefined));
};

const checkBuildProduct: Check = (file) => (BUILD_PRODUCT.test(file) ? [[1, "is a build product and must not be committed"]] : []);

function perLine(lines: readonly string[], look: (line: string) => string | undefined): [number, string][] {
  return lines.flatMap((line, index): [number, string][] => {
    const message = look(line);
    return message === undefined ? [] : [[index + 1, message]];
  });
}

const checks: readonly Check[] = [checkHeader, checkLength, checkName, checkLeftovers, checkMachinePaths, checkBuildProduct];

/** Everything untidy about one file. Paths are relative to the repository, with slashes. */
export function checkTidy(file: string, text: string): Violation[] {
  const lines = text.split("\n");
  return checks.flatMap((check) => check(file, lines).map(([line, message]) => ({ file, line, message })));
}

const INCLUDE = /^\s*%include\s+"([^"]+)"/;
/** Where nasm is told to look besides the file's own folder. */
const INCLUDE_FOLDERS = ["", "boot/", "kernel/arch/x64/"];

/** nasm includes of one file that name no file of the repository. */
export function checkIncludes(file: string, text: string, exists: (path: string) => boolean): Violation[] {
  if (!NASM.test(file)) return [];
  const missing = perLine(text.split("\n"), (line) => {
    const name = INCLUDE.exec(line)?.[1];
    if (name === undefined) return undefined;
    const layout = `${basename(name, ".inc")}.ts`;
    const generatedFrom = [`abi/${layout}`, join(dirname(file), "layout", layout)];
    const candidates = [join(dirname(file), name), ...generatedFrom, ...INCLUDE_FOLDERS.map((folder) => folder + name)];
    return candidates.some((candidate) => exists(normalize(candidate))) ? undefined : `includes ${name}, which is not there`;
  });
  return missing.map(([line, message]) => ({ file, line, message }));
}
