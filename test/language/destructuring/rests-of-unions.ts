// The rest of an object that may be one of several: what it has of the properties that any of them has.

type Patch = { at: number[] } & ({ op: "replace"; with: string } | { op: "remove" } | { op: "props"; set: { n: number } });
const patches: Patch[] = [
  { at: [], op: "remove" },
  { at: [1], op: "replace", with: "x" },
  { at: [2, 3], op: "props", set: { n: 4 } },
];
for (const { at, ...patch } of patches) {
  console.log(
    at.join("/") || "root",
    patch.op,
    patch.op === "replace" ? patch.with.toUpperCase() : patch.op === "props" ? patch.set.n : "-",
  );
  console.log(patch, Object.keys(patch), JSON.stringify(patch));
}

type Shape = { kind: "circle"; r: number; id: number } | { kind: "box"; w: number; h: number; id: number };
const area = ({ id, ...shape }: Shape): string => `${id}: ${shape.kind === "circle" ? shape.r * 3 : shape.w * shape.h}`;
console.log(area({ kind: "circle", r: 2, id: 1 }), area({ kind: "box", w: 2, h: 5, id: 2 }));

function withoutId(shape: Shape) {
  const { id: _, ...rest } = shape;
  return rest;
}
const box = withoutId({ kind: "box", w: 1, h: 2, id: 9 });
console.log(box, "r" in box, "w" in box, withoutId({ kind: "circle", r: 1, id: 3 }));
