// Nested functions: functions in functions, function values in fields, arrays and maps, immediate calls.

function outer(x: number): number {
  function square(y: number): number {
    return y * y;
  }
  const add = (a: number, b: number): number => a + b;
  return add(square(x), square(x + 1));
}
console.log(outer(3));
class Button {
  onClick: ((name: string) => string) | null = null;
  click(): string {
    return this.onClick === null ? "nothing" : this.onClick("button");
  }
}
const button = new Button();
console.log(button.click());
button.onClick = (name) => `clicked ${name}`;
console.log(button.click());
const table: ((x: number) => number)[] = [(x) => x + 1, (x) => x * 2, Math.abs, Math.sqrt];
let value = -8;
for (const f of [table[2], table[0], table[3]]) value = f(value);
console.log(value);
const byName = new Map<string, (x: number) => number>();
byName.set("double", table[1]);
console.log((byName.get("double") ?? table[0])(21));
console.log(((a: number, b: number) => a * b)(6, 7));
