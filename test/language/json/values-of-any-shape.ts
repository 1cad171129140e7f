// The usual type of a JSON value, which contains itself in arrays and objects: told apart, shown, parsed, copied.

type Json = string | number | boolean | null | Json[] | { name: Json; value?: Json };

function show(json: Json): string {
  if (json === null) return "null";
  if (typeof json === "string") return `"${json}"`;
  if (typeof json === "number" || typeof json === "boolean") return String(json);
  if (Array.isArray(json)) return `[${json.map(show).join()}]`;
  return `{${show(json.name)}:${json.value === undefined ? "-" : show(json.value)}}`;
}

function count(json: Json): number {
  if (Array.isArray(json)) return json.reduce<number>((total, each) => total + count(each), 1);
  if (typeof json === "object" && json !== null) return 1 + count(json.name) + (json.value === undefined ? 0 : count(json.value));
  return 1;
}

const document: Json = [1, "a", null, true, [2, [false]], { name: "x", value: [1, { name: null }] }];
console.log(show(document), count(document));
console.log(JSON.stringify(document));
console.log(document);

const parsed = JSON.parse('[{"name":[],"value":{"name":1}},[[]],"t",false]') as Json;
console.log(show(parsed), count(parsed));

const copy = structuredClone(document);
if (Array.isArray(copy)) copy[0] = { name: "changed" };
console.log(show(copy) === show(document), show(copy).slice(0, 14));

const plain: Json[] = ["text", 5, null, [], { name: "n" }];
for (const each of plain) console.log(typeof each, show(each));
console.log(JSON.stringify(plain, null, 2));
