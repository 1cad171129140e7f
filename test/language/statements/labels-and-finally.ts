// break and continue with labels out of nested loops, switches and try/finally, in order.

const log: string[] = [];
outer: for (let i = 0; i < 4; i++) {
  try {
    for (let j = 0; ; j++) {
      try {
        if (j === 2) continue outer;
        if (i === 2) break outer;
        log.push(`${i}${j}`);
      } finally {
        log.push("f");
      }
    }
  } finally {
    log.push("F");
  }
}
console.log(log.join(" "));

function search(rows: number[][], wanted: number): string {
  let steps = 0;
  scan: {
    for (const row of rows) {
      for (const cell of row) {
        steps++;
        if (cell === wanted) break scan;
      }
    }
    return `missing after ${steps}`;
  }
  return `found after ${steps}`;
}
console.log(
  search(
    [
      [1, 2],
      [3, 4],
    ],
    3,
  ),
  search([[1], [2]], 9),
);
function early(n: number): string {
  try {
    if (n === 0) return "try";
    if (n === 1) throw new Error("one");
    n += 100;
  } catch (error) {
    return error instanceof Error ? error.message : "?";
  } finally {
    log.push(`n${n}`);
    if (n === 103) return "finally";
  }
  return `end ${n}`;
}
console.log(early(0), early(1), early(2), early(3), log.slice(-4).join());
do {
  if (log.length > 0) continue;
  log.push("never");
} while (false);
for (;;) {
  break;
}
{
  const scoped = "block";
  console.log(scoped);
}
