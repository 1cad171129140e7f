// Text broken into lines of bounded width, words too long left alone.

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}
const text = "the quick brown fox jumps over the incomprehensibilities of lazy dogs";
for (const width of [10, 16, 80, 1])
  console.log(
    wrap(text, width)
      .map((line) => `|${line.padEnd(Math.min(width, 20))}|`)
      .join("\n"),
  );
console.log(wrap("", 5).length);
