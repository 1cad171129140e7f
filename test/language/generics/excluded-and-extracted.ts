// Exclude, Extract and NonNullable of type parameters.
function without<T extends string, S extends T>(list: readonly T[], left: S): Exclude<T, S>[] {
  return list.filter((item): item is Exclude<T, S> => item !== left);
}
function required<T, K extends keyof T>(object: T, key: K): NonNullable<T[K]> {
  const value = object[key];
  if (value === undefined || value === null) throw new Error(`no ${String(key)}`);
  return value as NonNullable<T[K]>;
}
function texts<T>(list: readonly T[]): Extract<T, string>[] {
  return list.filter((item): item is Extract<T, string> => typeof item === "string");
}
function compact<T>(list: readonly T[]): NonNullable<T>[] {
  const result: NonNullable<T>[] = [];
  for (const item of list) if (item !== null && item !== undefined) result.push(item);
  return result;
}
interface Options {
  port?: number;
  host: string | null;
}
const options: Options = { port: 80, host: null };
console.log(required(options, "port") + 1);
try {
  required(options, "host");
} catch (error) {
  console.log((error as Error).message);
}
console.log(without(["a", "b", "c"], "b").join());
const mixed: (string | number)[] = ["x", 1, "y"];
console.log(
  texts(mixed)
    .map((text) => text.toUpperCase())
    .join(),
);
console.log(
  compact([1, null, 2, undefined]).reduce((a, b) => a + b, 0),
  compact(["p", null]).length,
);
