// The text of a function, which JavaScript makes of its source: a program that asks for it stops with a message.
// Exits: 70

function show(value: unknown): string {
  return typeof value === "function" ? "a function" : String(value);
}
const values: unknown[] = [1, "two", true, show];
console.log(values.map(show).join(", "));
console.log(String(values[3]));
