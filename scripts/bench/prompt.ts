// Prompt: what every measurement in a guest begins with: the system booted to its prompt, and a command run there.

import { DISK_IMAGE, KERNEL, MODULES } from "../build-products.ts";
import { type Guest, type GuestOptions, withGuest } from "../qemu/guest.ts";

const BOOT_TIMEOUT_MS = 50_000;
const ANSWER = /\n([\s\S]*?)\nmicrokernel\$ /;
const LIFETIME_MS = 110_000;

/** One tick of the time stamp counter is one guest instruction: docs/benchmarks.md. */
export const INSTRUCTION_COUNT = { accelerator: "tcg", cpu: "max", processorCount: 1, icount: "shift=0,sleep=off" } as const;
export const directMachine: GuestOptions = { firmware: "direct", kernelPath: KERNEL, modulesPath: MODULES };
export const diskMachine: GuestOptions = { firmware: "bios", imagePath: DISK_IMAGE };

/** Boots to the prompt and hands the guest on. */
export function atPrompt<T>(machine: GuestOptions, body: (guest: Guest) => Promise<T>): Promise<T> {
  return withGuest({ lifetimeMs: LIFETIME_MS, ...machine }, async (guest) => {
    await guest.waitFor("microkernel$ ", BOOT_TIMEOUT_MS);
    return body(guest);
  });
}

/** Types a command at the prompt and gives the lines it wrote. */
export async function runCommand(guest: Guest, command: string): Promise<string[]> {
  guest.send(`${command}\r`);
  const [, text = ""] = await guest.waitFor(ANSWER, BOOT_TIMEOUT_MS);
  return text.split("\n");
}
