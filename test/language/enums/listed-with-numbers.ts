// The names that numbers lead to are properties of an enum, too.

enum Level {
  Low,
  Mid = 5,
  High,
}
enum Word {
  Yes = "y",
  No = "n",
}
enum Mixed {
  One = 1,
  Text = "t",
}
console.log(Object.keys(Level), Object.values(Level));
console.log(Object.entries(Level));
const numbers = Object.values(Level).filter((value) => typeof value === "number");
const names = Object.values(Level).filter((value) => typeof value === "string");
console.log(numbers, names, numbers[0] === Level.Low, names.length);
for (const [name, value] of Object.entries(Level)) if (Number.isNaN(Number(name))) console.log(name, value);
const isLevel = (value: number): value is Level => Object.values(Level).some((known) => known === value);
console.log(isLevel(5), isLevel(4));
console.log(Object.values(Word), Object.entries(Word), Object.values(Mixed), Object.keys(Mixed).length);
for (const word of Object.values(Word)) console.log(word === Word.Yes);
