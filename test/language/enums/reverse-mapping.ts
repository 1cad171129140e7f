// An enum of numbers gives the name of a value; of equal values the last name; of others undefined.

enum Colour {
  Red,
  Green = 5,
  Blue,
  Crimson = 0,
}
enum Sign {
  Minus = -1,
  Plus = 1,
}

function name(colour: Colour): string {
  return Colour[colour];
}
console.log(Colour[0], Colour[5], Colour[Colour.Blue], Colour[1] === undefined);
console.log(name(Colour.Red), name(Colour.Green));
for (let value = 4; value < 8; value++) console.log(value, Colour[value]);
console.log(Sign[-1], Sign[1], Sign[0]);
const half = 0.5;
console.log(Colour[half], Colour[half + half + 4] ?? "none");
const names = [Colour.Green, Colour.Crimson].map((colour) => Colour[colour].toLowerCase());
console.log(names.join());
