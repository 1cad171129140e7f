// Properties that the type of an object hides: their names are listed, their values where the list can hold them, and otherwise a panic.
// Exits: 70

const source = { width: 3, height: 4, label: "box" };
const sized: { width: number } = source;
const both: { width: number; label: string } = source;
console.log(Object.keys(sized).join(), Object.hasOwn(sized, "label"));
console.log(Object.values(both).length, Object.entries(both).join(" "));
const numbers: { width: number } = { width: 1 };
console.log(Object.values(numbers).reduce((sum, value) => sum + value, 0));
const unknown: object = sized;
for (const key in unknown) console.log(key);
console.log(Object.values(sized).length);
