// Elements are replaced by their index; what is left out of a list is null.

const pair: [number, string] = [1, "x"];
const drop = (name: string) => (key: string, value: unknown) => (key === name ? undefined : value);
console.log(JSON.stringify([1, "a", true, null], drop("1")), JSON.stringify(pair, drop("0")), JSON.stringify([[1, 2], [3]], drop("0")));
console.log(
  JSON.stringify(new Uint8Array([7, 8]), drop("0")),
  JSON.stringify([new Float64Array([0.5])], (_, value) => value),
);
console.log(JSON.stringify(JSON.parse('{"b":1,"a":{"c":[1,2]}}') as unknown, drop("c"), 1));

// A list that its own replacement makes shorter.
const shrinking = [1, 2, 3];
const text = JSON.stringify(shrinking, (key, value) => {
  if (key === "0") shrinking.length = 1;
  return value === undefined ? "gone" : value;
});
console.log(text, shrinking.length);

// Lists instead of numbers, and objects instead of lists.
console.log(JSON.stringify({ n: 3 }, (key, value) => (key === "n" ? [1, { deep: 2 }] : value)));
console.log(JSON.stringify([["k", 1]], (_, value) => (Array.isArray(value) && value.length === 2 ? { first: value[0] } : value)));

interface Link {
  name: string;
  next: Link | null;
}
const link: Link = { name: "a", next: null };
link.next = link;
try {
  JSON.stringify(link, (_, value) => value);
} catch (error) {
  console.log(error instanceof TypeError);
}
console.log(JSON.stringify(link, (key, value) => (key === "next" ? undefined : value)));
link.next = null;
