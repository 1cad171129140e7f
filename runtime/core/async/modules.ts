// Modules: the order in which modules run of which some await at top level.
// Owns:       which modules wait for which others; compiled code makes one ModuleRun for each that awaits, or imports what does.
// Invariants: (1) a module runs when all that it imports has run; of those that become ready at once, the one imported first is first
//             (2) a module of which something has failed never runs; the failure is reported as an unhandled rejection
// Manual:     ECMA-262 "ExecuteAsyncModule", "AsyncModuleExecutionFulfilled", "GatherAvailableAncestors".

import { Promise } from "./promise.ts";
import { moduleBegins, moduleEnds } from "./turns.ts";

export class ModuleRun {
  /** Of a module that awaits: runs it up to its first await; the promise is settled at its end. Null of one that does not. */
  private begin: (() => Promise<undefined>) | null;
  /** Of a module that only imports such: runs all of it. */
  private run: (() => void) | null;
  /** Its place in the order of imports. */
  private readonly place: u32;
  private pendingCount: u32 = 0;
  private hasFailed: boolean = false;
  private importers: ModuleRun[] = [];

  constructor(place: u32, begin: (() => Promise<undefined>) | null, run: (() => void) | null) {
    this.place = place;
    this.begin = begin;
    this.run = run;
  }

  needs(imported: ModuleRun): void {
    imported.importers.push(this);
    this.pendingCount++;
  }

  /** Runs the module, if nothing that it imports is still to come. */
  start(): void {
    moduleBegins();
    if (this.pendingCount === 0) this.evaluate();
  }

  private evaluate(): void {
    const { begin, run } = this;
    this.begin = null;
    this.run = null;
    if (begin !== null) {
      begin().react((settled) => {
        if (settled.isRejected()) this.fail(settled.reason);
        else this.end();
      });
      return;
    }
    try {
      run?.();
      this.importers = [];
      moduleEnds();
    } catch (error) {
      this.fail(error);
    }
  }

  private end(): void {
    moduleEnds();
    const ready: ModuleRun[] = [];
    this.gather(ready);
    this.importers = [];
    ready.sort((a, b) => (a.place < b.place ? -1 : 1));
    for (const module of ready) if (!module.hasFailed) module.evaluate();
  }

  /** What can run now: also what waits only for a module that runs now, and does not await. */
  private gather(ready: ModuleRun[]): void {
    for (const importer of this.importers) {
      importer.pendingCount--;
      if (importer.pendingCount > 0) continue;
      ready.push(importer);
      if (importer.begin === null) importer.gather(ready);
    }
  }

  private fail(reason: unknown): void {
    this.giveUp();
    new Promise<undefined>().reject(reason);
  }

  private giveUp(): void {
    this.hasFailed = true;
    for (const importer of this.importers) importer.giveUp();
    this.importers = [];
  }
}
