// Watching process: a process that builds again after changes, and waiting for what it says.

import { type ChildProcess, spawn } from "node:child_process";

const WAIT_MS = 100_000;

export class WatchingProcess {
  private readonly child: ChildProcess;
  private text = "";
  /** Up to where the text has been waited for. */
  private readUpTo = 0;
  private onText = (): void => {};

  constructor(words: readonly string[], folder: string) {
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.text += text;
        this.onText();
      });
    }
    child.on("exit", () => this.onText());
    this.child = child;
  }

  /** What it said since the last call, up to this word and with it. */
  async until(word: string): Promise<string> {
    const deadline = setTimeout(() => this.stop(), WAIT_MS);
    while (!this.text.includes(word, this.readUpTo)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(`ended without "${word}":\n${this.text}`);
      await new Promise<void>((resolve) => {
        this.onText = resolve;
      });
    }
    clearTimeout(deadline);
    const end = this.text.indexOf(word, this.readUpTo) + word.length;
    const said = this.text.slice(this.readUpTo, end);
    this.readUpTo = end;
    return said;
  }

  /** The exit status. */
  async end(): Promise<number | null> {
    if (this.child.exitCode === null) await new Promise((resolve) => this.child.on("exit", resolve));
    return this.child.exitCode;
  }

  stop(): void {
    this.child.kill();
  }
}
