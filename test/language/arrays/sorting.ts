// Array sorting: by text without a comparison, by comparison otherwise; equal elements keep their order.

console.log([10, 9, 1, 100, 25].sort().join(), ["b", "a", "C", "ab"].sort().join());
console.log([10, 9, 1, 100, 25].sort((a, b) => a - b).join(), [3, 1, 2].sort((a, b) => b - a).join());
class Person {
  constructor(
    readonly name: string,
    readonly age: number,
  ) {}
}
const people: Person[] = [];
for (let i = 0; i < 40; i++) people.push(new Person(`p${i}`, (i * 7) % 5));
people.sort((a, b) => a.age - b.age);
console.log(people.map((person) => `${person.name}/${person.age}`).join(" "));
const numbers: number[] = [];
let state = 1;
for (let i = 0; i < 300; i++) {
  state = (state * 1103515245 + 12345) % 2147483648;
  numbers.push(state % 1000);
}
numbers.sort((a, b) => a - b);
let isSorted = true;
for (let i = 1; i < numbers.length; i++) if (numbers[i - 1] > numbers[i]) isSorted = false;
console.log(isSorted, numbers[0], numbers[150], numbers[299]);
