// Objects whose keys are the members of an enum, or numbers, read and written by a key that is known only when the program runs.

enum Color {
  Red,
  Green = 4,
  Blue,
}
const names: Record<Color, string> = { [Color.Red]: "red", [Color.Green]: "green", [Color.Blue]: "blue" };
const counts: Record<Color, number> = { [Color.Red]: 0, [Color.Green]: 0, [Color.Blue]: 0 };

for (const color of [Color.Blue, Color.Red, Color.Blue, Color.Green]) {
  counts[color]++;
  console.log(names[color], counts[color]);
}
console.log(Object.entries(counts));

const actions: Record<Color, (text: string) => string> = {
  [Color.Red]: (text) => text.toUpperCase(),
  [Color.Green]: (text) => text.toLowerCase(),
  [Color.Blue]: (text) => `${text}!`,
};
for (const color of [Color.Red, Color.Green, Color.Blue]) console.log(actions[color]("Text"));

const messages = { 200: "ok", 404: "missing", 0.5: "half" };
function message(code: 200 | 404 | 0.5): string {
  return messages[code];
}
console.log(message(200), message(0.5), message(404));

enum Mode {
  Read = "read",
  Write = "write",
}
const flags: Record<Mode, number> = { [Mode.Read]: 1, [Mode.Write]: 2 };
const modes: Mode[] = [Mode.Write, Mode.Read];
console.log(modes.map((mode) => flags[mode]));
