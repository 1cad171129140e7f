// A rest parameter may be a tuple: as many arguments as it has elements, some of which may be left out.

function repeat(...args: [text: string, count: number]): string {
  const [text, count] = args;
  return text.repeat(count);
}
console.log(repeat("ab", 2), repeat("x", 0) === "");

function described(first: string, ...more: [count?: number, isOpen?: boolean]): string {
  return `${first} ${more.length} ${more[0] ?? "none"} ${more[1] ?? "unknown"}`;
}
console.log(described("a"), described("b", 2), described("c", 3, false));

// As values they are functions of that many parameters.
const f: (text: string, count: number) => string = repeat;
const g: typeof described = described;
console.log(f("-", 3), g("d"), g("e", 5, true));
console.log(["p", "q"].map((word, index) => f(word, index + 1)).join());

// Spread tuples fill them.
const pair: [string, number] = ["yo", 3];
console.log(repeat(...pair), f(...pair));

class Shapes {
  area(...sides: [width: number, height: number]): number {
    return sides[0] * sides[1];
  }
  static join(...parts: [string, string]): string {
    return parts.join("/");
  }
}
console.log(new Shapes().area(3, 4), Shapes.join("a", "b"));

const closure = (...args: [number, string?]): string => `${args.length}${args[1] ?? "!"}`;
console.log(closure(1), closure(1, "two"));
