// Object.groupBy: an object with a list for each name that the callback gives; names that never came are not there. Node 20 does not have
// it: the output is beside this, by the text of ECMAScript.

interface Person {
  name: string;
  age: number;
}

const people: Person[] = [
  { name: "Ann", age: 40 },
  { name: "Ben", age: 9 },
  { name: "Cid", age: 15 },
  { name: "Dot", age: 70 },
];
const groups = Object.groupBy(people, ({ age }) => (age < 13 ? "child" : age < 18 ? "teen" : age < 130 ? "adult" : "other"));
console.log(groups.child?.map(({ name }) => name).join(), groups.teen?.length, groups.adult?.map(({ name }) => name).join());
console.log(groups.other === undefined, Object.keys(groups).sort().join(), groups.teen !== undefined);
const parity = Object.groupBy([1, 2, 3, 4, 5], (n): "even" | "odd" => (n % 2 === 0 ? "even" : "odd"));
console.log(parity.even, parity.odd);
const places = Object.groupBy("hello", (_, index) => (index < 2 ? "first" : "rest"));
console.log(places.first?.join(""), places.rest?.join(""));
const none = Object.groupBy([] as number[], (n) => (n > 0 ? "plus" : "minus"));
console.log(none.plus ?? "none", Object.keys(none).length);
console.log(Object.getOwnPropertyNames({ b: 1, a: 2, 1: 3 }), Object.getOwnPropertyNames(people[0]));
