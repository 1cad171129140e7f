// Manifest: every mistake in a list of daemons and programs is named, and a right list is printed as init reads it.

import test from "ava";
import { defaultImage } from "../../image/default.ts";
import { checkImage, type ProgramEntry, printManifest } from "../../image/manifest.ts";

const good: ProgramEntry = { name: "disk", kind: "daemon", main: "daemons/disk/main.ts", priority: 20, memoryBytes: 4096, isService: true };

function mistakesOf(...entries: readonly Partial<ProgramEntry>[]): string[] {
  return checkImage({ init: "daemons/init/main.ts", entries: entries.map((entry) => ({ ...good, ...entry })) });
}

test("the default image has no mistakes", (t) => {
  t.deepEqual(checkImage(defaultImage), []);
});

test("names must be unique, short, and of the manifest's characters", (t) => {
  t.deepEqual(mistakesOf({}, {}), ["disk stands in the list twice"]);
  t.deepEqual(mistakesOf({ name: "init" }), ["init stands in the list twice"]);
  t.deepEqual(mistakesOf({ name: "two words" }), ['two words: "two words" is no name of 1 to 15 characters']);
  t.deepEqual(mistakesOf({ name: "" }), [': "" is no name of 1 to 15 characters']);
  t.deepEqual(mistakesOf({ name: "a-name-of-16-abc" }), ['a-name-of-16-abc: "a-name-of-16-abc" is no name of 1 to 15 characters']);
  t.deepEqual(mistakesOf({ ports: [{ name: "Ports", first: 0, count: 1 }] }), ['disk: "Ports" is no name of 1 to 15 characters']);
});

test("priorities are whole numbers from 0 to 31", (t) => {
  for (const priority of [-1, 32, 1.5, Number.NaN]) t.deepEqual(mistakesOf({ priority }), [`disk: priority ${priority} is not in 0..31`]);
  for (const priority of [0, 31]) t.deepEqual(mistakesOf({ priority }), []);
});

test("a heap is one of the three", (t) => {
  for (const heap of ["blocks", "list", "bump"] as const) t.deepEqual(mistakesOf({ heap }), []);
  const unknown = { heap: "garbage" } as unknown as Partial<ProgramEntry>;
  t.deepEqual(mistakesOf(unknown), ['disk: there is no heap "garbage"; there are blocks, list, bump']);
});

test("a program connects only to what somebody serves", (t) => {
  t.deepEqual(mistakesOf({ connects: ["init", "disk"] }), []);
  t.deepEqual(mistakesOf({ connects: ["net"] }), ["disk connects to net, which nobody serves"]);
  t.deepEqual(mistakesOf({}, { name: "shell", isService: false }, { name: "top", connects: ["shell"] }), [
    "top connects to shell, which nobody serves",
  ]);
});

test("all mistakes are named at once", (t) => {
  t.is(mistakesOf({ priority: 40, connects: ["a", "b"] }, {}).length, 4);
});

test("a block is printed line by line, numbers as init reads them", (t) => {
  const entry: ProgramEntry = {
    ...good,
    connects: ["console"],
    ports: [{ name: "ide", first: 0x1f0, count: 8 }],
    interrupts: [{ name: "ide.irq", line: 14 }],
    devices: [{ name: "registers", physicalAddress: 0xfeb0_0000, sizeBytes: 4096 }],
    hasFramebuffer: true,
    system: ["inspect", "log"],
  };
  t.deepEqual(printManifest({ init: "", entries: [entry] }).split("\n"), [
    "daemon disk",
    "  priority 20",
    "  memory 4096",
    "  serve",
    "  connect console",
    "  ports ide 0x1f0 8",
    "  interrupt ide.irq 14",
    "  device registers 0xfeb00000 4096",
    "  framebuffer",
    "  system inspect log",
    "",
  ]);
});
