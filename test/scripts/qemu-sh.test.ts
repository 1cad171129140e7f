// qemu.sh: the command a person types, from outside: help, wrong options, the doctor, the printed command, QEMU's failures.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

function qemuSh(parameters: readonly string[], environment: Record<string, string> = {}): Outcome {
  const result = spawnSync(join(REPOSITORY_ROOT, "qemu.sh"), parameters, {
    encoding: "utf8",
    env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", ...environment },
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
  t.is(output.trim().split("\n").length, 8);
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
  t.regex(direct.output, /-kernel \S*kernel\.elf -initrd \S*modules -s -S -d int$/m);
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

const DIRECT = ["--no-build", "--firmware", "direct", "--accel", "tcg", "--headless", "--"];

test("QEMU's own words and status come through when it refuses to start", (t) => {
  const kernel = buildEchoGuest(`echo-guest-${process.pid}`);
  const real = standIn(t, `exec qemu-system-x86_64 -display none -kernel "${kernel}" -device no-such-device`);
  const { status, errors } = qemuSh(DIRECT, real);
  t.is(status, 1);
  t.regex(errors, /'no-such-device' is not a valid device model name/);
  t.regex(errors, /QEMU ended with status 1/);
});

test("the guest's power-off is status 0", (t) => {
  t.is(qemuSh(DIRECT, standIn(t, "exit 0")).status, 0);
});

test("a QEMU that cannot be started is reported as that", (t) => {
  const { status, errors } = qemuSh(DIRECT, { QEMU: join(tmpdir(), "no-such-qemu") });
  t.is(status, 1);
  t.regex(errors, /QEMU could not be started: .*ENOENT/);
});
