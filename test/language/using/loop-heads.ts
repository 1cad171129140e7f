// using in the head of a loop: for-of gives each turn's resource up at the turn's end.

class Handle {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose](): void {
    console.log("close", this.name);
  }
}
function* handles(count: number): Generator<Handle> {
  try {
    for (let n = 1; n <= count; n++) yield new Handle(`made ${n}`);
  } finally {
    console.log("generator ends");
  }
}
for (using handle of [new Handle("a"), new Handle("b"), new Handle("c"), new Handle("d")]) {
  if (handle.name === "b") continue;
  if (handle.name === "c") break;
  console.log("use", handle.name);
}
for (using handle of handles(3)) {
  console.log("use", handle.name);
  if (handle.name === "made 2") break;
}
for (using handle of [new Handle("e"), null, undefined, new Handle("f")]) console.log(handle?.name ?? "nothing");
function find(wanted: string): string {
  for (using handle of handles(5)) if (handle.name === wanted) return `found ${handle.name}`;
  return "not found";
}
console.log(find("made 1"));
outer: for (using one of [new Handle("x"), new Handle("y")]) {
  for (using two of [new Handle("p"), new Handle("q")]) {
    console.log(one.name, two.name);
    continue outer;
  }
}
try {
  for (using handle of handles(2)) throw new Error(`thrown with ${handle.name}`);
} catch (error) {
  console.log(error instanceof Error ? error.message : "?");
}
const closures: (() => string)[] = [];
for (using handle of [new Handle("g"), new Handle("h")]) closures.push(() => handle.name);
console.log(closures.map((get) => get()).join(" "));
