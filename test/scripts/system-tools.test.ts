// System tools: what is missing is said at once with its reason, and installed only after a yes, as root or by sudo.
// The package managers, sudo and id are small stand-ins on a path of their own that write down how they were called.

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";

declare const REPOSITORY_ROOT: string;

/** What the scripts themselves use of a system. */
const BASE_COMMANDS = ["sh", "dirname", "printf", "env", "cat"];

interface Computer {
  isRoot: boolean;
  hasSudo: boolean;
  packageManager?: string;
  /** Commands already there. */
  present?: readonly string[];
}

interface Outcome {
  status: number | null;
  errors: string;
  /** Each call of the package manager, in order. */
  calls: string[];
}

function which(command: string): string {
  return spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).stdout.trim();
}

function addCommand(folder: string, name: string, body: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** A repository of which nothing is built: in the real one the set-up may have put a Node of its own under build/. */
function copyOfScripts(folder: string): string {
  const copy = join(folder, "repository");
  cpSync(join(REPOSITORY_ROOT, "scripts", "setup"), join(copy, "scripts", "setup"), { recursive: true });
  cpSync(join(REPOSITORY_ROOT, "qemu.sh"), join(copy, "qemu.sh"));
  return copy;
}

function run(t: ExecutionContext, computer: Computer, script: string, parameters: readonly string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of BASE_COMMANDS) {
    const path = which(name);
    if (path.startsWith("/")) symlinkSync(path, join(folder, name));
  }
  const log = join(folder, "calls");
  addCommand(folder, "id", `echo ${computer.isRoot ? 0 : 1000}`);
  if (computer.hasSudo) addCommand(folder, "sudo", 'SUDO=sudo; export SUDO; exec "$@"');
  if (computer.packageManager !== undefined) {
    addCommand(folder, computer.packageManager, `echo "$SUDO \${0##*/} $*" >>"${log}"`);
  }
  for (const name of computer.present ?? []) addCommand(folder, name, "exit 0");
  const result = spawnSync(which("sh"), [join(copyOfScripts(folder), script), ...parameters], {
    encoding: "utf8",
    env: { PATH: folder, SUDO: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const calls = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  return { status: result.status, errors: result.stderr, calls: calls.map((call) => call.trim()) };
}

const SCRIPT = "scripts/setup/system-tools.sh";
const debian: Computer = { isRoot: true, hasSudo: false, packageManager: "apt-get" };

test("all that is missing is named with its reason and one install line, and nothing is done without a yes", (t) => {
  const { status, errors, calls } = run(t, debian, SCRIPT, ["nasm", "qemu"]);
  t.is(status, 1);
  t.regex(errors, /nasm 2\.15 or newer: assembles the boot code/);
  t.regex(errors, /qemu 7\.2 or newer: is the PC/);
  t.regex(errors, /^ {2}apt-get install -y --no-install-recommends nasm qemu-system-x86$/m);
  t.regex(errors, /again with --yes/);
  t.deepEqual(calls, []);
});

test("--yes installs as root, after the package index was refreshed", (t) => {
  const { status, calls } = run(t, debian, SCRIPT, ["--yes", "nasm", "mtools"]);
  t.is(status, 0);
  t.deepEqual(calls, ["apt-get update -q", "apt-get install -y --no-install-recommends nasm mtools"]);
});

test("--yes installs through sudo as a user", (t) => {
  const { status, calls } = run(t, { ...debian, isRoot: false, hasSudo: true }, SCRIPT, ["--yes", "nasm"]);
  t.is(status, 0);
  t.deepEqual(calls, ["sudo apt-get update -q", "sudo apt-get install -y --no-install-recommends nasm"]);
});

test("a user without sudo is told what an administrator must run", (t) => {
  const { status, errors, calls } = run(t, { ...debian, isRoot: false }, SCRIPT, ["--yes", "nasm"]);
  t.is(status, 1);
  t.regex(errors, /Ask one to run:\n {2}apt-get install/);
  t.deepEqual(calls, []);
});

test("other package managers get their own names of the packages", (t) => {
  const fedora = run(t, { ...debian, packageManager: "dnf" }, SCRIPT, ["--yes", "qemu", "ovmf"]);
  t.deepEqual(fedora.calls, ["dnf install -y qemu-system-x86 edk2-ovmf"]);
  const arch = run(t, { ...debian, packageManager: "pacman" }, SCRIPT, ["--yes", "npm"]);
  t.deepEqual(arch.calls, ["pacman -S --needed --noconfirm npm"]);
});

test("without a known package manager the packages are named all the same", (t) => {
  const { status, errors } = run(t, { isRoot: true, hasSudo: false }, SCRIPT, ["--yes", "nasm", "mtools"]);
  t.is(status, 1);
  t.regex(errors, /No package manager known here was found.* nasm mtools/);
});

test("qemu.sh on a computer without Node names everything that is missing, at once", (t) => {
  const { status, errors, calls } = run(t, { ...debian, present: ["mcopy"] }, "qemu.sh", []);
  t.is(status, 1);
  for (const name of ["node", "npm", "nasm", "qemu"]) t.regex(errors, new RegExp(`^ {2}${name} .*: `, "m"));
  t.notRegex(errors, /^ {2}mtools/m, "what is there is not named");
  t.regex(errors, /apt-get install .*nodejs npm nasm qemu-system-x86/);
  t.deepEqual(calls, []);
});

test("qemu.sh --check on a computer without Node installs nothing, even with --yes", (t) => {
  const { status, calls } = run(t, debian, "qemu.sh", ["--check", "--yes"]);
  t.is(status, 1);
  t.deepEqual(calls, []);
});

test("an installation that brings no Node ends with a reason", (t) => {
  const { status, errors, calls } = run(t, debian, "qemu.sh", ["--yes"]);
  t.is(status, 1);
  t.is(calls.length, 2);
  t.regex(errors, /no Node 16 or newer was found even now/);
});
