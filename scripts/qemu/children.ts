// Children: the QEMU processes of this process. None of them outlives it, however it ends, short of SIGKILL.

import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";

/** Each child with its temporary folder. */
const alive = new Map<ChildProcess, string>();

function killAll(): void {
  for (const [child, folder] of alive) {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signals of which Node would die without running its exit handlers. */
const DEADLY_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function installHandlers(): void {
  process.once("exit", killAll);
  for (const signal of DEADLY_SIGNALS) {
    process.once(signal, () => {
      killAll();
      process.kill(process.pid, signal); // the handler is gone by now: this time the signal does what it does to others
    });
  }
}

/** Ties a child and its temporary folder to this process until the child has ended by itself. */
export function tieToThisProcess(child: ChildProcess, folder: string): void {
  if (alive.size === 0 && process.listenerCount("exit", killAll) === 0) installHandlers();
  alive.set(child, folder);
  child.once("close", () => alive.delete(child));
}
