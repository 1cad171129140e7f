// JSON.parse: unions of primitives, null, arrays and objects that a property tells apart.
type Shape =
  | { kind: "circle"; radius: number }
  | { kind: "box"; width: number; height: number }
  | { kind: "group"; parts: Shape[]; label: string | null };
function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return shape.radius * shape.radius * 3;
    case "box":
      return shape.width * shape.height;
    case "group":
      return shape.parts.reduce((sum, part) => sum + area(part), 0);
  }
}
const text = `[{"radius": 2, "kind": "circle"}, {"kind":"group","label":null,"parts":[{"kind":"box","width":3,"height":4},
  {"kind":"group","parts":[],"label":"empty"}]}, {"kind": "circle", "radius": 9, "radius": 1, "width": 9}]`;
const shapes = JSON.parse(text) as Shape[];
for (const shape of shapes) console.log(shape.kind, area(shape));
type Loose = string | number | boolean | null;
for (const value of JSON.parse('["a", 1, true, null, -0.5, false, ""]') as Loose[]) console.log(typeof value, value);
const ids = JSON.parse('{"id": "x", "list": [1, 2]}') as { id: string | number; list: number[] | string };
console.log(ids.id, typeof ids.list === "string" ? ids.list : ids.list.length);
type Reply = { ok: true; value: number } | { ok: false; error: string };
for (const source of ['{"ok":true,"value":3}', '{"error":"bad","ok":false}']) {
  const reply = JSON.parse(source) as Reply;
  console.log(reply.ok ? reply.value : reply.error);
}
type Level = { level: 1 | 2; a: string } | { level: 3; b: string };
const level: Level = JSON.parse('{"level": 3, "a": "no", "b": "yes"}');
console.log(level.level === 3 ? level.b : level.a);
const maybe: string | null = JSON.parse("null");
console.log(maybe ?? "none", (JSON.parse('"text"') as string | null) ?? "none");
