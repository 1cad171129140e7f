// Build: the same sources give the same bytes in any folder, and only what has changed is built again.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { TreeCopy } from "../../scripts/tree-copy.ts";
import { WatchingProcess } from "../watching-process.ts";
import { readSymbols } from "./elf-symbols.ts";

const ELF_MAGIC = 0x464c_457f;
const CLASS_64 = 2;
const EXECUTABLE = 2;

const first = new TreeCopy("a");
const second = new TreeCopy("another-folder-with-a-longer-name");
test.after.always(() => {
  first.remove();
  second.remove();
});

test.serial("built in two folders, kernel, archive, programs and image are the same bytes", (t) => {
  for (const tree of [first, second]) {
    const { status, output, rebuilt } = tree.build();
    t.is(status, 0, output);
    t.true(rebuilt.includes("build/kernel.elf"));
  }
  const programs = readdirSync(join(first.folder, "build", "programs")).map((name) => `build/programs/${name}`);
  t.true(programs.includes("build/programs/shell.elf"));
  for (const product of ["build/kernel.elf", "build/modules", "build/disk.img", ...programs]) {
    t.true(first.read(product).equals(second.read(product)), product);
  }
});

test.serial("the kernel is an ELF64 executable with symbols of assembly and TypeScript", (t) => {
  const kernel = first.read("build/kernel.elf");
  t.is(kernel.readUInt32LE(0), ELF_MAGIC);
  t.is(kernel.readUInt8(4), CLASS_64);
  t.is(kernel.readUInt16LE(16), EXECUTABLE);
  const names = readSymbols(kernel).map((symbol) => symbol.name);
  t.true(names.includes("pvh_entry"));
  t.true(names.includes("handle_trap"));
  t.true(names.length > 200, `${names.length} symbols`);
});

test.serial("a second build builds nothing, and gives the same image", (t) => {
  const image = first.read("build/disk.img");
  const { status, output, rebuilt } = first.build();
  t.is(status, 0, output);
  t.deepEqual(rebuilt, []);
  t.true(first.read("build/disk.img").equals(image));
});

test.serial("every build tells the kernel's size and the depth of its stacks, also of a kernel from before", (t) => {
  const facts = first.build().output.split("\n").slice(0, 3);
  t.regex(facts[0], /^kernel code: \d{5,} bytes$/);
  t.regex(facts[1], /^kernel stack: at most \d{4,} of 16368 bytes$/);
  t.regex(facts[2], /^interrupt stacks: at most \d{3,} of 8192 bytes$/);
});

test.serial("a program that is in the image no more leaves the folder of programs", (t) => {
  const stale = join(first.folder, "build", "programs", "ghost.elf");
  writeFileSync(stale, "from an image of before");
  t.is(first.build().status, 0);
  t.false(existsSync(stale));
});

test.serial("wrong options end with the right ones, and build nothing", (t) => {
  const { status, output } = first.build("--al");
  t.is(status, 2);
  t.regex(output, /unknown option --al/);
  t.regex(output, /--all /);
  t.is(first.build("--help").status, 0);
});

test.serial("a change in one daemon builds that daemon, and the image with it", (t) => {
  const image = first.read("build/disk.img");
  first.edit("daemons/echo/main.ts", (text) => `${text}\nexport const addedByTheTest: u32 = 1;\n`);
  const { status, output, rebuilt } = first.build();
  t.is(status, 0, output);
  t.deepEqual(rebuilt, ["build/programs/echo.elf"]);
  first.edit("daemons/echo/main.ts", (text) => text.replace("\nexport const addedByTheTest: u32 = 1;\n", ""));
  t.deepEqual(first.build().rebuilt, ["build/programs/echo.elf"]);
  t.true(first.read("build/disk.img").equals(image), "the change taken back gives the image from before");
});

