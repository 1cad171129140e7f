// Session: a person at the shell's prompt: boots what the build made, types commands, reads what comes back.
// Invariants: (1) between two calls the prompt stands on the last line and nothing of it is left unread

import { setTimeout as delay } from "node:timers/promises";
import { DISK_IMAGE, KERNEL, MODULES } from "../../scripts/build-products.ts";
import { type Guest, type GuestOptions, withGuest } from "../../scripts/qemu/guest.ts";

export const PROMPT = "microkernel$ ";
export const GREETING = "microkernel: type help for the commands.";
/** The prompt, at the start of a line. */
const PROMPT_LINE = /(?:^|\n)microkernel\$ /;
/** All up to the next line that begins with the prompt. */
const ANSWER = /^([\s\S]*?)\nmicrokernel\$ /;
const BOOT_TIMEOUT_MS = 20_000;
/** Firmware from a slow disk, on a busy computer. */
const DISK_BOOT_TIMEOUT_MS = 50_000;

/** What a terminal sends for the keys that make no character. */
export const SerialKey = {
  up: "\x1b[A",
  down: "\x1b[B",
  right: "\x1b[C",
  left: "\x1b[D",
  home: "\x1b[H",
  end: "\x1b[F",
  delete: "\x1b[3~",
  backspace: "\x7f",
} as const;

/** The kernel and archive of the build by PVH, without a disk. */
export const directBoot: GuestOptions = { firmware: "direct", kernelPath: KERNEL, modulesPath: MODULES };
/** The disk image of the build. */
export const diskBoot: GuestOptions = { imagePath: DISK_IMAGE, memoryMib: 256 };

export class Session {
  private constructor(readonly guest: Guest) {}

  /** Waits for the first prompt. */
  static async open(guest: Guest, timeoutMs = BOOT_TIMEOUT_MS): Promise<Session> {
    await guest.waitFor(GREETING, timeoutMs);
    await guest.waitFor(PROMPT_LINE);
    return new Session(guest);
  }

  /** Types a command, with Enter, and gives the lines that it wrote. */
  async run(command: string, timeoutMs?: number): Promise<string[]> {
    this.guest.send(`${command}\r`);
    const [typed = "", ...lines] = await this.answer(timeoutMs);
    if (!typed.endsWith(command)) throw this.guest.failure(`the shell echoed ${JSON.stringify(typed)} in place of ${command}`);
    return lines;
  }

  /** Types bytes as they are, escape sequences among them, then Enter; gives the edited line as it looks, and what was written. */
  async edit(bytes: string): Promise<{ line: string; output: string[] }> {
    this.guest.send(`${bytes}\r`);
    const [typed = "", ...output] = await this.answer();
    return { line: applyBackspaces(typed), output };
  }

  /** Everything written up to the next prompt, in lines; the first is the command's echo. */
  async answer(timeoutMs?: number): Promise<string[]> {
    const [, text = ""] = await this.guest.waitFor(ANSWER, timeoutMs);
    return text.split("\n");
  }

  /** The serial text from the greeting on, as lines that a screen would show. */
  lines(): string[] {
    const text = this.guest.serial.text;
    return text
      .slice(text.indexOf(GREETING))
      .split("\n")
      .map((line) => applyBackspaces(line).trimEnd());
  }

  /** Lets the guest alone for a while. */
  async idle(milliseconds: number): Promise<void> {
    await delay(milliseconds);
  }
}

/** The line as a terminal shows it: a backspace moves back, what follows is written over what was there. */
function applyBackspaces(text: string): string {
  const cells: string[] = [];
  let column = 0;
  for (const character of text) {
    if (character === "\b") column = Math.max(0, column - 1);
    else cells[column++] = character;
  }
  return cells.join("").trimEnd();
}

/** Boots the machine to the prompt and hands the session to the body. */
export async function withSession<T>(options: GuestOptions, body: (session: Session) => Promise<T>): Promise<T> {
  const isDisk = options.imagePath !== undefined;
  return withGuest({ lifetimeMs: 90_000, ...options }, async (guest) =>
    body(await Session.open(guest, isDisk ? DISK_BOOT_TIMEOUT_MS : BOOT_TIMEOUT_MS)),
  );
}
