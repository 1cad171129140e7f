// Guest: one running QEMU for a test, with its serial line, its QMP connection and its end.
// Owns:       the QEMU process and a temporary folder (sockets, screendumps); both go with close().
// Invariants: (1) Node listens and QEMU connects, so no byte of the serial line is lost
//             (2) every failure carries the last serial lines and the command that repeats it
//             (3) a QEMU that never started is a QemuStartError with its own words, never a wrong answer of the guest

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tieToThisProcess } from "./children.ts";
import { type MachineOptions, machineArguments, shellCommand } from "./machine.ts";
import { QmpClient } from "./qmp.ts";
import { SerialLine } from "./serial.ts";
import { type Release, takeGuestSlot } from "./slots.ts";

export const QEMU_PROGRAM = process.env.QEMU ?? "qemu-system-x86_64";
const START_TIMEOUT_MS = 20_000;
const LIFETIME_MS = 60_000;
const SERIAL_LINES_IN_REPORT = 25;

export interface GuestOptions extends MachineOptions {
  /** The guest is killed after this long, whatever the test waits for. Default: a minute. */
  lifetimeMs?: number;
}

/** QEMU itself failed: missing program, refused options, firmware not found. */
export class QemuStartError extends Error {}

/** The guest did not do what the test waited for. */
export class GuestError extends Error {}

/** Status QEMU ends with when the guest writes this value to the debug-exit port. */
export function debugExitStatus(value: number): number {
  return 2 * value + 1;
}

interface Connections {
  server: Server;
  accepted: Promise<Socket>;
}

function listen(path: string): Connections {
  const server = createServer();
  const accepted = new Promise<Socket>((resolve) => server.once("connection", resolve));
  server.listen(path);
  return { server, accepted };
}

export class Guest {
  /** What QEMU wrote to its own standard error. */
  private errors = "";
  private ended: { status: number | null; signal: string | null } | undefined;
  private readonly endWaiters: (() => void)[] = [];
  private readonly killTimer: NodeJS.Timeout;
  readonly serial = new SerialLine();
  private qmp: QmpClient | undefined;

  private constructor(
    private readonly child: ChildProcess,
    /** Temporary folder of this run, gone after close(). */
    readonly folder: string,
    /** A command to type into a shell that starts the same machine. */
    readonly command: string,
    lifetimeMs: number,
    private readonly releaseSlot: Release,
  ) {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
    child.once("error", (error) => this.end(null, error.message));
    child.once("close", (status, signal) => this.end(status, signal));
    this.killTimer = setTimeout(() => child.kill("SIGKILL"), lifetimeMs);
    tieToThisProcess(child, folder);
  }

  /** Starts QEMU and returns once it talks: the guest runs from its first instruction on. */
  static async start(options: GuestOptions): Promise<Guest> {
    const release = await takeGuestSlot(options.firmware === "uefi");
    const folder = mkdtempSync(join(tmpdir(), "microkernel-"));
    try {
      return await Guest.spawn(options, folder, release);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      release();
      throw error;
    }
  }

  private static async spawn(options: GuestOptions, folder: string, release: Release): Promise<Guest> {
    const parameters = guestArguments(options, folder);
    const serial = listen(join(folder, "serial"));
    const qmp = listen(join(folder, "qmp"));
    const child = spawn(QEMU_PROGRAM, parameters, { stdio: ["ignore", "ignore", "pipe"] });
    const guest = new Guest(child, folder, commandToRepeat(options), options.lifetimeMs ?? LIFETIME_MS, release);
    try {
      guest.serial.attach(await guest.connected(serial.accepted));
      guest.qmp = await guest.connected(qmp.accepted.then((socket) => QmpClient.open(socket)));
      await guest.control.command("cont");
    } catch (error) {
      await guest.close();
      throw error;
    } finally {
      serial.server.close();
      qmp.server.close();
    }
    return guest;
  }

  private async connected<T>(connection: Promise<T>): Promise<T> {
    const result = await Promise.race([
      connection.then(
        (value) => ({ value }),
        () => this.endedWithin(START_TIMEOUT_MS).then(() => undefined),
      ),
      this.endedWithin(START_TIMEOUT_MS).then(() => undefined),
    ]);
    if (result !== undefined) return result.value;
    throw this.startError();
  }

