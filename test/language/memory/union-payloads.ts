// Members of unions with references, numbers in boxes, and null.
type Value = string | number | boolean | null | { items: Value[] };
function show(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "object") return "[" + value.items.map(show).join() + "]";
  return typeof value === "string" ? `'${value}'` : String(value);
}
let value: Value = "a" + 1;
const all: Value[] = [value];
value = 1.5;
all.push(value);
value = { items: all.slice() };
all.push(value, null, true);
console.log(show({ items: all }));
value = all[2];
all.length = 0;
console.log(show(value));
