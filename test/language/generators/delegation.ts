// yield* to generators: values, what the inner one returns, and requests that reach it.

function* inner(): Generator<number, string, number> {
  try {
    const a = yield 1;
    console.log(`inner got ${a}`);
    const b = yield a * 2;
    console.log(`inner got ${b}`);
  } catch (error) {
    console.log(`inner caught ${error instanceof Error ? error.message : "?"}`);
    yield -1;
  } finally {
    console.log("inner finally");
  }
  return "inner result";
}
function* outer(): Generator<number, string, number> {
  const result = yield* inner();
  console.log(result);
  const last = yield 100;
  return `${result} and ${last}`;
}

const a = outer();
console.log(a.next().value, a.next(5).value, a.next(6).value);
const end = a.next(7);
console.log(end.done, end.value);

const b = outer();
b.next();
console.log(b.throw(new Error("sent in")).value, b.next(0).value);

const c = outer();
c.next();
const stopped = c.return("stopped");
console.log(stopped.done, stopped.value, c.next(1).done);

class Tree {
  constructor(
    readonly value: string,
    readonly children: Tree[] = [],
  ) {}
  *[Symbol.iterator](): Generator<string> {
    yield this.value;
    for (const child of this.children) yield* child;
  }
}
let line = "";
for (const value of new Tree("a", [new Tree("b", [new Tree("c")]), new Tree("d")])) line += value;
console.log(line);
