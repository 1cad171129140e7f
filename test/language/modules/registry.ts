// Registry: a module with state, for static-and-modules.ts.

export const version = "1." + 2;
export let counter = 10;
export function increment(): void {
  counter++;
}
export class Registry {
  static readonly names: string[] = ["first"];
  private static total = Registry.names.length;
  static add(name: string): void {
    Registry.names.push(name);
    Registry.total++;
  }
  static count(): number {
    return Registry.total;
  }
}
Registry.add("second");
