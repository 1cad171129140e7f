// Cleanup order: nested tries in a loop with labels, each leaving its mark whichever way it is left.

const marks: string[] = [];

function walk(leave: string): string {
  outer: for (let i = 0; i < 3; i++) {
    try {
      for (let j = 0; j < 3; j++) {
        try {
          if (j === 1) {
            if (leave === "break") break;
            if (leave === "break outer") break outer;
            if (leave === "continue outer") continue outer;
            if (leave === "return") return `returned ${i}${j}`;
            if (leave === "throw" && i === 1) throw new Error(`thrown ${i}${j}`);
          }
          marks.push(`${i}${j}`);
        } finally {
          marks.push("f");
        }
      }
      marks.push("row");
    } catch (error) {
      marks.push(error instanceof Error ? error.message : "?");
    } finally {
      marks.push("F");
    }
  }
  return "ended";
}

for (const leave of ["never", "break", "break outer", "continue outer", "return", "throw"]) {
  marks.length = 0;
  const result = walk(leave);
  console.log(`${leave}: ${result}: ${marks.join(" ")}`);
}
