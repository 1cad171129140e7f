// An assignment narrows a variable of a union until the next one.

function describe(input: string | number | null): string {
  let value: string | number | null = input;
  const log: string[] = [];
  if (value === null) value = 0;
  log.push(typeof value);
  if (typeof value === "number") value = value.toFixed(1);
  log.push(value.toUpperCase());
  value = value.length;
  log.push((value + 1).toString());
  return log.join(" ");
}
console.log(describe("abc"));
console.log(describe(2));
console.log(describe(null));
let found: { id: number } | undefined;
for (const id of [1, 2, 3]) if (id === 2) found = { id };
console.log(found === undefined ? "none" : found.id);
let state: "idle" | "busy" | 5 = "idle";
const seen: (string | number)[] = [];
for (let i = 0; i < 3; i++) {
  seen.push(state);
  state = i === 0 ? "busy" : 5;
}
console.log(seen.join(), state);
