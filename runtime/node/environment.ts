// Environment: the settings a program is started with, which it may change for itself and what it starts.
// Called:     by what `process.env.NAME` and its like are compiled to.

import { environmentSettings } from "tsmetal/processes";

export class ProcessEnv {
  private readonly values = new Map<string, string>();

  constructor() {
    for (const setting of environmentSettings()) {
      const end = setting.indexOf("=");
      if (end > 0) this.values.set(setting.slice(0, end), setting.slice(end + 1));
    }
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  set(name: string, value: string | undefined): void {
    this.values.set(name, String(value));
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  delete(name: string): void {
    this.values.delete(name);
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  entries(): [string, string | undefined][] {
    const found: [string, string | undefined][] = [];
    for (const [name, value] of this.values) found.push([name, value]);
    return found;
  }
}
