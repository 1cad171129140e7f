// Standard streams: process.stdout and process.stderr. What is written is done in the order of what the console writes.
// Manual:     Node "Process", process.stdout.

import { isTerminal, terminalSize, writeStream } from "tsmetal/processes";
import { queueTick } from "./ticks.ts";

export class WriteStream {
  readonly fd: number;

  constructor(fd: number) {
    this.fd = fd;
  }

  /** Always true: nothing has to wait. The callback is called in a tick of its own. */
  write(chunk: string | Uint8Array, callback?: () => void): boolean {
    writeStream(this.fd, typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk));
    if (callback !== undefined) queueTick(callback);
    return true;
  }

  // For pipes: the stream goes on when the one that feeds it has ended

  endOfPipe(): void {}

  whenDrained(_go: () => void): void {}

  /** Undefined for anything else, as in Node. */
  get isTTY(): boolean | undefined {
    return isTerminal(this.fd) || undefined;
  }

  get columns(): number | undefined {
    return terminalSize(this.fd)[0];
  }

  get rows(): number | undefined {
    return terminalSize(this.fd)[1];
  }
}
