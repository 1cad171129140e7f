// Optional values: undefined in fields and returns, ?., ??, ??=, optional parameters, numbers that may be missing.

class Settings {
  title?: string;
  size?: number;
  parent: Settings | undefined = undefined;
}
function describe(settings: Settings | undefined): string {
  return `${settings?.title ?? "untitled"} ${settings?.size ?? 12} ${settings?.parent?.title ?? "-"} ${settings?.title?.length ?? 0}`;
}
const root = new Settings();
root.title = "root";
const child = new Settings();
child.parent = root;
child.size = 0;
console.log(describe(root), describe(child), describe(undefined));
child.title ??= "child";
root.title ??= "other";
console.log(describe(child), root.title);
function find(list: number[], wanted: number): number | undefined {
  for (let i = 0; i < list.length; i++) if (list[i] === wanted) return i;
  return undefined;
}
const found = find([3, 4, 5], 4);
const missing = find([3, 4, 5], 9);
console.log(found === undefined ? "no" : found + 1, missing === undefined ? "no" : missing + 1);
console.log(find([1], 1) ?? -1, find([], 1) ?? -1, [1, 2][5] ?? "outside", ["a"][0] ?? "outside");
