// yield*: its value is what the inner generator returns; return and throw go inside first, and inner finally blocks run before outer ones.

const log: string[] = [];
function* leaf(name: string, count: number): Generator<string, number, string | undefined> {
  let heard = 0;
  try {
    for (let i = 0; i < count; i++) {
      const answer = yield `${name}${i}`;
      if (answer !== undefined) heard += answer.length;
    }
    return heard;
  } catch (error) {
    log.push(`${name} caught ${error instanceof Error ? error.message : "?"}`);
    return -1;
  } finally {
    log.push(`${name} finally`);
  }
}
function* tree(depth: number, name: string): Generator<string, number, string | undefined> {
  if (depth === 0) return yield* leaf(name, 2);
  try {
    const left = yield* tree(depth - 1, `${name}l`);
    const right = yield* tree(depth - 1, `${name}r`);
    return left + right;
  } finally {
    log.push(`${name} closed`);
  }
}
function flush(): string {
  return `[${log.splice(0).join(", ")}]`;
}
console.log([...tree(2, "t")].join(" "), flush());

const told = tree(1, "u");
let result = told.next();
const seen: string[] = [];
for (const answer of ["a", "bb", "ccc", "dddd"]) {
  seen.push(String(result.value));
  result = told.next(answer);
}
console.log(seen.join(" "), result.done, result.value, flush());

const left = tree(2, "v");
console.log(left.next().value, left.next().value, left.next().value, left.return(99).value, left.next().done, flush());

const broken = tree(1, "w");
console.log(broken.next().value, broken.throw(new Error("inside")).value, broken.next().value, broken.next().value, flush());

function* outer(): Generator<string, string, string | undefined> {
  const total: number = yield* tree(0, "x");
  yield* ["p", "q"];
  const nothing = yield* (function* (): Generator<never, string> {
    return "immediately";
  })();
  return `${total} ${nothing}`;
}
const whole = outer();
const parts: string[] = [];
for (let step = whole.next(); ; step = whole.next()) {
  parts.push(step.value);
  if (step.done === true) break;
}
console.log(parts.join(" "), flush());
for (const text of outer()) if (text === "p") break;
console.log(flush());
