// A reader of decimal numbers, character by character, against Number.

function read(text: string): number {
  let at = 0;
  const sign = text[at] === "-" ? -1 : 1;
  if (text[at] === "-" || text[at] === "+") at++;
  let value = 0;
  let digits = 0;
  for (; at < text.length && text[at] >= "0" && text[at] <= "9"; at++, digits++) value = value * 10 + (text.charCodeAt(at) - 48);
  if (text[at] === ".") {
    let scale = 1;
    for (at++; at < text.length && text[at] >= "0" && text[at] <= "9"; at++, digits++) {
      value = value * 10 + (text.charCodeAt(at) - 48);
      scale *= 10;
    }
    value /= scale;
  }
  return digits > 0 && at === text.length ? sign * value : NaN;
}
for (const text of ["0", "12", "-7", "+3.5", "0.125", "-0", ".5", "5.", ".", "", "1x", "--1", "123456.789"])
  console.log(`<${text}>`, read(text), read(text) === Number(text));
