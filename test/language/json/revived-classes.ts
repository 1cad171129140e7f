// Instances that a reviver makes stand where the type wants them, in lists and unions, too.

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  length(): number {
    return Math.hypot(this.x, this.y);
  }
}

const shape = JSON.parse('{"corners":[{"x":3,"y":4},{"x":6,"y":8}],"name":"s"}', (_, value) => {
  const isPair = typeof value === "object" && value !== null && "x" in value && "y" in value;
  if (!isPair || typeof value.x !== "number" || typeof value.y !== "number") return value;
  return new Point(value.x, value.y);
}) as { corners: Point[]; name: string };
console.log(shape.corners.map((corner) => corner.length()));
console.log(shape);

const tagged = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.startsWith("date:") ? new Date(Number(value.slice(5))) : value;
const mixed = JSON.parse('{"a":"date:5","b":"x","c":null}', tagged) as Record<"a" | "b" | "c", Date | string | null>;
for (const value of [mixed.a, mixed.b, mixed.c]) console.log(value instanceof Date ? value.getTime() : value);

const table = JSON.parse('{"rows":[["a",1],["b",2]]}', (key, value) => {
  if (key !== "rows" || !Array.isArray(value)) return value;
  const rows = new Map<string, number>();
  for (const row of value) if (Array.isArray(row)) rows.set(String(row[0]), Number(String(row[1])));
  return rows;
}) as { rows: Map<string, number> };
console.log(table.rows.get("b"), table);

const literal = JSON.parse('{"p":"1,2"}', (key, value) => {
  if (key !== "p" || typeof value !== "string") return value;
  const [x, y] = value.split(",");
  return { x: Number(x), y: Number(y) };
}) as { p: { x: number; y: number } };
console.log(literal.p.x + literal.p.y);
