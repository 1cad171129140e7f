// replace and replaceAll with functions instead of texts.
const text = "one two one";
console.log(
  text.replace("one", (found) => found.toUpperCase()),
  text.replaceAll("one", (found, position) => `${found}@${position}`),
);
console.log(
  text.replaceAll("", (found, position) => (position % 4 === 0 ? "|" : found)),
  text.replace("x", () => "y"),
  "aaa".replaceAll("aa", () => "$&"),
);
let count = 0;
console.log(
  "a-b-c".replaceAll("-", () => {
    count++;
    return `<${count}>`;
  }),
  count,
);
console.log("abc".replace("b", (found, position, whole) => `[${found}${position}${whole}]`));
console.log("x$y".replace("$", "$$"), "abc".replace("b", "[$&$`$']"), "aXbX".replaceAll("X", "$'"));
