// Standard input: process.stdin.
// Manual:     Node "Process", process.stdin.

import { readFile } from "tsmetal/files";
import { isTerminal } from "tsmetal/processes";
import { Readable } from "./readable.ts";
import { socketError } from "./socket-errors.ts";
import { forget, Ready, watch } from "./watches.ts";

const READ_SIZE = 65536;
const WOULD_BLOCK = -11;

export class ReadStream extends Readable {
  readonly fd = 0;
  wanted: number = Ready.None;
  isReferenced = true;

  get descriptor(): number {
    return this.fd;
  }

  /** Undefined for anything else, as in Node. */
  get isTTY(): boolean | undefined {
    return isTerminal(this.fd) || undefined;
  }

  ref(): this {
    this.isReferenced = true;
    return this;
  }

  unref(): this {
    this.isReferenced = false;
    return this;
  }

  /** For the event loop. */
  ready(_found: number): void {
    const buffer = Buffer.alloc(READ_SIZE);
    const count = readFile(this.fd, buffer, 0, READ_SIZE, -1);
    if (count === WOULD_BLOCK) return;
    if (count < 0) this.destroy(socketError(count, "read"));
    else if (count === 0) this.pushEnd();
    else this.push(Buffer.from(buffer.subarray(0, count)));
  }

  /** Nobody reads before somebody has asked for it. */
  protected override wantsMore(): boolean {
    return !this.isUndecided() && super.wantsMore();
  }

  protected override updateReading(): void {
    const wanted = this.wantsMore() ? Ready.Read : Ready.None;
    if (wanted === this.wanted) return;
    if (wanted === Ready.None) forget(this);
    else watch(this, wanted);
  }

  protected override release(): void {
    forget(this);
  }

  protected override hasEnded(): void {
    this.destroy();
  }
}
