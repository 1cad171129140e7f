// Members of unions that may be missing: read and called at one go.
interface A {
  kind: "a";
  show?: (n: number) => string;
}
interface B {
  kind: "b";
  show?: (n: number) => string;
  more?(t: string): string;
}
const list: (A | B | undefined)[] = [
  { kind: "a", show: (n) => `a${n}` },
  { kind: "b" },
  { kind: "b", show: (n) => `b${n}`, more: (t) => t + t },
  undefined,
];
for (const item of list) {
  console.log(item?.show?.(1) ?? "none", item?.kind);
  if (item?.show) console.log(item.show(2));
  if (item?.kind === "b") console.log(item.more?.("x"));
}
interface Person {
  name: string;
  salary: number;
  start: Date;
}
function table<T extends object>(rows: T[], columns: { [K in keyof T]?: { title?: string; format?: (value: T[K]) => string } }): string {
  const keys = Object.keys(columns) as (keyof T & string)[];
  const cells = rows.map((row) => keys.map((key) => columns[key]?.format?.(row[key]) ?? String(row[key])));
  return cells.map((c) => c.join("|")).join("\n");
}
const people: Person[] = [{ name: "Ada", salary: 5, start: new Date(0) }];
console.log(table(people, { name: {}, salary: { format: (v) => v.toFixed(2) }, start: { format: (d) => d.toISOString().slice(0, 10) } }));
