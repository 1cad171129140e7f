// Nested walks: leaving the outer one closes the inner ones first.

function* layer(name: string, depth: number): Generator<string> {
  try {
    yield name;
    if (depth > 0) yield* layer(`${name}.${depth}`, depth - 1);
    yield `${name} end`;
  } finally {
    console.log(`close ${name}`);
  }
}

for (const name of layer("a", 2)) {
  console.log(name);
  if (name.length > 4) break;
}
outer: for (const x of layer("x", 0)) {
  for (const y of layer("y", 0)) {
    console.log(x, y);
    if (y === "y") continue outer;
  }
}
try {
  for (const x of layer("p", 1)) for (const y of layer("q", 1)) if (y.includes(".")) throw new Error(`${x} ${y}`);
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
function search(): string {
  for (const x of layer("s", 0)) for (const y of layer("t", 0)) if (y === "t end") return x + y;
  return "";
}
console.log(search());
