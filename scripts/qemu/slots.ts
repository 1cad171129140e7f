// Slots: how many guests may run at once on this computer, across all test processes of this working tree.
// Owns:       build/slots; a slot is a file that holds the process id of its taker. A dead taker's slot is free again.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

declare const REPOSITORY_ROOT: string;

const RETRY_MS = 40;

/** Gives the slot back. */
export type Release = () => void;

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function freeIfAbandoned(file: string): void {
  try {
    const processId = Number(readFileSync(file, "utf8"));
    if (processId > 0 && !isAlive(processId)) rmSync(file, { force: true });
  } catch {
    // given back between the two calls
  }
}

function tryTake(file: string): Release | undefined {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return () => rmSync(file, { force: true });
  } catch {
    freeIfAbandoned(file);
    return undefined;
  }
}

async function take(kind: string, count: number): Promise<Release> {
  const folder = join(REPOSITORY_ROOT, "build", "slots");
  mkdirSync(folder, { recursive: true });
  for (;;) {
    for (let index = 0; index < count; index++) {
      const release = tryTake(join(folder, `${kind}-${index}`));
      if (release !== undefined) return release;
    }
    await delay(RETRY_MS);
  }
}

/**
 * Waits for room for one more guest: as many as there are cores, and one UEFI firmware at a time, which alone keeps a core
 * busy for seconds.
 */
export async function takeGuestSlot(isUefi: boolean): Promise<Release> {
  const releaseUefi = isUefi ? await take("uefi", 1) : undefined;
  const releaseGuest = await take("guest", Math.max(2, availableParallelism()));
  return () => {
    releaseGuest();
    releaseUefi?.();
  };
}
