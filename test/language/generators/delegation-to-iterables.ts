// yield* to arrays, strings, maps and sets.

function* everything(): Generator<string> {
  yield* ["x", "y"];
  yield* "hé🎉";
  yield* new Set(["s", "t"]);
  yield* new Map([["key", 1]]).keys();
  const list = ["grows"];
  yield* list;
  list.push("later");
  yield* list.slice(1);
}
for (const text of everything()) console.log(text);

function* numbers(depth: number): Generator<number> {
  if (depth === 0) return;
  yield* [depth, -depth];
  yield* numbers(depth - 1);
}
console.log([...numbers(3)].join());
