// JSON.parse: text of another shape than the type is a TypeError with the path to the value. Node checks nothing: see the .out file.
interface Item {
  name: string;
  count: number;
  "odd name"?: boolean;
}
interface Order {
  items: Item[];
  state: "open" | "closed";
  size: [number, number];
  parent: Order | null;
}
enum Level {
  Low = 1,
  High = 5,
}
function attempt(parse: () => unknown): void {
  try {
    parse();
    console.log("fits");
  } catch (error) {
    console.log(error instanceof TypeError ? error.message : "another error");
  }
}
const order = (items: string, state = '"open"', size = "[1,2]", parent = "null"): string =>
  `{"items":${items},"state":${state},"size":${size},"parent":${parent}}`;
const items = '[{"name":"a","count":1},{"count":2,"name":"b","odd name":true}]';
const texts = [
  order(items),
  order('[{"name":"a","count":1},{"name":7,"count":1}]'),
  order('[{"name":"a"}]'),
  order('[{"name":"a","count":null}]'),
  order('[{"name":"a","count":1,"odd name":"yes"}]'),
  order("{}"),
  order(items, '"gone"'),
  order(items, "3"),
  order(items, '"open"', "[1]"),
  order(items, '"open"', "[1,2,3]"),
  order(items, '"open"', '[1,"2"]'),
  order(items, '"open"', "[1,2]", order("[]", '"closed"', "[0,0]", "[]")),
  "[]",
  "{}",
  '"text"',
];
for (const text of texts) attempt(() => JSON.parse(text) as Order);
attempt(() => JSON.parse('["a", 1]') as string[]);
attempt(() => JSON.parse('{"level": 2}') as { level: Level });
attempt(() => JSON.parse('{"level": 5}') as { level: Level });
attempt(() => JSON.parse("true") as string | number);
attempt(() => JSON.parse('{"kind":"c"}') as { kind: "a"; a: number } | { kind: "b"; b: number });
attempt(() => JSON.parse('{"kind":"b","b":"x"}') as { kind: "a"; a: number } | { kind: "b"; b: number });
attempt(() => JSON.parse('{"z":1}') as { a: number } | { b: number });
attempt(() => JSON.parse('{"on": false}') as { on: true });
attempt(() => JSON.parse('[[["deep", {"x": [1, 2, "three"]}]]]') as [[[string, { x: number[] }]]]);