  private startError(): QemuStartError {
    const reason = this.ended === undefined ? `silent for ${START_TIMEOUT_MS} ms` : `ended with ${this.endText()}`;
    return new QemuStartError(`QEMU did not start: ${reason}\n${this.errors.trim()}\ncommand: ${this.command}`);
  }

  private endText(): string {
    if (this.ended === undefined) return "still running";
    return this.ended.status === null ? String(this.ended.signal) : `status ${this.ended.status}`;
  }

  private end(status: number | null, signal: string | null): void {
    this.ended ??= { status, signal };
    clearTimeout(this.killTimer);
    for (const wake of this.endWaiters.splice(0)) wake();
    this.serial.wake();
  }

  /** Resolves when QEMU has ended or the time is over, whichever comes first. */
  private endedWithin(timeoutMs: number): Promise<void> {
    if (this.ended !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.endWaiters.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** An error with everything that is needed to see what happened and to repeat it. */
  failure(what: string): GuestError {
    const lines = this.serial.text.split("\n").slice(-SERIAL_LINES_IN_REPORT).join("\n");
    return new GuestError(
      `${what} (QEMU: ${this.endText()})\n${this.errors.trim()}\nlast serial lines:\n${lines}\ncommand: ${this.command}`,
    );
  }

  /**
   * Waits until the serial line shows the pattern behind what earlier calls have matched, and gives the match.
   * The same text must therefore be sent twice to be matched twice.
   */
  async waitFor(pattern: string | RegExp, timeoutMs = 10_000): Promise<RegExpMatchArray> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const match = this.serial.take(pattern);
      if (match !== undefined) return match;
      const left = deadline - Date.now();
      if (this.ended !== undefined && this.serial.isClosed) throw this.failure(`the guest ended before it printed ${String(pattern)}`);
      if (left <= 0) throw this.failure(`the guest did not print ${String(pattern)} within ${timeoutMs} ms`);
      await this.serial.changed(left);
    }
  }

  /** Types on the serial console. Enter is "\r", as a terminal sends it. */
  send(text: string): void {
    this.serial.send(text);
  }

  /** The QMP connection of a guest that has started. */
  get control(): QmpClient {
    if (this.qmp === undefined) throw new Error("this guest has no QMP connection");
    return this.qmp;
  }

  /** Waits for QEMU's end and gives its exit status; see debugExitStatus. */
  async waitForExit(timeoutMs = 20_000): Promise<number> {
    await this.endedWithin(timeoutMs);
    if (this.ended === undefined) throw this.failure(`the guest did not end within ${timeoutMs} ms`);
    if (this.ended.status === null) throw this.failure("QEMU was ended by a signal");
    await this.serial.closed();
    return this.ended.status;
  }

  /** Ends QEMU if it still runs and frees what it held. */
  async close(): Promise<void> {
    if (this.ended === undefined) {
      this.child.kill("SIGKILL");
      await this.endedWithin(START_TIMEOUT_MS);
    }
    rmSync(this.folder, { recursive: true, force: true });
    this.releaseSlot();
  }
}

/** The machine of a test: debug-exit device, reset ends QEMU, halted until both connections stand. */
function guestArguments(options: GuestOptions, folder: string): string[] {
  return machineArguments({
    debugExit: true,
    exitOnReset: true,
    ...options,
    serial: `unix:${join(folder, "serial")}`,
    qmp: `unix:${join(folder, "qmp")}`,
    extra: ["-S", ...(options.extra ?? [])],
  });
}

/** The same machine for a person at a terminal: serial line on stdio, no sockets, running from the start. */
function commandToRepeat(options: GuestOptions): string {
  const parameters = machineArguments({ debugExit: true, exitOnReset: true, ...options, serial: "stdio" });
  return shellCommand(QEMU_PROGRAM, parameters);
}

/** Runs a test's body with a guest and ends the guest after it, whatever happens. */
export async function withGuest<T>(options: GuestOptions, body: (guest: Guest) => Promise<T>): Promise<T> {
  const guest = await Guest.start(options);
  try {
    return await body(guest);
  } finally {
    await guest.close();
  }
}
