// Static fields and blocks run from top to bottom, with the class's own name and this; instances made in between see what there is so far.

const order: string[] = [];
function step<T>(name: string, value: T): T {
  order.push(name);
  return value;
}
class Planet {
  static readonly all: Planet[] = step("all", []);
  static readonly mercury = step("mercury", new Planet("Mercury", 1));
  static {
    order.push(`block ${this.all.length}`);
    for (const [name, place] of [
      ["Venus", 2],
      ["Earth", 3],
    ] as const)
      new Planet(name, place);
  }
  static readonly count = step("count", Planet.all.length);
  static readonly byName = step("byName", new Map(this.all.map((planet) => [planet.name, planet])));
  static {
    try {
      Planet.find("Pluto");
    } catch (error) {
      order.push(error instanceof Error ? error.message : "?");
    }
  }
  static readonly last = step("last", ((): Planet => this.all[this.all.length - 1])());
  private readonly known = Planet.all.push(this);
  constructor(
    readonly name: string,
    readonly place: number,
  ) {
    order.push(`new ${name} ${this.known}`);
  }
  static find(name: string): Planet {
    const planet = Planet.byName.get(name);
    if (planet === undefined) throw new Error(`no ${name}`);
    return planet;
  }
}
console.log(order.join("; "));
console.log(Planet.count, Planet.last.name, Planet.find("Venus").place, Planet.find("Mercury") === Planet.mercury);

class Dwarf extends Planet {
  static readonly ownCount: number = super.find("Earth").place + this.count;
  static {
    Planet.byName.set("Ceres", new Dwarf("Ceres", 5));
  }
}
console.log(Dwarf.ownCount, Dwarf.find("Ceres") instanceof Dwarf, Dwarf.all.length, Planet.last instanceof Dwarf);
