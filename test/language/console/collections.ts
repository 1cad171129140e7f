// Maps, sets, tuples and typed arrays as the console shows them.
console.log(
  new Map<string, number>(),
  new Set<number>(),
  new Map([
    ["a", 1],
    ["b", 2],
  ]),
  new Set([1, 2.5]),
);
console.log(
  new Map([
    [{ id: 1 }, new Set([1, 2])],
    [{ id: 2 }, new Set<number>()],
  ]),
);
const big = new Map<number, string>();
for (let i = 0; i < 12; i++) big.set(i, "value ".repeat((i % 3) + 1));
console.log(big, { big: new Set([[1, 2], [3]]) });
const large = new Set<number>();
for (let i = 0; i < 103; i++) large.add(i);
console.log(large.size, large);
console.log(new Uint8Array([1, 2, 300]), new Float64Array([1.5, -0]), new Int16Array(0), [new Uint8Array(2)]);
console.log(new Uint32Array(12), { bytes: new Uint8Array(3) });
const pair: [string, number] = ["p", 1];
const nested: [number, [string, boolean]] = [1, ["s", true]];
console.log(pair, nested, [pair, pair]);
const maybe: { value: string | number | undefined; list: (string | null)[] } = { value: "v", list: ["a", null] };
console.log(maybe);
maybe.value = 5;
console.log(maybe, maybe.value);
