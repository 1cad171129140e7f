// console.dir with a depth: so many levels of what is inside are shown, all of them for null, and texts in quotes.

const tree = { name: "a", child: { name: "b", child: { name: "c", child: { name: "d", child: { name: "e" } } } } };
console.dir(tree);
console.dir(tree, { depth: 0 });
console.dir(tree, { depth: 1 });
console.dir(tree, { depth: 3 });
console.dir(tree, { depth: null });
console.dir(tree, {});
console.dir([[[[[1]]]]], { depth: 3 });
console.dir("text", { depth: 1 });
console.dir(new Map([["k", { list: [{ deep: [1, [2]] }] }]]), { depth: null });
const depth: number | null = tree.name === "a" ? null : 0;
console.dir({ a: { b: { c: { d: {} } } } }, { depth });
console.dir(undefined, { depth: 0 });
console.dir([null, undefined, -0, 1.5, "q"], { depth: -1 });
