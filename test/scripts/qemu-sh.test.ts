// qemu.sh: the command a person types, from outside: help, wrong options, the doctor, the printed command, QEMU's failures.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";
import { buildEchoGuest } from "../qemu/echo-guest.ts";

declare const REPOSITORY_ROOT: string;

interface Outcome {
  status: number | null;
  output: string;
  errors: string;
}

/** A repository with nothing built and the packages of this one: what is built here must not matter. */
const copy = mkdtempSync(join(tmpdir(), "microkernel-"));
cpSync(join(REPOSITORY_ROOT, "scripts"), join(copy, "scripts"), { recursive: true });
for (const file of ["qemu.sh", "package.json", "package-lock.json"]) cpSync(join(REPOSITORY_ROOT, file), join(copy, file));
symlinkSync(join(REPOSITORY_ROOT, "node_modules"), join(copy, "node_modules"));
test.after.always(() => rmSync(copy, { recursive: true, force: true }));

const ENVIRONMENT = { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "" };

function qemuSh(parameters: readonly string[], environment: Record<string, string> = {}): Outcome {
  const result = spawnSync(join(copy, "qemu.sh"), parameters, {
    encoding: "utf8",
    env: { ...ENVIRONMENT, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { status: result.status, output: result.stdout, errors: result.stderr };
}

test("--help", (t) => {
  const { status, output } = qemuSh(["--help"]);
  t.is(status, 0);
  t.regex(output, /^usage: \.\/qemu\.sh/);
});

test("a wrong option is one line and status 2", (t) => {
  const { status, errors } = qemuSh(["--smp", "many"]);
  t.is(status, 2);
  t.is(errors, "qemu.sh: --smp takes a whole number from 1 to 255, not 'many'\n");
});

test("--check says a line for each tool", (t) => {
  const { status, output } = qemuSh(["--check"]);
  t.is(status, 0, output);
  t.regex(output, /^ok {7}node {6}\d+\.\d+\.\d+ +needed: 20\.19 or newer$/m);
  t.is(output.trim().split("\n").length, 9);
});

test("--check with a tool too old says so, with the cure, and has status 1", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "nasm"), "#!/bin/sh\necho NASM version 2.10\n");
  chmodSync(join(folder, "nasm"), 0o755);
  const { status, output, errors } = qemuSh(["--check"], { PATH: `${folder}:${process.env.PATH ?? ""}` });
  t.is(status, 1);
  t.regex(output, /^too old {2}nasm {6}2\.10 +needed: 2\.15 or newer$/m);
  t.regex(errors, /nasm 2\.15 or newer: assembles/);
});

test("--print prints the command alone, for each firmware and disk", (t) => {
  const bios = qemuSh(["--print", "--headless", "--accel", "tcg"]);
  t.is(bios.status, 0);
  t.is(bios.output.trim().split("\n").length, 1);
  t.regex(bios.output, /^qemu-system-x86_64 -machine q35 -accel tcg .*-serial mon:stdio.*-device virtio-blk-pci,drive=disk0/);
  t.notRegex(bios.output, /isa-debug-exit|-no-reboot/);
  const uefi = qemuSh(["--print", "--firmware=uefi", "--disk=usb", "--smp=4", "--memory=512"]);
  t.regex(uefi.output, /-smp 4 -m 512 .*OVMF_CODE.*-device usb-storage,drive=disk0/i);
  const direct = qemuSh(["--print", "--firmware", "direct", "--gdb", "--", "-d", "int"]);
  t.regex(direct.output, /-kernel \S*kernel\.elf -initrd \S*modules -gdb tcp::1234 -S -d int$/m);
});

test("an IDE disk comes with the machine that has an IDE controller", (t) => {
  t.regex(qemuSh(["--print", "--disk=ide"]).output, /-machine pc .*-device ide-hd,bus=ide\.0,unit=0/);
  t.regex(qemuSh(["--print", "--disk=ahci"]).output, /-machine q35 .*-device ide-hd,bus=ide\.0,drive/);
});

function standIn(t: ExecutionContext, body: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "qemu"), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, "qemu"), 0o755);
  return { QEMU: join(folder, "qemu") };
}

const DIRECT = ["--no-build", "--firmware", "direct", "--accel", "tcg", "--headless"];

test.serial("what is not built yet is named, and nothing is started", (t) => {
  const { status, errors } = qemuSh(DIRECT, standIn(t, "echo started >&2"));
  t.is(status, 1);
  t.regex(errors, /not built yet: .*kernel\.elf, .*modules; leave --no-build out/);
  t.notRegex(errors, /^started$/m);
});

test.serial("a build that fails ends with that, and nothing is started", (t) => {
  writeFileSync(join(copy, "scripts", "build.ts"), 'process.stderr.write("no luck\\n");\nprocess.exit(3);\n');
  const { status, output, errors } = qemuSh(["--headless"], standIn(t, "echo started"));
  t.is(status, 1);
  t.is(output, "");
  t.is(errors, "no luck\nqemu.sh: the build failed; see above\n");
});

test.serial("with a kernel: typed at the terminal, answered by the guest, ended by Ctrl-A x", async (t) => {
  mkdirSync(join(copy, "build"), { recursive: true });
  cpSync(buildEchoGuest(`echo-guest-${process.pid}`), join(copy, "build", "kernel.elf"));
  writeFileSync(join(copy, "build", "modules"), "");
  const child = spawn(join(copy, "qemu.sh"), DIRECT, { env: ENVIRONMENT, stdio: ["pipe", "pipe", "inherit"] });
  const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
  let output = "";
  child.stdout.setEncoding("latin1").on("data", (text: string) => {
    if (output === "") child.stdin.write("h");
    output += text;
    if (output.includes("[h]")) child.stdin.write("\x01x");
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  t.is(status, 0);
  t.regex(output, /echo guest ready\r?\n\[h\]/);
});

test.serial("QEMU's own words and status come through when it refuses to start", (t) => {
  const { status, errors } = qemuSh([...DIRECT, "--", "-device", "no-such-device"]);
  t.is(status, 1);
  t.regex(errors, /'no-such-device' is not a valid device model name/);
  t.regex(errors, /QEMU ended with status 1; its own words are above\ncommand: qemu-system-x86_64 /);
});

test.serial("the guest's power-off is status 0", (t) => {
  t.is(qemuSh(DIRECT, standIn(t, "exit 0")).status, 0);
});

test.serial("a QEMU that cannot be started is reported as that", (t) => {
  const { status, errors } = qemuSh(DIRECT, { QEMU: join(tmpdir(), "no-such-qemu") });
  t.is(status, 1);
  t.regex(errors, /QEMU could not be started: .*ENOENT/);
});

test("packages other than those of package-lock.json are refused before anything runs on them", (t) => {
  const other = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(other, { recursive: true, force: true }));
  cpSync(join(REPOSITORY_ROOT, "scripts"), join(other, "scripts"), { recursive: true });
  const result = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/lint.ts"], { cwd: other, encoding: "utf8" });
  t.is(result.status, 1);
  t.is(result.stderr, "node_modules is not what package-lock.json says. Run ./qemu.sh --setup\n");
});
