// A map for each kind of thing, reached by a kind that is known when the program runs.

interface Parts {
  position: { x: number; y: number };
  health: { points: number };
  tag: string;
}
type Kind = keyof Parts;

class World {
  private readonly stores: { [K in Kind]: Map<number, Parts[K]> } = { position: new Map(), health: new Map(), tag: new Map() };
  set<K extends Kind>(id: number, kind: K, value: Parts[K]): void {
    this.stores[kind].set(id, value);
  }
  get<K extends Kind>(id: number, kind: K): Parts[K] | undefined {
    return this.stores[kind].get(id);
  }
  has(id: number, ...kinds: Kind[]): boolean {
    return kinds.every((kind) => this.stores[kind].has(id));
  }
  spawn(id: number, parts: Partial<Parts>): void {
    for (const kind of Object.keys(parts) as Kind[]) {
      const part = parts[kind];
      if (part !== undefined) this.set(id, kind, part);
    }
  }
  remove(id: number): string[] {
    return (Object.keys(this.stores) as Kind[]).filter((kind) => this.stores[kind].delete(id));
  }
  moved(id: number, dx: number): { x: number; y: number } | undefined {
    const found = this.get(id, "position");
    if (found !== undefined) found.x += dx;
    return found;
  }
}

const world = new World();
world.spawn(1, { position: { x: 1, y: 2 }, tag: "player" });
world.set(2, "health", { points: 3 });
console.log(world.get(1, "position"), world.get(1, "tag"), world.get(2, "health"), world.get(2, "tag"));
console.log(world.moved(1, 5), world.moved(2, 5), world.has(1, "tag", "position"), world.has(2, "health", "tag"));
console.log(world.remove(1), world.remove(1), world.has(1, "tag"));
const kinds: Kind[] = ["tag", "health", "position"];
console.log(kinds.map((kind) => typeof world.get(2, kind)));
