// Graph of objects: nodes that know each other by name only, degrees, components and a two-colouring.

class Graph {
  private readonly links = new Map<string, Set<string>>();

  link(from: string, to: string): this {
    this.neighbours(from).add(to);
    this.neighbours(to).add(from);
    return this;
  }

  neighbours(name: string): Set<string> {
    const known = this.links.get(name);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.links.set(name, made);
    return made;
  }

  components(): string[][] {
    const seen = new Set<string>();
    const found: string[][] = [];
    for (const start of this.links.keys()) {
      if (seen.has(start)) continue;
      const component: string[] = [];
      const waiting = [start];
      seen.add(start);
      while (waiting.length > 0) {
        const name = waiting.shift() ?? "";
        component.push(name);
        for (const next of this.neighbours(name)) {
          if (seen.has(next)) continue;
          seen.add(next);
          waiting.push(next);
        }
      }
      found.push(component);
    }
    return found;
  }

  colours(): Map<string, boolean> | undefined {
    const colours = new Map<string, boolean>();
    for (const [start] of this.components()) {
      colours.set(start, true);
      const waiting = [start];
      for (const name of waiting)
        for (const next of this.neighbours(name)) {
          const colour = colours.get(next);
          if (colour === colours.get(name)) return undefined;
          if (colour !== undefined) continue;
          colours.set(next, colours.get(name) !== true);
          waiting.push(next);
        }
    }
    return colours;
  }
}

const square = new Graph().link("a", "b").link("b", "c").link("c", "d").link("d", "a").link("x", "y");
console.log(
  square
    .components()
    .map((names) => names.join(""))
    .join(" "),
);
console.log([...(square.colours() ?? new Map<string, boolean>())].map(([name, colour]) => (colour ? name.toUpperCase() : name)).join(""));
console.log(square.link("a", "c").colours() === undefined, square.neighbours("a").size, square.neighbours("lonely").size);
console.log(square.components().length, new Graph().link("me", "me").colours());
