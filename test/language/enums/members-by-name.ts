// Members of enums by names that are known only when the program runs.

enum Colour {
  Red,
  Green,
  Blue = 10,
}
enum Level {
  Low = "low",
  High = "high",
}
enum Mixed {
  One = 1,
  Two = "two",
}
function parse(text: string): Colour | undefined {
  return Colour[text as keyof typeof Colour];
}
console.log(parse("Red"), parse("Nope"), parse("Blue"), parse(""), parse("toStrin"));
const level = (text: string): Level | undefined => Level[text as keyof typeof Level];
console.log(level("High"), level("high"), Mixed[["One", "Two"][1] as keyof typeof Mixed]);

const key: keyof typeof Colour = (["Green", "Blue"] as const)[parse("Green") === Colour.Green ? 1 : 0];
const found: Colour = Colour[key];
console.log(Colour[key], found + 1, Colour[found]);
for (const name of Object.keys(Level)) console.log(name, Level[name as keyof typeof Level]);
for (const name of Object.keys(Colour).filter((one) => Number.isNaN(Number(one)))) {
  const value = Colour[name as keyof typeof Colour];
  if (value === undefined) console.log("none");
  else console.log(name, value, typeof value);
}
