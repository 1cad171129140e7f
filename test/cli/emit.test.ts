// --emit: each form can be read again by what it is for: the parsers, a linker, people.

import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { assemble } from "../../compiler/assemble.ts";
import { profileAssembly } from "../../compiler/driver.ts";
import { parseModule } from "../../compiler/ir/parse.ts";
import { verifyModule } from "../../compiler/ir/verify.ts";
import { LINUX_LAYOUT } from "../../compiler/link/layouts.ts";
import { link } from "../../compiler/link/linker.ts";
import { readElfObject } from "../../compiler/object/elf-reader.ts";
import { parseLir } from "../../compiler/target/x64/lir-parse.ts";
import { compiler, Folder, run } from "./tsmetal.ts";

declare const REPOSITORY_ROOT: string;

const folder = new Folder({
  "main.ts": [
    "/** @noinline */",
    "function raised(base: number, exponent: number): number {",
    "  let result = 1;",
    "  for (let count = 0; count < exponent; count++) result *= base;",
    "  return result;",
    "}",
    'console.log("2 ** 10 =", raised(2, 10));',
    "",
  ].join("\n"),
});

function emit(form: string, ...options: string[]): string {
  const { status, stderr } = folder.tsmetal(["build", "main.ts", "--emit", form, ...options]);
  if (status !== 0) throw new Error(stderr);
  return join(folder.path, `main.${form === "obj" ? "o" : form}`);
}

test("hir is a module that the parser and the verifier accept", (t) => {
  const module = parseModule(readFileSync(emit("hir"), "utf8"));
  t.deepEqual(verifyModule(module), []);
  t.true(module.functions.some((fn) => fn.name === "raised"));
});

test("lir has every function, on virtual registers", (t) => {
  const text = readFileSync(emit("lir"), "utf8");
  const functions = text.split(/^(?=lir )/m).filter((part) => part.startsWith("lir "));
  const raised = functions.find((part) => part.startsWith('lir "raised"'));
  t.truthy(raised);
  t.is(parseLir(raised ?? "").symbol, "raised");
});

test("asm shows the source lines before what they became, with labels for jumps", (t) => {
  const text = readFileSync(emit("asm"), "utf8");
  const raised = /^raised:\n(.*?)^$/ms.exec(text)?.[1] ?? "";
  t.regex(raised, /^ {4}; main\.ts:4 {2}for \(let count = 0;/m);
  t.regex(raised, /^\.L\d+:\n/m);
  t.regex(raised, /^ {4}j\w+ \.L\d+$/m);
  t.regex(raised, /^ {4}ret$/m);
  t.regex(text, /^ {4}call .*; raised$/m);
});

test("obj is an ELF object that links with the runtime's assembly to the same program", (t) => {
  const object = readElfObject(readFileSync(emit("obj")), "main.o");
  const runtime = profileAssembly(join(REPOSITORY_ROOT, "runtime"), "linux").map((file) =>
    readElfObject(assemble(file, "elf64", []), file),
  );
  const linked = link([object, ...runtime], LINUX_LAYOUT);
  t.deepEqual(linked.errors, []);
  const program = join(folder.path, "relinked");
  writeFileSync(program, linked.bytes ?? new Uint8Array(0));
  chmodSync(program, 0o755);
  t.is(run(program, [], folder.path).stdout, "2 ** 10 = 1024\n");
});

test("-o - writes to standard output, --emit takes known forms with build only", (t) => {
  t.regex(folder.tsmetal(["build", "main.ts", "--emit", "lir", "-o", "-"]).stdout, /^lir "/);
  t.deepEqual(folder.tsmetal(["build", "main.ts", "--emit", "wasm"]), {
    status: 2,
    stdout: "",
    stderr: "tsmetal: --emit takes one of hir, lir, asm, obj, not wasm\n",
  });
  t.is(folder.tsmetal(["run", "main.ts", "--emit", "asm"]).stderr, "tsmetal: --emit is for build\n");
});

test("a reader of standard output may stop before its end", (t) => {
  const words = [process.execPath, compiler, "build", "main.ts", "--emit", "hir", "-o", "-"];
  const answer = run("sh", ["-c", `"$@" | head -c 7`, "sh", ...words], folder.path);
  t.deepEqual(answer, { status: 0, stdout: "module ", stderr: "" });
});

test("--strip leaves out what debuggers read, and the program runs", (t) => {
  folder.tsmetal(["build", "main.ts", "-o", "full"]);
  folder.tsmetal(["build", "main.ts", "-o", "stripped", "--strip"]);
  const [full, stripped] = ["full", "stripped"].map((name) => readFileSync(join(folder.path, name)));
  t.true(full.includes(".debug_info") && !stripped.includes(".debug_info"));
  t.true(stripped.length < full.length);
  t.is(run(join(folder.path, "stripped"), [], folder.path).stdout, "2 ** 10 = 1024\n");
});

test("reports: times add up below the total, sizes above their parts", (t) => {
  const { stdout, stderr } = folder.tsmetal(["build", "main.ts", "--time-passes", "--size-report", "-o", "reported"]);
  const rows = [...stderr.matchAll(/^ *([\d.]+) ms +\d+ % {2}(\S.*)$/gm)].map(([, milliseconds, name]) => ({
    name,
    milliseconds: Number(milliseconds),
  }));
  const own = rows.pop();
  const total = rows.pop();
  t.is(total?.name, "all");
  const sum = (counted: (name: string) => boolean): number =>
    rows.reduce((milliseconds, row) => milliseconds + (counted(row.name) ? row.milliseconds : 0), 0);
  t.true(sum(() => true) <= (total?.milliseconds ?? 0) + 1);
  t.true(sum((name) => name === "TypeScript: read and check") > 0);
  t.regex(own?.name ?? "", /^all but TypeScript: \d+ ms for 5000 lines of the program$/);
  t.true(Math.abs(sum((name) => !name.startsWith("TypeScript")) - (own?.milliseconds ?? 0)) < 1);
  const lines = readFileSync(join(folder.path, "main.ts"), "utf8").split("\n").length - 1;
  t.regex(stderr, new RegExp(`lines: ${lines} of the program, \\d{4,} of the runtime`));
  const text = [...stdout.matchAll(/^ *(\d+) {2}\.text +(\S.*)$/gm)].map(([, sizeBytes, name]) => ({ name, sizeBytes: Number(sizeBytes) }));
  t.is(text[0].name, "all");
  t.is(
    text.slice(1).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    text[0].sizeBytes,
  );
});
