// Serial line: everything a guest has printed on COM1, with a mark behind what a test has already matched.
// Owns:       the socket to QEMU. Text is Latin-1: one character a byte, so binary output survives.

import type { Socket } from "node:net";

const ESCAPE_SEQUENCE = /\x1b(?:\[[0-9;?=]*[A-Za-z]|[()][A-Z0-9]|[=>78cDEHM])/g;

/** The text without terminal escape sequences: firmware and shells colour and move. */
export function stripEscapes(text: string): string {
  return text.replace(ESCAPE_SEQUENCE, "");
}

export class SerialLine {
  private received = "";
  private mark = 0;
  private socket: Socket | undefined;
  private waiters: (() => void)[] = [];
  isClosed = false;

  attach(socket: Socket): void {
    this.socket = socket;
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      this.received += text;
      this.wake();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.isClosed = true;
      this.wake();
    });
  }

  /** Everything received, without escape sequences and carriage returns. */
  get text(): string {
    return stripEscapes(this.received).replaceAll("\r", "");
  }

  /** Everything received, byte for byte. */
  get raw(): string {
    return this.received;
  }

  /** Matches behind the mark, on the text as a person reads it, and moves the mark behind the match. */
  take(pattern: string | RegExp): RegExpMatchArray | undefined {
    const unmatched = this.text.slice(this.mark);
    const expression = typeof pattern === "string" ? new RegExp(escapeRegularExpression(pattern)) : pattern;
    const match = unmatched.match(expression);
    if (match === null || match.index === undefined) return undefined;
    this.mark += match.index + match[0].length;
    return match;
  }

  send(text: string): void {
    this.socket?.write(text, "latin1");
  }

  /** Stops reading, as a terminal does whose user pressed Control-S; QEMU and the guest soon cannot send any more. */
  stall(): void {
    this.socket?.pause();
  }

  /** Reads on. */
  resume(): void {
    this.socket?.resume();
  }

  wake(): void {
    for (const resume of this.waiters.splice(0)) resume();
  }

  /** Resolves at the next byte, at the end, or when the time is over. */
  changed(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.waiters.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Resolves when QEMU has closed its end and every byte is in. */
  async closed(): Promise<void> {
    while (this.socket !== undefined && !this.isClosed) await this.changed(1000);
  }
}

function escapeRegularExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
