// Tuples as results, in maps and arrays, compared, copied, nested and generic.

function divide(a: number, b: number): readonly [quotient: number, rest: number] {
  return [Math.trunc(a / b), a % b];
}
function swap<A, B>([a, b]: [A, B]): [B, A] {
  return [b, a];
}
function zip<A, B>(left: A[], right: B[]): [A, B][] {
  return left.map((value, index): [A, B] => [value, right[index]]);
}
const [quotient, rest] = divide(17, 5);
console.log(quotient, rest, divide(-7, 2)[1]);
console.log(swap<string, number>(["a", 1])[0], swap<string, boolean>(swap<boolean, string>([true, "x"]))[0]);
for (const [letter, n] of zip(["a", "b"], [1, 2])) console.log(letter.repeat(n));
const nested: [number, [string, boolean]] = [1, ["in", true]];
const [, [text, flag]] = nested;
nested[1][0] = "out";
console.log(text, flag, nested[1][0], nested.length);
const positions = new Map<string, [number, number]>();
positions.set("home", [1, 2]);
const home = positions.get("home");
if (home !== undefined) home[0] += 10;
console.log(positions.get("home")?.[0], positions.get("away")?.[0] ?? "nowhere");
const table: [string, number | null][] = [
  ["one", 1],
  ["none", null],
];
console.log(table.map(([name, value]) => `${name}=${value ?? "-"}`).join(), table.filter(([, value]) => value !== null).length);
