// Tuples made of others by spread type parameters: appended, joined, taken apart; each call with types of its own.

type Append<T extends unknown[], X> = [...T, X];
const appended: Append<[number, string], boolean> = [1, "a", true];
console.log(appended, appended.length, appended[2]);

function concat<A extends unknown[], B extends unknown[]>(a: [...A], b: [...B]): [...A, ...B] {
  return [...a, ...b];
}
const joined = concat([1, "a"], [true]);
console.log(joined, joined[0] + 1, joined[1].length, !joined[2]);
console.log(concat([], ["x"]), concat([2], []).length);

function pair<A, B>(both: [A, B]): string {
  return `${String(both[0])}/${String(both[1])}`;
}
console.log(pair([1, "a"]), pair(["b", true]), pair([[1, 2], null]));

function swap<A, B>([a, b]: [A, B]): [B, A] {
  return [b, a];
}
const [text, number] = swap([1, "x"]);
console.log(text.length, number + 1, swap(swap([false, 2])));

type Head<T extends unknown[]> = T extends [infer H, ...unknown[]] ? H : never;
type Tail<T extends unknown[]> = T extends [unknown, ...infer R] ? R : never;
type Last<T extends unknown[]> = T extends [...unknown[], infer L] ? L : never;
const head: Head<[string, number]> = "head";
const rest: Tail<[string, number, boolean]> = [1, false];
const last: Last<[string, number, boolean]> = true;
console.log(head, rest, last);

function withName<A extends readonly unknown[]>(name: string, ...values: A): [string, ...A] {
  return [name, ...values];
}
console.log(withName("n", 1, true), withName("m"));
