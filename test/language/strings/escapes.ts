// Escapes in string literals.

const texts = [
  "\n",
  "\t",
  "\\",
  '"',
  "\'",
  "\0",
  "\x41",
  "\u0042",
  "\u{43}",
  "\u{1F600}",
  "a\
b",
  "\r\n",
  "\v\f\b",
];
for (const text of texts) {
  let codes = "";
  for (let i = 0; i < text.length; i++) codes += `${text.charCodeAt(i)} `;
  console.log(text.length, codes);
}
console.log("it's", 'say "hi"', "tab\there");
