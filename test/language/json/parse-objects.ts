// JSON.parse: objects with required, optional and nested properties, and properties nobody asked for.
interface Address {
  street: string;
  number?: number;
}
interface Person {
  name: string;
  age: number;
  isMember: boolean;
  address: Address;
  tags: string[];
  note?: string;
  spouse: Person | null;
}
const text = `{
  "name": "Ann", "age": 30.5, "isMember": true,
  "address": { "street": "Main \\"St\\"" },
  "tags": ["a", "b\\u00e9", ""], "extra": { "deep": [1, { "x": null }] },
  "spouse": { "age": 1e2, "name": "Bob", "isMember": false, "tags": [],
    "address": { "number": -0, "street": "\\u0041\\n\\/" }, "note": "hi", "spouse": null }
}`;
const ann = JSON.parse(text) as Person;
console.log(ann.name, ann.age, ann.isMember, ann.address.street, ann.address.number, ann.note);
console.log(ann.tags.length, ann.tags.join("|"), ann.spouse?.name, ann.spouse?.age, ann.spouse?.note);
console.log(ann.spouse?.spouse, 1 / (ann.spouse?.address.number ?? 1), JSON.stringify(ann.spouse?.address.street));
const same: Person = JSON.parse(JSON.stringify(ann));
console.log(JSON.stringify(same) === JSON.stringify(ann), same.spouse?.tags.length);
function load(source: string): Address {
  return JSON.parse(source);
}
console.log(load('{"street":"x","street":"y"}').street, load(' { "number" : 1 , "street" : "" } ').number);
