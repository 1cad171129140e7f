// Start and end of array methods: negative, fractional, reversed, behind the end, NaN and infinite.
const list = ["a", "b", "c", "d", "e"];
const edges = [0, 2, 5, 9, -1, -5, -9, 1.9, -1.9, NaN, Infinity, -Infinity];
for (const edge of edges)
  console.log(
    edge,
    list.slice(edge).join(""),
    list.slice(0, edge).join(""),
    list.at(edge) ?? "none",
    list.indexOf("c", edge),
    list.lastIndexOf("c", edge),
    list.includes("e", edge),
    [...list].fill("-", edge).join(""),
    [...list].fill("-", 1, edge).join(""),
    [...list].copyWithin(edge, 1, 3).join(""),
    [...list].copyWithin(0, edge).join(""),
    list.toSpliced(edge, 1).join(""),
    list.toSpliced(1, edge, "+").join(""),
  );
for (const edge of edges) {
  const copy = [...list];
  const taken = copy.splice(edge, 2, "x", "y", "z");
  console.log(edge, taken.join(""), copy.join(""), copy.length);
  try {
    console.log(list.with(edge, "W").join(""));
  } catch (error) {
    console.log(error instanceof RangeError ? error.message : "another error");
  }
}
const copy = [...list];
console.log(copy.splice(1).join(""), copy.join(""), copy.splice(0, 0).length, copy.splice(-1, 1, "p", "q").join(""), copy.join(""));
console.log(list.toSpliced().join(""), list.toSpliced(2).join(""), list.toSpliced(5, 0, "f").join(""));
