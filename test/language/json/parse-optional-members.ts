// JSON.parse: unions of objects without a literal between them, told by the properties they must have.
interface Named {
  name: string;
  age?: number;
}
interface Numbered {
  id: number;
  name: string;
}
interface Located {
  x: number;
  y: number;
}
type Entry = Named | Numbered | Located;
const entries = JSON.parse('[{"name":"a"},{"id":1,"name":"b"},{"y":2,"x":1},{"age":5,"name":"c"}]') as Entry[];
for (const entry of entries) {
  if ("x" in entry) console.log("at", entry.x, entry.y);
  else if ("id" in entry) console.log("number", entry.id, entry.name);
  else console.log("name", entry.name, entry.age ?? "ageless");
}
interface Node2 {
  value: number;
  left?: Node2;
  right?: Node2;
}
const sum = (node: Node2 | undefined): number => (node === undefined ? 0 : node.value + sum(node.left) + sum(node.right));
console.log(sum(JSON.parse('{"value":1,"left":{"value":2,"right":{"value":3}},"right":{"left":{"value":5},"value":4}}')));
const partial = JSON.parse('{"b":false}') as Partial<{ a: string; b: boolean; c: number[] }>;
console.log(partial.a, partial.b, partial.c, JSON.stringify(partial));
