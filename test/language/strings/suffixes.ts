// Suffixes of a text sorted, and repeats found between neighbours.

const text = "mississippi";
const suffixes = Array.from({ length: text.length }, (_, i) => i).sort((a, b) => (text.slice(a) < text.slice(b) ? -1 : 1));
console.log(suffixes.join());
let longest = "";
for (let i = 1; i < suffixes.length; i++) {
  const [a, b] = [text.slice(suffixes[i - 1]), text.slice(suffixes[i])];
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  if (length > longest.length) longest = a.slice(0, length);
}
console.log(longest, suffixes.map((i) => text[i]).join(""), suffixes.map((i) => text[(i + text.length - 1) % text.length]).join(""));
