// Tuples that are seen as tuples of wider elements: one object, also where an optimiser could tell the two types apart.

interface Animal {
  name: string;
}
interface Dog extends Animal {
  tricks: number;
}
const make = (name: string, tricks: number): [string, Dog] => [name, { name, tricks }];
function rename(pair: [string, Animal]): string {
  pair[0] = `${pair[1].name}!`;
  return pair[0];
}
const rex = make("rex", 2);
console.log(rename(rex), rex[0], rename(make("ada", 1)), rex[1].tricks);
const list: [string, Dog][] = [make("bo", 0)];
const seen: readonly (readonly [string, Animal])[] = list;
console.log(seen[0][1].name, seen[0][0], seen[0] === list[0]);

const entry: readonly [string, number | null] = ["n", 1] as [string, number];
const [name, value = 0] = entry;
console.log(name, value, entry[1], entry.length);
const short: [string, number?] = ["s"];
const loose: [unknown, unknown?] = short;
short[1] = 5;
console.log(loose[1], loose.length, loose);
loose[1] = 7;
console.log(short[1]);
const perhaps: [string, Animal] | undefined = list.find(([key]) => key === "bo");
console.log(perhaps?.[1].name, perhaps === list[0]);
Promise.resolve(rex).then((pair: [string, Animal]) => console.log(pair[1].name));
