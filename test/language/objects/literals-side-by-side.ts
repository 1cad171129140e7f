// Literals with different properties side by side: none loses what the others do not have.

const g = (c: boolean) => ({ u: 9, w: 3, ...(c && { v: 1 }) });
const h = (c: boolean) => ({ b: 9, ...(c && { z: "1" }) });
const list = [g(true), h(true)];
console.log(list.length, list);
console.log(JSON.stringify(list), JSON.stringify([{ a: 1 }, { b: 2 }, { a: 3, b: 4 }]));
const mixed = [{ a: 1 }, { b: 2 }, { a: 3, b: 4 }];
console.log(
  mixed.map((m) => m.a),
  mixed.map((m) => m.b ?? "none"),
  mixed,
);
const one = Math.random() < 2 ? { kind: "x", n: 1 } : { kind: "y" };
console.log(one.kind, one.n, one);
for (const m of mixed) {
  const { a = -1, b } = m;
  console.log(a, b);
}
