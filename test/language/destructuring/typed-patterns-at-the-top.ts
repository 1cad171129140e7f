// A pattern at the top level of a file takes its parts from the declared type: optional ones with their defaults, wider ones as such.
interface Options {
  readonly width: number;
  readonly height?: number;
  readonly name?: string | null;
}

const { width, height = width * 2, name = "none" }: Options = { width: 5 };
console.log(width, height, name);
const { height: given, name: named }: Options = { width: 1, height: 3, name: null };
console.log(given, named);
const [first, second = "default"]: [string, string?] = ["only"];
console.log(first, second);
const [a, ...others]: (number | string)[] = [1, "two", 3];
console.log(typeof a, others.length, others.map((other) => typeof other).join());
const {
  inner: { value },
}: { inner: { value: number | undefined } } = { inner: { value: undefined } };
console.log(value, value ?? "nothing");
const { width: w, ...rest }: Options = { width: 9, height: 8 };
console.log(w, rest.height, rest.name);
let { x, y }: { x: number | null; y: number } = { x: 1, y: 2 };
x = null;
y += 1;
console.log(x, y);
