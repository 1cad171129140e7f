// Heads and tails of tuples that are type parameters.
type Head<T extends readonly unknown[]> = T extends readonly [infer H, ...unknown[]] ? H : never;
type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer R] ? R : never;
type Last<T extends readonly unknown[]> = T extends readonly [...unknown[], infer L] ? L : never;
type Reverse<T extends readonly unknown[]> = T extends readonly [infer H, ...infer R] ? [...Reverse<R>, H] : [];
function head<T extends readonly [unknown, ...unknown[]]>(tuple: T): Head<T> {
  return tuple[0] as Head<T>;
}
function tail<T extends readonly [unknown, ...unknown[]]>(tuple: T): Tail<T> {
  return tuple.slice(1) as Tail<T>;
}
function last<T extends readonly unknown[]>(tuple: T): Last<T> {
  return tuple[tuple.length - 1] as Last<T>;
}
function partial<A extends unknown[], R>(call: (...args: A) => R, first: Head<A>): (...rest: Tail<A>) => R {
  return (...rest) => call(...([first, ...rest] as unknown as A));
}
const row: [string, number, boolean] = ["a", 2, true];
console.log(head(row).toUpperCase(), last(row) ? "yes" : "no");
const [count, flag] = tail(row);
console.log(count + 1, flag);
const swapped: Reverse<[string, number]> = [1, "b"];
console.log(swapped[0].toFixed(1), swapped[1]);
const join = (a: string, b: number, c: boolean): string => `${a}/${b}/${c}`;
console.log(partial(join, "x")(5, false));
