// Options of qemu.sh: what is understood, what is refused and how, and that the help text names all of them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { OPTION_NAMES, OptionError, parseOptions } from "../../scripts/setup/options.mjs";

declare const REPOSITORY_ROOT: string;

test("every option is read, in both spellings, and what follows -- is QEMU's", (t) => {
  const options = parseOptions([
    "--firmware",
    "uefi",
    "--disk=usb",
    "--smp",
    "4",
    "--memory=64",
    "--headless",
    "--no-build",
    "--",
    "-m",
    "--smp",
  ]);
  t.like(options, { firmware: "uefi", disk: "usb", smp: 4, memory: 64, headless: true, noBuild: true, print: false });
  t.deepEqual(options.extra, ["-m", "--smp"]);
});

test("without options the image boots by BIOS", (t) => {
  t.like(parseOptions([]), { firmware: "bios", disk: undefined, smp: 1, accel: "auto", yes: false, extra: [] });
});

const REFUSED: readonly (readonly [words: readonly string[], message: string])[] = [
  [["--nope"], "unknown option '--nope'; ./qemu.sh --help lists all"],
  [["disk.img"], "unknown option 'disk.img'; ./qemu.sh --help lists all"],
  [["--disk", "nvme"], "--disk takes one of virtio, ahci, ide, usb, not 'nvme'"],
  [["--firmware"], "--firmware takes one of bios, uefi, direct"],
  [["--smp", "0"], "--smp takes a whole number from 1 to 255, not '0'"],
  [["--smp", "two"], "--smp takes a whole number from 1 to 255, not 'two'"],
  [["--memory=1e3"], "--memory takes a whole number from 16 to 1048576, not '1e3'"],
  [["--memory="], "--memory takes a whole number from 16 to 1048576, not ''"],
  [["--headless=yes"], "--headless takes no value"],
];

for (const [words, message] of REFUSED) {
  test(`refused: ${words.join(" ")}`, (t) => {
    t.is(t.throws(() => parseOptions(words), { instanceOf: OptionError })?.message, message);
  });
}

test("the help text names every option and no other", (t) => {
  const help = readFileSync(join(REPOSITORY_ROOT, "scripts", "setup", "help.txt"), "utf8");
  const named = new Set([...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1]));
  t.deepEqual([...named].sort(), [...OPTION_NAMES].sort());
});
