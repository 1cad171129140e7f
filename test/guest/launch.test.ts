// Launch: what a newcomer does: ./qemu.sh, a command at the prompt, poweroff; and a shell that goes on with status 0.

import { spawn } from "node:child_process";
import { join } from "node:path";
import test from "ava";
import { takeGuestSlot } from "../../scripts/qemu/slots.ts";

declare const REPOSITORY_ROOT: string;

const TIMEOUT_MS = 60_000;

interface Run {
  status: number | null;
  output: string;
}

/** Starts qemu.sh and types each text as soon as its prompt stands there. */
async function launch(options: readonly string[], inputs: readonly string[]): Promise<Run> {
  const release = await takeGuestSlot(false);
  const child = spawn(join(REPOSITORY_ROOT, "qemu.sh"), options, { cwd: REPOSITORY_ROOT });
  const timer = setTimeout(() => child.kill("SIGTERM"), TIMEOUT_MS);
  let output = "";
  let typed = 0;
  child.stderr.setEncoding("latin1").on("data", (text: string) => {
    output += text;
  });
  child.stdout.setEncoding("latin1").on("data", (text: string) => {
    output += text;
    if (output.split("\nmicrokernel$ ").length - 1 > typed && typed < inputs.length) child.stdin.write(`${inputs[typed++]}\r`);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      release();
      resolve({ status, output });
    });
  });
}

for (const firmware of ["direct", "bios"]) {
  test(`qemu.sh --firmware ${firmware}: prompt, echo, and status 0 after poweroff`, async (t) => {
    const options = ["--no-build", "--headless", "--accel", "tcg", "--firmware", firmware];
    const { status, output } = await launch(options, ["echo hello from qemu.sh", "poweroff"]);
    t.regex(output, /\r\nhello from qemu\.sh\r\n/);
    t.is(status, 0, output);
  });
}