test.serial("a change in a file that several programs share builds those programs", (t) => {
  first.edit("daemons/console/protocol.ts", (text) => `${text}// Added by a test.\n`);
  const { status, output, rebuilt } = first.build();
  t.is(status, 0, output);
  t.true(rebuilt.includes("build/programs/console.elf") && rebuilt.includes("build/programs/keyboard.elf"), rebuilt.join(" "));
  t.false(rebuilt.includes("build/programs/echo.elf") || rebuilt.includes("build/kernel.elf"), rebuilt.join(" "));
});

test.serial("a type error ends the build with its place and reason, and the next build without it succeeds", (t) => {
  second.edit("programs/crash.ts", (text) => `${text}\nconst wrong: u32 = "text";\n`);
  const failed = second.build();
  t.is(failed.status, 1);
  t.regex(failed.output, /programs\/crash\.ts:\d+/);
  t.regex(failed.output, /crash was not built/);
  t.notRegex(failed.output, /^\s+at .*\.mjs/m, "no stack trace of the compiler");
  second.edit("programs/crash.ts", (text) => text.replace('\nconst wrong: u32 = "text";\n', ""));
  t.is(second.build().status, 0);
});

test.serial("a wrong manifest is refused with each of its mistakes, and nothing is built", (t) => {
  second.edit("image/default.ts", (text) =>
    text.replace('connects: ["console", "init"]', 'connects: ["console", "nobody"]').replace("priority: 26", "priority: 99"),
  );
  const { status, output, rebuilt } = second.build();
  t.is(status, 1);
  t.deepEqual(rebuilt, []);
  t.deepEqual(output.trim().split("\n"), [
    "image/default.ts: keyboard: priority 99 is not in 0..31",
    "image/default.ts: shell connects to nobody, which nobody serves",
  ]);
});

test.serial("a kernel whose stack could overflow is not built, and the deepest calls are named", (t) => {
  const layout = "kernel/arch/x64/layout/cpu-block.ts";
  first.edit(layout, (text) => text.replace("KERNEL_STACK_SIZE_BYTES: u32 = 0x4000", "KERNEL_STACK_SIZE_BYTES: u32 = 0x400"));
  const { status, output } = first.build();
  t.is(status, 1);
  t.regex(output, /^kernel stack: at most \d+ of 1008 bytes, which is too little: \d+ \(syscall_entry > syscall_\w+ > /m);
  first.edit(layout, (text) => text.replace("0x400;", "0x4000;"));
  t.is(first.build().status, 0);
});

test.serial("a watching build builds what has changed, lives on after errors, and ends when its own sources change", async (t) => {
  const watching = new WatchingProcess([join(first.folder, "scripts", "run.mjs"), "scripts/build.ts", "--watch"], first.folder);
  const image = first.read("build/disk.img");
  const told = (): Promise<string> => watching.until("waiting for changes");
  const rebuilt = (text: string): string[] => [...text.matchAll(/^(build\S+): \d+ bytes/gm)].map((match) => match[1] ?? "");
  try {
    t.deepEqual(rebuilt(await told()), []);
    first.edit("daemons/echo/main.ts", (text) => `${text}\nexport const addedByTheTest: u32 = 1;\n`);
    t.deepEqual(rebuilt(await told()), ["build/programs/echo.elf"]);
    first.edit("daemons/echo/main.ts", (text) => text.replace("addedByTheTest: u32 = 1", "addedByTheTest: u32 = true"));
    t.regex(await told(), /echo was not built: 1 error/);
    first.edit("daemons/echo/main.ts", (text) => text.replace("\nexport const addedByTheTest: u32 = true;\n", ""));
    t.deepEqual(rebuilt(await told()), ["build/programs/echo.elf"]);
    t.true(first.read("build/disk.img").equals(image), "a warm compiler makes the bytes that a cold one makes");
    first.edit("compiler/driver.ts", (text) => `${text}// Added by a test.\n`);
    t.regex(await watching.until("start the build again"), /the compiler, the scripts or the image have changed/);
    t.is(await watching.end(), 1);
  } finally {
    watching.stop();
  }
});
