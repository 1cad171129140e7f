// Objects that statics and module variables own, replaced many times.
class Registry {
  static latest: string[] = [];
  static readonly byName = new Map<string, string[]>();
  static add(name: string): string[] {
    Registry.latest = [name + Registry.byName.size, ...Registry.latest].slice(0, 3);
    Registry.byName.set(name, Registry.latest);
    return Registry.latest;
  }
}
let shown: string[] = [];
for (const name of ["x", "y", "x", "z", "y"]) shown = Registry.add(name);
console.log(shown.join(), Registry.byName.get("x")?.join(), Registry.byName.size, shown === Registry.latest);
