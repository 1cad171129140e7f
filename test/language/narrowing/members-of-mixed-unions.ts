// Members that texts, arrays, numbers and objects of a union have in common.

class Span {
  readonly length: number;
  constructor(length: number) {
    this.length = length;
  }
  toString(): string {
    return `span${this.length}`;
  }
  includes(text: string): boolean {
    return text === "span";
  }
}
type Sized = string | number[] | Span | string[];

function size(value: Sized): number {
  return value.length;
}
function show(value: number | boolean | string | Span): string {
  return value.toString();
}
function has(value: string | string[] | Span): boolean {
  return value.includes("span");
}
function last(value: string | string[] | undefined): string {
  return value?.at(-1) ?? "none";
}

const all: Sized[] = ["four", [1, 2, 3], new Span(9), ["a"]];
console.log(all.map(size).join(), all.map((one) => `${one}`).join("; "));
console.log(show(1.5), show(true), show("s"), show(new Span(2)));
console.log(has("a span"), has(["x", "span"]), has(new Span(1)), has(["spans"]));
console.log(last("abc"), last(["x", "y"]), last(""), last(undefined));
let total = 0;
for (const one of all) if (typeof one !== "string") total += one.length;
console.log(total);
