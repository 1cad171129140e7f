// Debugging the kernel: ./qemu.sh --gdb waits for gdb, which stops in the kernel by its TypeScript names.

import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import test from "ava";
import { KERNEL } from "../../scripts/build-products.ts";
import { takeGuestSlot } from "../../scripts/qemu/slots.ts";
import { askGdb } from "./gdb.ts";

declare const REPOSITORY_ROOT: string;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function startWaiting(port: number): Promise<ChildProcess> {
  const options = ["--no-build", "--headless", "--accel", "tcg", "--firmware", "direct", "--gdb", "--gdb-port", String(port)];
  const child = spawn(join(REPOSITORY_ROOT, "qemu.sh"), options, {
    cwd: REPOSITORY_ROOT,
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
  });
  let output = "";
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => reject(new Error(`qemu.sh ended: ${output}`)));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("QEMU waits for gdb")) resolve(child);
    });
  });
}

test("breakpoints, steps, arguments and calls in the kernel, through ./qemu.sh --gdb", async (t) => {
  const release = await takeGuestSlot(false);
  const port = await freePort();
  const guest = await startWaiting(port);
  try {
    const answers = askGdb(
      [
        "set trust-readonly-sections on",
        "set tcp connect-timeout 20",
        `target remote :${port}`,
        "hbreak kernelMain",
        "continue",
        "bt",
        "next",
        "delete",
        "hbreak createProcess",
        "continue",
        "bt 3",
        "print limitBytes > 0",
        "kill",
      ],
      KERNEL,
    );
    t.regex(answers[4], /kernelMain \(bootInfo=\d+\) at \.\/kernel\/main\.ts:\d+/);
    t.regex(answers[5], /^#0 {2}kernelMain .*\n#1 .*kernel_entry/);
    t.regex(answers[6], /^\d+\t {2}initialiseSegments\(\);$/m);
    t.regex(answers[9], /createProcess \(limitBytes=\d+\) at \.\/kernel\/object\/process\.ts:\d+/);
    t.regex(answers[10], /#[12] .*startInit .*kernel\/init-process\.ts:\d+/);
    t.is(answers[11], "$1 = 1");
  } finally {
    if (guest.pid !== undefined && guest.exitCode === null) process.kill(-guest.pid, "SIGTERM");
    release();
  }
});
