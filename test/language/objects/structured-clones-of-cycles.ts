// structuredClone of objects that refer to themselves, of unions and of what is unknown; what has no copy is an exception.

interface Ring {
  id: number;
  next: Ring | null;
  all: Ring[];
}
const first: Ring = { id: 1, next: null, all: [] };
const second: Ring = { id: 2, next: first, all: [first] };
first.next = second;
first.all.push(first, second);
const copy = structuredClone(first);
console.log(copy.next?.next === copy, copy.all[0] === copy, copy.all[1] === copy.next, copy.next?.all[0] === copy, copy === first);
console.log(copy.id, copy.next?.id, copy.next?.next?.next?.id);
// Rings hold each other: each is taken apart, or it would be left over.
for (const ring of [first, second, copy]) {
  const next = ring.next;
  ring.next = null;
  ring.all.length = 0;
  if (next !== null) next.all.length = 0;
}
type Shape = { kind: "circle"; radius: number } | { kind: "path"; points: [number, number][] };
const shapes: Shape[] = [
  { kind: "circle", radius: 1 },
  {
    kind: "path",
    points: [
      [0, 0],
      [3, 4],
    ],
  },
];
const shapesAgain = structuredClone(shapes);
if (shapesAgain[1].kind === "path") shapesAgain[1].points[1][0] = 9;
console.log(JSON.stringify(shapes), JSON.stringify(shapesAgain));
const loose: unknown = { deep: [1, { x: "y" }, [true, null]], f: 3 };
const looseAgain = structuredClone(loose);
console.log(looseAgain, looseAgain === loose);
const mixed: (string | number[] | undefined)[] = ["a", [1], undefined];
const mixedAgain = structuredClone(mixed);
console.log(mixedAgain, mixedAgain[1] === mixed[1], mixedAgain[0] === "a");
const hidden: unknown[] = [() => 1, { run: () => 2 }, [[() => 3]]];
for (const value of hidden) {
  try {
    structuredClone(value);
    console.log("copied");
  } catch (error) {
    console.log(error instanceof Error ? error.name : "no error");
  }
}
