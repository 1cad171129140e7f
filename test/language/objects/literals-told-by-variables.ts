// Literals among several types, told by what a variable may be: `{ kind, size }`, `{ name: verb, args: [] }`.

interface Commands {
  take: [item: string];
  look: [];
  inventory: [];
  say: [...words: string[]];
}
type Command = { [K in keyof Commands]: { readonly name: K; readonly args: Commands[K] } }[keyof Commands];
function parse(line: string): Command {
  const [verb = "", ...args] = line.split(" ");
  switch (verb) {
    case "take":
      return { name: verb, args: [args[0]] };
    case "look":
    case "inventory":
      return { name: verb, args: [] };
    default:
      return { name: "say", args };
  }
}
console.log(["take x", "look", "inventory", "say a b"].map(parse));
type Shape = { kind: "circle"; r: number } | { kind: "square"; r: string } | { kind: "dot" | "point"; r: boolean };
function make(kind: "circle" | "square" | "dot"): Shape {
  if (kind === "square") return { kind, r: "s" };
  if (kind === "dot") return { kind: kind, r: true };
  const k = kind;
  return { kind: k, r: 2 };
}
console.log(make("circle"), make("square"), make("dot"));
const types = ["a", "b"] as const;
type Message = { type: "a"; args: [number] } | { type: "b"; args: [] } | { type: "c"; args: string[] };
const list: Message[] = [
  { type: types[0], args: [1] },
  { type: types[1], args: [] },
  { type: "c", args: [] },
];
console.log(list);
