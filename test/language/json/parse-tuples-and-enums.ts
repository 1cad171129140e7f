// JSON.parse: tuples with and without optional elements, enums of numbers and of texts, literal types.
enum Color {
  Red,
  Green,
  Blue = 10,
}
enum Size {
  Small = "s",
  Large = "l",
}
const pairs = JSON.parse('[["a", 1], ["b", 2.5]]') as [string, number][];
for (const [name, value] of pairs) console.log(name, value);
const map = new Map(JSON.parse('[["x", [1]], ["y", []]]') as [string, number[]][]);
console.log(map.size, map.get("x")?.length, map.get("y")?.length);
const optional = JSON.parse('[[1], [1, "two"], [1, "two", true]]') as [number, string?, boolean?][];
for (const each of optional) console.log(each.length, each[0], each[1], each[2]);
interface Item {
  color: Color;
  size: Size;
  unit: "cm" | "in";
  colors: Color[];
  version: 1 | 2;
}
const item = JSON.parse('{"color":10,"size":"l","unit":"in","colors":[0,1,10,0],"version":2}') as Item;
console.log(item.color === Color.Blue, Color[item.color], item.size === Size.Large, item.unit, item.version);
console.log(item.colors.map((color) => Color[color]).join(" "));
const empty = JSON.parse("[]") as [];
console.log(empty.length, (JSON.parse("[null, [true]]") as [null, [boolean]])[1][0]);
