// Boot bench: what it takes from power-on to the prompt: instructions inside, seconds outside.

import { spawn } from "node:child_process";
import { join } from "node:path";
import type { GuestOptions } from "../qemu/guest.ts";
import { atPrompt, directMachine, diskMachine, INSTRUCTION_COUNT, runCommand } from "./prompt.ts";
import { median, type Table } from "./table.ts";

declare const REPOSITORY_ROOT: string;

const PROMPT = "microkernel$ ";
const WALL_ROUNDS = 3;
const WALL_TIMEOUT_MS = 60_000;

const MACHINES: Readonly<Record<string, GuestOptions>> = {
  "direct (PVH, qboot)": directMachine,
  "BIOS, virtio disk": { ...diskMachine, disk: "virtio" },
  "BIOS, AHCI disk": { ...diskMachine, disk: "ahci" },
  "BIOS, IDE disk": { ...diskMachine, disk: "ide" },
};

/** Options of qemu.sh that name the same machines. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  "--firmware direct": ["--firmware", "direct"],
  "--firmware bios": ["--firmware", "bios"],
  "--firmware uefi": ["--firmware", "uefi"],
};

async function ticksToPrompt(machine: GuestOptions): Promise<number> {
  const lines = await atPrompt({ ...machine, ...INSTRUCTION_COUNT }, (guest) => runCommand(guest, "uptime"));
  const tick = Number(/^first prompt at tick (\d+)$/m.exec(lines.join("\n"))?.[1]);
  if (!(tick > 0)) throw new Error(`uptime does not tell the first prompt: ${lines.join("\n")}`);
  return tick;
}

/** Milliseconds from the start of qemu.sh to the prompt on its output. The guest is then switched off. */
function timeToPrompt(options: readonly string[]): Promise<number> {
  const start = performance.now();
  const words = ["--no-build", "--headless", "--accel", "tcg", ...options];
  const child = spawn(join(REPOSITORY_ROOT, "qemu.sh"), words, { cwd: REPOSITORY_ROOT, stdio: ["pipe", "pipe", "pipe"] });
  let text = "";
  let elapsedMs: number | undefined;
  const timer = setTimeout(() => child.kill("SIGTERM"), WALL_TIMEOUT_MS);
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  child.stdout.setEncoding("latin1").on("data", (more: string) => {
    text += more;
    if (elapsedMs !== undefined || !text.includes(PROMPT)) return;
    elapsedMs = performance.now() - start;
    child.stdin.write("poweroff\r");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      if (elapsedMs !== undefined && status === 0) resolve(elapsedMs);
      else reject(new Error(`qemu.sh ${words.join(" ")} ended with ${status}:\n${text.slice(-2000)}`));
    });
  });
}

export async function measureBoot(): Promise<Table[]> {
  const instructions: [string, number][] = [];
  for (const [name, machine] of Object.entries(MACHINES)) instructions.push([name, await ticksToPrompt(machine)]);
  const times: [string, number][] = [];
  for (const [name, options] of Object.entries(COMMANDS)) {
    const rounds: number[] = [];
    for (let round = 0; round < WALL_ROUNDS; round++) rounds.push(await timeToPrompt(options));
    times.push([name, median(rounds) / 1000]);
  }
  return [
    {
      title: "Power-on to prompt, guest instructions (waiting counts as its time)",
      columns: ["machine", "instructions"],
      rows: instructions,
    },
    {
      title: `./qemu.sh --no-build --headless to prompt, median of ${WALL_ROUNDS}`,
      columns: ["options", "seconds"],
      rows: times,
    },
  ];
}
