// What callbacks add is not visited; what they remove neither.
const visited: number[] = [];
const a = [1, 2, 3];
a.forEach((x) => {
  visited.push(x);
  if (a.length < 6) a.push(x * 10);
});
console.log(visited, a);
const b = [1, 2, 3, 4];
console.log(
  b.filter((x) => {
    if (x === 1) b.pop();
    return true;
  }),
  b,
);
const c = [1, 2, 3, 4];
let calls = 0;
console.log(
  c.some((x) => {
    calls++;
    c.length = 2;
    return x === 4;
  }),
  calls,
  c.every((x) => x < 3),
  c.findLast((x) => x < 9),
  c.findLastIndex((x) => x === 7),
);
const d = [1, 2, 3];
console.log(
  d.reduce((sum, x) => {
    d.push(x);
    return sum + x;
  }, 0),
  d.length,
  d.map((x, i, all) => all.length - x),
);
