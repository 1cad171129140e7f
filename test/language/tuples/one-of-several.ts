// One of several tuples, told apart by the first element: read, taken apart, counted, shown, written as JSON and copied.

type Expr = ["num", number] | ["+", Expr, Expr] | ["neg", Expr];
function ev(e: Expr): number {
  if (e[0] === "num") return e[1];
  if (e[0] === "neg") return -ev(e[1]);
  return ev(e[1]) + ev(e[2]);
}
console.log(ev(["+", ["num", 1], ["neg", ["num", 4]]]));
type Action = ["add", number] | ["rename", string] | ["clear"];
function run(a: Action): string {
  switch (a[0]) {
    case "add":
      return `add ${a[1] + 1}`;
    case "rename":
      return a[1].toUpperCase();
    case "clear":
      return "clear";
  }
}
const steps: Action[] = [["add", 1], ["rename", "x"], ["clear"]];
for (const a of steps) console.log(run(a), a.length, a);
for (const [kind, value] of steps) console.log(kind, value);
function run2([kind, value]: Action): string {
  return kind === "add" ? `${value}` : kind;
}
console.log(steps.map(run2));
const actions: Action[] = [["add", 1], ["rename", "x"], ["clear"]];
console.log(JSON.stringify(actions), actions);
const copy = structuredClone(actions);
console.log(copy, copy[0] !== actions[0]);
const s: Action = ["add", 3];
const { 0: kind, length } = s;
console.log(kind, length);
