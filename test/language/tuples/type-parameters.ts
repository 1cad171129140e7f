// Tuples as type parameters: what the arguments are, in order.

function tuple<T extends unknown[]>(...items: T): T {
  return items;
}
const mixed = tuple(1, "two", true);
console.log(mixed[0] + 1, mixed[1].length, !mixed[2], mixed.length);
const [first, second] = tuple("a", { x: 5 });
console.log(first, second.x, tuple().length);

function swapped<A, B>([a, b]: [A, B]): [B, A] {
  return [b, a];
}
console.log(swapped(tuple(1, "one")).join(), swapped(swapped(["p", false])).join());

function shown<T extends readonly unknown[]>(items: T, show: (items: T) => string): string {
  return `<${show(items)}>`;
}
console.log(shown(tuple(3, 4), ([a, b]) => String(a * b)));
console.log(shown(["x", "y"], (list) => list.join("")));
