// Functions as values: stored, returned, curried, compared, optional, and with fewer parameters than they are given.

type Operation = (a: number, b: number) => number;
const operations = new Map<string, Operation>([
  ["add", (a, b) => a + b],
  ["first", (a) => a],
  ["zero", () => 0],
]);
const curry =
  (operation: Operation) =>
  (a: number) =>
  (b: number): number =>
    operation(a, b);
function pick(name: string): Operation | undefined {
  return operations.get(name);
}
function once(action: () => number): () => number {
  let result: number | undefined;
  return () => (result ??= action());
}
console.log(pick("add")?.(1, 2), pick("none")?.(1, 2), pick("first")?.(7, 8), (pick("zero") ?? ((a) => -a))(3, 4));
console.log(curry((a, b) => Math.min(a, b))(5)(3), curry((a, b) => a ** b)(2)(5));
let calls = 0;
const cached = once(() => ++calls * 10);
console.log(cached(), cached(), calls);
const same = operations.get("add");
console.log(same === operations.get("add"), same === operations.get("zero"));
const pipeline: ((text: string) => string)[] = [(text) => text.trim(), (text) => `${text}!`, String];
console.log(pipeline.reduce((text, step) => step(text), "  hi "));
console.log(["1", "2", "x"].map(Number).join(), [0, 1, 2].filter(Boolean).length, [1, 2].map(String).join(""));
