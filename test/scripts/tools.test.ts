// Tools: versions are compared as numbers, and the table has what its readers expect.

import test from "ava";
import { findingLine, isVersionEnough, look, readTools, type Tool } from "../../scripts/setup/tools.mjs";

test("versions compare part by part, as numbers", (t) => {
  t.true(isVersionEnough("20.19.0", "20.19"));
  t.true(isVersionEnough("20.20.2", "20.19"));
  t.true(isVersionEnough("21", "20.19"));
  t.false(isVersionEnough("20.9.5", "20.19"));
  t.false(isVersionEnough("18.20.4", "20.19"));
  t.true(isVersionEnough("2.15.05", "2.15"));
  t.false(isVersionEnough("unknown", "2.15"));
});

test("every row of the table has a place to look, a reason and a package for each package manager", (t) => {
  const tools = readTools();
  t.deepEqual(
    tools.map((tool) => tool.name),
    ["node", "npm", "nasm", "mtools", "qemu", "ovmf", "qboot", "gdb"],
  );
  for (const tool of tools) {
    t.true((tool.command === undefined) !== (tool.files.length === 0), tool.name);
    t.truthy(tool.reason, tool.name);
    t.is(tool.packages.length, 5, tool.name);
    t.true(
      tool.packages.every((name) => /^[\w.+-]+$/.test(name)),
      tool.name,
    );
  }
});

const imaginary: Tool = {
  name: "imaginary",
  command: "no-such-command",
  files: [],
  neededVersion: "2.0",
  reason: "is for tests",
  packages: [],
};

test("a missing tool, one too old and one that fits are told apart", (t) => {
  t.deepEqual(look(imaginary), { tool: imaginary, found: undefined, isEnough: false });
  t.is(findingLine({ tool: imaginary, found: undefined, isEnough: false }), "missing  imaginary -            needed: 2.0 or newer");
  t.is(findingLine({ tool: imaginary, found: "1.9", isEnough: false }), "too old  imaginary 1.9          needed: 2.0 or newer");
  t.is(findingLine({ tool: imaginary, found: "2.1", isEnough: true }), "ok       imaginary 2.1          needed: 2.0 or newer");
});

test("files are looked for in the order of the table", (t) => {
  const tool: Tool = { name: "rom", files: ["/nowhere/a.rom", "/bin/sh"], reason: "is for tests", packages: [] };
  t.deepEqual(look(tool), { tool, found: "/bin/sh", isEnough: true });
});
