// Array.from with a callback: each element goes through it before the next one is asked for, and an exception closes the walk.

function* g(): Generator<number> {
  for (let i = 0; i < 3; i++) {
    console.log("make", i);
    yield i;
  }
}
console.log(
  Array.from(g(), (x, i) => {
    console.log("map", x, i);
    return x * 2;
  }),
);
console.log(
  Array.from("añ😀", (c, i) => c + i),
  Array.from(new Map([["a", 1]]), ([k, v]) => k + v),
  Array.from(new Set([1, 2]), (x) => [x]),
);
const grow = [1, 2];
console.log(
  Array.from(grow, (x) => {
    if (grow.length < 5) grow.push(x + 10);
    return x;
  }),
);
function* h(): Generator<string> {
  try {
    yield "a";
    yield "b";
  } finally {
    console.log("closed");
  }
}
try {
  Array.from(h(), (s): string => {
    throw new Error(s);
  });
} catch (e) {
  console.log(String(e));
}
const names: string[] = Array.from([1, 2, 3], String);
console.log(
  names,
  Array.from({ length: 3 }, (_, i) => i * i),
  Array.from([1, 2], (x): number | string => (x > 1 ? "big" : x)),
);
console.log(
  Array.from([[1, 2], [3]], (row) => row.length),
  Array.from(new Uint8Array([1, 300]), (x) => x / 2),
  Array.from([1, 2].entries(), ([i, v]) => i + v),
);
console.log(
  Array.from([{ a: 1 }], ({ a }) => a),
  Array.from(["x"], (s) => (s.length > 0 ? null : 1)),
);
