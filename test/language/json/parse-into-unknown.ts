// JSON.parse where unknown is wanted: values that are shown, written, narrowed, and asked for their members by name.

const text = '{"name":"Ann","age":41,"tags":["a","b"],"address":{"city":"Ulm","zip":null},"2":true,"1":false,"a-b":-0.5}';
const parsed: unknown = JSON.parse(text);
console.log(parsed);
console.log(JSON.stringify(parsed));
console.log(JSON.stringify(parsed, null, 2));
console.log(JSON.stringify(parsed, ["age", "address", "city"]));

for (const value of ["1", '"t"', "true", "null", "[]", "{}", "[1,[2,[3,[4]]]]", '{"a":{"b":{"c":{"d":1}}}}', ' [ null , "x" ] ']) {
  const one: unknown = JSON.parse(value);
  console.log(typeof one, one === null, Array.isArray(one), one, JSON.stringify(one));
}

function describe(value: unknown): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return `text ${value}`;
  if (typeof value === "number") return `number ${value + 1}`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `list of ${value.map(describe).join(", ")}`;
  if (typeof value === "object" && "name" in value) return `named ${describe(value.name)}`;
  return `object ${Object.keys(value as object).join()}`;
}
console.log(describe(parsed), "|", describe(JSON.parse('[1,"b",null,{"q":1},[true]]')));

for (const bad of ["{", "[1,]", '{"a" 1}', "", "tru", '{"a":1}}', '{"a":1,}']) {
  try {
    console.log(JSON.parse(bad));
  } catch (error) {
    if (error instanceof Error) console.log(error.name);
  }
}
JSON.parse("[1]");
const twice: unknown = JSON.parse('{"a":1,"b":2,"a":3}');
console.log(twice, `${String(twice)}`, twice === JSON.parse("{}"));
