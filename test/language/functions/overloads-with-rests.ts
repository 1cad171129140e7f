// Functions with several signatures, some with rest parameters, as values.

interface Log {
  (...parts: string[]): string;
  (code: number): string;
}
const log: Log = (...parts: (string | number)[]) => `${parts.length}: ${parts.join("+")}`;
console.log(log("a", "b"), log(3), log());

function measured(text: string): string;
function measured(...list: number[]): number;
function measured(...parts: (string | number)[]): string | number {
  return typeof parts[0] === "string" ? `text ${parts[0]}` : parts.length;
}
const measure = measured;
console.log(measure("y"), measure(1, 2) + 1, measure());

interface Named {
  (name: string, ...values: number[]): number;
  (name: string, flag: boolean): boolean;
}
const named: Named = ((name: string, ...rest: (number | boolean)[]) => {
  const [first] = rest;
  return typeof first === "boolean" ? !first && name === "no" : rest.length + name.length;
}) as Named;
console.log(named("ab", 1, 2, 3), named("no", false));

function twice(each: Log): string[] {
  return [each("x"), each(1)];
}
console.log(twice(log));
