// A rest parameter may be one of several tuples, told apart by their number of elements, or by what the arguments are.

type Command = ["add", number] | ["name", string, number?] | ["clear"];
function run(...command: Command): string {
  switch (command[0]) {
    case "add":
      return `add ${command[1]}`;
    case "name":
      return `name ${command[1]} ${command[2] ?? "-"}`;
    case "clear":
      return "clear";
  }
}
console.log(run("add", 1), run("name", "x"), run("name", "x", 2), run("clear"));
const c: Command = ["add", 7];
console.log(run(...c));
const many: Command[] = [["clear"], ["name", "q", 1]];
console.log(many.map((m) => run(...m)));
function relay(...args: Command): string {
  return run(...args);
}
console.log(relay("add", 3), relay("name", "t"));
class Log {
  write(...entry: [level: "info", text: string] | [level: "error", error: Error, code: number]): void {
    console.log(entry.length, entry[0] === "info" ? entry[1] : `${entry[1].message} ${entry[2]}`);
  }
}
new Log().write("info", "hello");
new Log().write("error", new Error("bad"), 5);
const f: (...args: [] | [number]) => number = (...args) => (args.length === 0 ? -1 : args[0]);
console.log(f(), f(4));
const on = (...[name, value]: ["a", number] | ["b", string]) => {
  if (name === "a") console.log(value + 1);
  else console.log(value.toUpperCase());
};
on("a", 1);
on("b", "x");

// With a type parameter, and passed on as a copy.
function unwrap<D>(value: number, ...rest: [] | [D]): number | D {
  if (value > 5) return value;
  if (rest.length === 1) return rest[0];
  throw new RangeError("nothing else");
}
console.log(unwrap<string>(1, "fallback"), unwrap<number>(1, 3), unwrap(7));
function change(...args: [] | [string]): number {
  if (args.length === 1) args[0] = "changed";
  return args.length;
}
function keep(...args: [] | [string]): string {
  return `${change(...args)} ${args.length === 1 ? args[0] : "none"}`;
}
console.log(keep(), keep("kept"));
