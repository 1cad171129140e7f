// Acceleration: whether the KVM of this computer is worth using. It may exist and be a hundred times slower than TCG.
// Three gates: /dev/kvm opens read-write, the CPU has virtualisation, and a timed 64-bit loop ends in time.

import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { machineArguments } from "./machine.ts";

declare const REPOSITORY_ROOT: string;

/** Limit for the probe's million turns. */
const LOOP_LIMIT_MS = 1000;
/** Limit for QEMU to start and get to the loop. */
const START_LIMIT_MS = 3000;

/** The accelerator to use, and why it is not KVM when it is not. */
export interface Acceleration {
  accelerator: "tcg" | "kvm";
  reason: string;
}

/** Whether the list of processors, as /proc/cpuinfo prints it, has virtualisation. */
export function hasVirtualisation(processorList: string): boolean {
  return /^flags\s*:.*\b(?:vmx|svm)\b/m.test(processorList);
}

function opensReadWrite(device: string): boolean {
  try {
    closeSync(openSync(device, "r+"));
    return true;
  } catch {
    return false;
  }
}

function readProcessorList(): string {
  try {
    return readFileSync("/proc/cpuinfo", "latin1");
  } catch {
    return "";
  }
}

/** Goes through the three gates, the cheap ones first. */
export async function chooseAccelerator(qemuProgram: string): Promise<Acceleration> {
  if (!opensReadWrite("/dev/kvm")) return { accelerator: "tcg", reason: "/dev/kvm cannot be opened for reading and writing" };
  if (!hasVirtualisation(readProcessorList())) return { accelerator: "tcg", reason: "the CPU shows neither vmx nor svm" };
  const elapsedMs = await timeProbe(qemuProgram, "kvm");
  if (elapsedMs === undefined) return { accelerator: "tcg", reason: "the KVM probe did not end" };
  if (elapsedMs > LOOP_LIMIT_MS) return { accelerator: "tcg", reason: `KVM needed ${elapsedMs} ms for a million turns` };
  return { accelerator: "kvm", reason: `a million turns in ${elapsedMs} ms` };
}

function buildProbe(): string | undefined {
  const source = join(REPOSITORY_ROOT, "scripts", "qemu", "kvm-probe.asm");
  const output = join(REPOSITORY_ROOT, "build", "tools", "kvm-probe.elf");
  mkdirSync(join(REPOSITORY_ROOT, "build", "tools"), { recursive: true });
  const isFresh = (statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0) > statSync(source).mtimeMs;
  if (isFresh) return output;
  return spawnSync("nasm", ["-f", "bin", "-o", output, source], { stdio: "inherit" }).status === 0 ? output : undefined;
}

/** Milliseconds of the probe's loop on an accelerator, or undefined when it did not come to its end. */
export function timeProbe(qemuProgram: string, accelerator: "tcg" | "kvm"): Promise<number | undefined> {
  const kernelPath = buildProbe();
  if (kernelPath === undefined) return Promise.resolve(undefined);
  const parameters = machineArguments({ kernelPath, accelerator, serial: "stdio", debugExit: true, exitOnReset: true, memoryMib: 32 });
  const child = spawn(qemuProgram, parameters, { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS + LOOP_LIMIT_MS);
    let began: number | undefined;
    let elapsedMs: number | undefined;
    child.stdout.on("data", (bytes: Buffer) => {
      const text = bytes.toString("latin1");
      if (text.includes("b")) began = performance.now();
      if (text.includes("e") && began !== undefined) elapsedMs = Math.round(performance.now() - began);
    });
    const settle = (): void => {
      clearTimeout(timer);
      resolve(elapsedMs);
    };
    child.on("error", settle);
    child.on("close", settle);
  });
}
