// Lists that are seen as lists of wider elements, which are stored otherwise: one object, whoever looks at it.

const describe = (list: readonly unknown[]): string => `${list.length}: ${list.map((one) => String(one)).join("|")}`;
const numbers: number[] = [1, 2, 3];
const absent: (string | null)[] = ["a", null];
const missing: (number | undefined)[] = [1, undefined];
console.log(describe(numbers), describe([true]), describe(absent), describe(missing), describe(["x", "y"]), describe([1, "a"]));

const seen: unknown[] = numbers;
numbers.push(4);
console.log(seen === numbers, seen.length, seen[3], seen.indexOf(2), seen.includes("2"), seen.lastIndexOf(3), [...seen, "b"]);
seen[0] = 10;
seen.push(5);
seen.sort((a, b) => Number(String(b)) - Number(String(a)));
console.log(numbers, seen.pop(), seen.shift(), numbers, seen.splice(1, 1), numbers.length);
for (const [index, one] of seen.entries()) console.log(index, one);
const nothing: unknown[] = absent;
console.log(
  nothing[1],
  nothing[1] === null,
  nothing[1] === undefined,
  nothing.findIndex((one) => one === null),
);

const either: (number | string)[] = numbers;
console.log(either.map((one) => typeof one).join(), either.at(0), either[9] === undefined);
const rows: number[][] = [[1, 2], [3]];
const widths = (table: readonly (readonly unknown[])[]): number[] => table.map((row) => row.length);
console.log(widths(rows), widths([["a", 1]]), widths([[true]]), rows.map(describe).join("; "));
let held: readonly unknown[] | string = "none";
for (const next of [numbers, "text", rows]) {
  held = next;
  console.log(typeof held === "string" ? held : describe(held.slice(0, 1)));
}

// Assertions: an old list stays what it is, a new one becomes what is said of it.
const mixed: (string | number)[] = ["a", 1, "b"];
const texts = mixed.filter((one) => typeof one === "string") as string[];
const last = mixed.slice(2) as string[];
const two = ["k", 5] as (string | number)[];
const known = two as [string, number];
two[1] = 6;
console.log(texts.join("+"), last[0].toUpperCase(), known[0].length, known[1] + 1, known.length);
const counts = [1, 2] as (number | string)[] as number[];
console.log(counts[1] + 1, Math.max(...counts), ["n", ...counts].join());

// And a list in which there may be null, as one of what it happens to hold.
const perhaps: (string | number | null)[] = [1, 2];
const numbersInIt = perhaps as number[];
for (const value of numbersInIt) console.log(value + 1);
numbersInIt.push(3);
numbersInIt[0] = 7;
const iterator = numbersInIt[Symbol.iterator]();
console.log(iterator.next().value, perhaps, numbersInIt.indexOf(3));
