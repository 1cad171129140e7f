// Functions with properties in maps, lists, fields and unions, called and passed on.

interface Style {
  (text: string): string;
  bold: Style;
  level: number;
}
function style(codes: string[]): Style {
  const made = ((text: string) => `${codes.join("")}${text}`) as Style;
  made.level = codes.length;
  return made;
}
const plain = style([]);
plain.bold = style(["*"]);
console.log(plain("x"), plain.bold("y"), plain.bold.level, plain.call(null, "z"));

interface Command {
  (...args: string[]): number;
  usage: string;
  aliases?: string[];
}
function command(usage: string, f: (...args: string[]) => number): Command {
  return Object.assign((...args: string[]) => f(...args), { usage });
}
const commands = new Map<string, Command>([
  ["add", command("add a b", (...args) => args.map(Number).reduce((a, b) => a + b, 0))],
  ["len", command("len s", (s = "") => s.length)],
]);
for (const [name, run] of commands) console.log(name, run.usage, run("1", "2"), run.aliases?.length);
const list: Command[] = [...commands.values()];
console.log(
  list.map((each) => each("5", "6")),
  list[0] === commands.get("add"),
  list[0].apply(null, ["1", "1"]),
);
const maybe: Command | undefined = commands.get("nope");
console.log(maybe?.("x"), maybe?.usage, commands.get("len")?.("four"));
function isCallable(value: unknown): boolean {
  return typeof value === "function";
}
console.log(isCallable(list[0]), isCallable({}));

function counter(): { (): number; total: number } {
  function next(): number {
    next.total += 1;
    return next.total;
  }
  next.total = 10;
  return next;
}
const [first, second] = [counter(), counter()];
console.log(first(), first(), second(), first.total, second.total);
console.log({ first }, [list[1]]);
