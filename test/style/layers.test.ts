// Layers: the repository keeps them, and a forbidden import planted in any layer is found.

import test from "ava";
import { checkLayers, layers } from "../../scripts/lint/layers.ts";
import { checkSources, violationText } from "../../scripts/lint/sources.ts";

/** A file of each layer with an import that its row does not allow. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ["abi/syscall.ts", "../runtime/core/memory.ts"],
  ["runtime/core/memory.ts", "../user/ipc.ts"],
  ["runtime/heaps/list.ts", "../linux/system.ts"],
  ["runtime/user/ipc.ts", "../../kernel/main.ts"],
  ["runtime/linux/console.ts", "../user/ipc.ts"],
  ["runtime/node/fs.ts", "../linux/system.ts"],
  ["kernel/arch/x64/cpu.ts", "../../memory/frames.ts"],
  ["kernel/memory/frames.ts", "../object/pool.ts"],
  ["kernel/object/pool.ts", "../sched/run-queue.ts"],
  ["kernel/sched/run-queue.ts", "../ipc/endpoint.ts"],
  ["kernel/ipc/endpoint.ts", "../syscall/dispatch.ts"],
  ["kernel/syscall/dispatch.ts", "../main.ts"],
  ["kernel/main.ts", "../daemons/console/protocol.ts"],
  ["daemons/console/main.ts", "../keyboard/scan-codes.ts"],
  ["programs/shell.ts", "../daemons/console/screen.ts"],
  ["image/default.ts", "../kernel/main.ts"],
  ["compiler/support/assert.ts", "../ir/types.ts"],
  ["compiler/object/elf.ts", "../link/linker.ts"],
  ["compiler/debug/dwarf.ts", "../link/linker.ts"],
  ["compiler/ir/types.ts", "../analysis/liveness.ts"],
  ["compiler/analysis/liveness.ts", "../passes/fold.ts"],
  ["compiler/passes/fold.ts", "../target/x64/select.ts"],
  ["compiler/frontend/lower.ts", "../passes/fold.ts"],
  ["compiler/frontend/types/types.ts", "../expressions/lower-expressions.ts"],
  ["compiler/target/x64/select.ts", "../../link/linker.ts"],
  ["compiler/link/linker.ts", "../driver.ts"],
  ["compiler/driver.ts", "../kernel/main.ts"],
  ["scripts/build.ts", "../kernel/main.ts"],
];

for (const [file, specifier] of FORBIDDEN) {
  test(`${file} may not import ${specifier}`, (t) => {
    const violations = checkLayers(file, `// Header.\n\nimport { planted } from "${specifier}";\n`);
    t.is(violations.length, 1);
    t.is(violations[0]?.line, 3);
  });
}

test("a forbidden import is planted in every layer but the tests'", (t) => {
  const planted = new Set(FORBIDDEN.map(([file]) => file));
  const uncovered = layers.filter(({ folder }) => {
    const pattern = new RegExp(`^${folder.replaceAll("*", "[^/]+")}`);
    return ![...planted].some((file) => pattern.test(file));
  });
  t.deepEqual(
    uncovered.map((layer) => layer.folder),
    ["test/"],
  );
});

test("every form of an import is seen", (t) => {
  const forms = [
    'import type { A } from "../ir/types.ts";',
    'import { type A } from "../ir/types.ts";',
    'import * as types from "../ir/types.ts";',
    'import "../ir/types.ts";',
    'export { A } from "../ir/types.ts";',
    'export * from "../ir/types.ts";',
    'import {\n  A,\n  B,\n} from "../ir/types.ts";',
    'const types = await import("../ir/types.ts");',
  ];
  for (const form of forms) t.is(checkLayers("compiler/support/assert.ts", form).length, 1, form);
});

test("packages are allowed by name: no Node in what we compile, TypeScript in the front end alone", (t) => {
  const count = (file: string, line: string): number => checkLayers(file, line).length;
  t.is(count("kernel/main.ts", 'import { readFileSync } from "node:fs";'), 1);
  t.is(count("kernel/main.ts", 'import { inb } from "tsmetal/unsafe";'), 0);
  t.is(count("compiler/ir/types.ts", 'import { inb } from "tsmetal/unsafe";'), 1);
  t.is(count("compiler/ir/types.ts", 'import fastCheck from "fast-check";'), 1);
  t.is(count("compiler/frontend/load.ts", 'import ts from "typescript";'), 0);
  t.is(count("compiler/frontend/lower.ts", 'import ts from "typescript";'), 0);
  t.is(count("compiler/passes/fold.ts", 'import type ts from "typescript";'), 1);
});

test("one file has TypeScript read programs", (t) => {
  const use = "const program = ts.createProgram(files, options);";
  t.deepEqual(checkLayers("compiler/frontend/load.ts", use), []);
  t.is(checkLayers("compiler/frontend/lower.ts", `\n${use}`)[0]?.line, 2);
});

test("what is allowed is not reported", (t) => {
  const allowed = [
    ["kernel/ipc/endpoint.ts", "../object/pool.ts"],
    ["kernel/main.ts", "./arch/x64/cpu.ts"],
    ["daemons/console/main.ts", "../keyboard/protocol.ts"],
    ["daemons/console/main.ts", "./screen.ts"],
    ["programs/shell.ts", "../daemons/console/protocol.ts"],
    ["compiler/driver.ts", "./link/linker.ts"],
  ] as const;
  for (const [file, specifier] of allowed) t.deepEqual(checkLayers(file, `import { a } from "${specifier}";`), [], `${file} ${specifier}`);
});

test("the repository keeps its layers and is tidy", (t) => {
  t.deepEqual(checkSources().map(violationText), []);
});
