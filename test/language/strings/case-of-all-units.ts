// Letter case over the first alphabets: lengths that change, round trips that do not come back, and what has no case.
const changes: string[] = [];
let upper = 0;
let lower = 0;
for (let point = 0; point < 0x600; point++) {
  const letter = String.fromCodePoint(point);
  if (letter.toUpperCase() !== letter) upper++;
  if (letter.toLowerCase() !== letter) lower++;
  if (letter.toUpperCase().length !== letter.length || letter.toLowerCase().length !== letter.length) changes.push(point.toString(16));
}
console.log(upper, lower, changes.join(" "));
const odd: string[] = [];
for (let point = 0x41; point < 0x250; point++) {
  const letter = String.fromCodePoint(point);
  const back = letter.toUpperCase().toLowerCase();
  if (letter.toLowerCase() === letter && back !== letter) odd.push(`${letter}>${back}`);
}
console.log(odd.join(" "));
for (const text of ["straße", "ﬁn", "ŉ", "ǆ ǅ Ǆ", "İ", "ı", "ΑΣ ΑΣΑ Σ", "ς", "ÿ", "µ", "Ⅷ ⅷ", "ⓐ", "𐐀 𐐨", "Ա և", "K Å"])
  console.log(text, text.toUpperCase(), text.toLowerCase(), text.toUpperCase().length, text.toLowerCase().length);
const words = ["Zebra", "apple", "Äpfel", "émile", "Öl"];
console.log(words.map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase()).join(" "));
console.log([...words].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join(" "));
