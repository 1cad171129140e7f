// Enums as the objects they are: what Object.keys, values and entries list of them.

enum Color {
  Red,
  Green = 5,
  Blue,
}
enum Level {
  Low = "low",
  High = "high",
}
enum Mixed {
  No,
  Yes = "yes",
}

console.log(Object.keys(Color), Object.keys(Level), Object.keys(Mixed));
console.log(Object.values(Level), Object.entries(Level));
const names = Object.keys(Color).filter((key) => Number.isNaN(Number(key)));
console.log(names.join(), Object.values(Level).includes(Level.High));
for (const [name, value] of Object.entries(Level)) console.log(name, value);
const isLevel = (text: string): boolean => Object.values(Level).some((level) => level === text);
console.log(isLevel("low"), isLevel("Low"));
