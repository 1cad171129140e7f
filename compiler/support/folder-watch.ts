// Folder watch: tells that a source file in one of several folders has changed, once for a burst of changes.
// Owns:       one watcher of the system for each folder; they keep the process alive until close().
// Invariants: (1) a change made while the listener runs is told afterwards: no version of a file is missed

import { existsSync, type FSWatcher, watch } from "node:fs";

/** What is built may lie beside its source, and must not count as a change. */
const SOURCE_NAME = /\.(?:ts|asm|inc)$/;
/** Editors write a file in several steps, and whoever switches branches writes many. */
const BURST_MS = 50;

export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly onChange: () => void;
  private burst: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** From now on these folders, without those below them, and no others. Folders that do not exist are passed over. */
  follow(folders: Iterable<string>): void {
    const wanted = new Set(folders);
    for (const folder of [...this.watchers.keys()]) if (!wanted.has(folder)) this.drop(folder);
    for (const folder of wanted) if (!this.watchers.has(folder) && existsSync(folder)) this.add(folder);
  }

  close(): void {
    this.follow([]);
    clearTimeout(this.burst);
  }

  private add(folder: string): void {
    const watcher = watch(folder, (_, name) => {
      // The watcher of a folder that is gone would stay silent about a new one of its name.
      if (!existsSync(folder)) this.drop(folder);
      if (name === null || SOURCE_NAME.test(name)) this.wait();
    });
    watcher.on("error", () => this.drop(folder));
    this.watchers.set(folder, watcher);
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private wait(): void {
    clearTimeout(this.burst);
    this.burst = setTimeout(this.onChange, BURST_MS);
  }
}
