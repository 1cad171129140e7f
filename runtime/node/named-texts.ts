// Named texts: what has texts by any name: the settings of the environment, the headers of a message.
// Called:     by what `object.NAME` and its like are compiled to.

export class NamedTexts {
  private readonly values = new Map<string, string>();

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
