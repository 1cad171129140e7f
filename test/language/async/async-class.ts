// Async class: a repository whose methods await each other, overridden ones too, with errors through super.

interface Entry {
  readonly id: number;
  name: string;
}

class Repository {
  protected readonly entries = new Map<number, Entry>();
  private next = 1;
  async add(name: string): Promise<Entry> {
    await null;
    const entry = { id: this.next++, name };
    this.entries.set(entry.id, entry);
    return entry;
  }
  async get(id: number): Promise<Entry> {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error(`no entry ${id}`);
    return entry;
  }
  async rename(id: number, change: (name: string) => Promise<string>): Promise<string> {
    const entry = await this.get(id);
    entry.name = await change(entry.name);
    return entry.name;
  }
}

class Cached extends Repository {
  hits = 0;
  private readonly known = new Map<number, Entry>();
  override async get(id: number): Promise<Entry> {
    const known = this.known.get(id);
    if (known !== undefined) {
      this.hits++;
      return known;
    }
    const entry = await super.get(id);
    this.known.set(id, entry);
    return entry;
  }
  async getOr(id: number, name: string): Promise<Entry> {
    try {
      return await this.get(id);
    } catch {
      return this.add(name);
    }
  }
}

const cached = new Cached();
const [first, second] = await Promise.all([cached.add("ada"), cached.add("ben")]);
console.log(first, second);
console.log(await cached.rename(1, async (name) => name.toUpperCase()), await cached.rename(1, async (name) => `${name}!`), cached.hits);
console.log(await cached.getOr(7, "cleo"), (await cached.getOr(2, "unused")).name);
console.log(
  await cached.rename(9, (name) => Promise.resolve(name)).catch((error: unknown) => (error instanceof Error ? error.message : "?")),
);
const base: Repository = cached;
console.log((await base.get(3)).name, cached.hits);
