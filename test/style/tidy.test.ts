// Tidy: each check finds the fault planted for it, and leaves the clean file alone.

import test from "ava";
import { checkIncludes, checkTidy } from "../../scripts/lint/tidy.ts";

const HEADER = "// Endpoint: rendezvous of a sender and a receiver.\n";

function messages(file: string, text: string): string[] {
  return checkTidy(file, text).map((violation) => `${violation.line}: ${violation.message}`);
}

test("a clean file is clean", (t) => {
  t.deepEqual(messages("kernel/ipc/endpoint.ts", `${HEADER}\nexport const ENDPOINTS_MAX = 4;\n`), []);
  t.deepEqual(messages("boot/mbr.asm", "; MBR: the first sector of the disk.\n"), []);
  t.deepEqual(messages("qemu.sh", "#!/bin/sh\n# qemu.sh: sets up, builds and boots.\n"), []);
});

test("a missing header comment is found", (t) => {
  const expected = ["1: opens without a header comment that says what the file is"];
  t.deepEqual(messages("kernel/a.ts", "export const a = 1;\n"), expected);
  t.deepEqual(messages("boot/a.asm", "bits 32\n"), expected);
  t.deepEqual(messages("a.sh", "#!/bin/sh\nset -e\n"), expected);
});

test("empty words are found in paths and type names", (t) => {
  t.deepEqual(messages("kernel/string-utils.ts", HEADER), ["1: the name says nothing: utils"]);
  t.deepEqual(messages("kernel/common/a.ts", HEADER), ["1: the name says nothing: common"]);
  t.deepEqual(messages("kernel/a.ts", `${HEADER}export ${"class"} PageManager {}\n`), ["2: PageManager is a name that says nothing"]);
  t.deepEqual(messages("abi/boot-info.ts", HEADER), []);
});

test("leftovers need an issue's number", (t) => {
  const mark = ["TO", "DO"].join("");
  t.deepEqual(messages("kernel/a.ts", `${HEADER}// ${mark}: later\n`), ["2: leftover without an issue's number"]);
  t.deepEqual(messages("kernel/a.ts", `${HEADER}// ${mark}(#12): later\n`), []);
  t.is(messages("kernel/a.ts", `${HEADER}// ${["FIX", "ME"].join("")}(#12)\n`).length, 1);
});

test("paths of one computer are found, also in prose", (t) => {
  t.deepEqual(messages("docs/kernel.md", `see ${["", "home", "ann", "x"].join("/")}\n`), ["1: names a path of one computer"]);
  t.deepEqual(messages("docs/kernel.md", "see /usr/share/OVMF and docs/home/x\n"), []);
});

test("build products must not be committed", (t) => {
  t.deepEqual(messages("boot/mbr.bin", ""), ["1: is a build product and must not be committed"]);
  t.deepEqual(messages("build/kernel.map", ""), ["1: is a build product and must not be committed"]);
});

test("long files and long comment lines are found", (t) => {
  t.deepEqual(messages("kernel/a.ts", HEADER + "x;\n".repeat(500)), ["500: has more than 500 lines; split it by meaning"]);
  t.deepEqual(messages("kernel/a.ts", `${HEADER}// ${"x".repeat(140)}\n`), ["2: line longer than 140"]);
  t.deepEqual(messages("boot/a.asm", `; Boot: the first instructions.\n    db ${"1,".repeat(80)}\n`), ["2: line longer than 140"]);
});

test("an include of a file that is not there is found", (t) => {
  const exists = (path: string): boolean => ["boot/serial.inc", "abi/message.ts"].includes(path);
  t.deepEqual(checkIncludes("boot/a.asm", '%include "serial.inc"\n', exists), []);
  t.deepEqual(checkIncludes("boot/a.asm", '%include "message.inc"\n', exists), [], "generated from abi/message.ts");
  t.deepEqual(checkIncludes("boot/a.asm", '\n%include "gone.inc"\n', exists), [
    { file: "boot/a.asm", line: 2, message: "includes gone.inc, which is not there" },
  ]);
});
