// indexOf, lastIndexOf, includes and friends, with starts and empty searches.

const text = "banana";
console.log(
  text.indexOf("an"),
  text.indexOf("an", 2),
  text.indexOf("an", 4),
  text.indexOf(""),
  text.indexOf("", 3),
  text.indexOf("", 99),
  text.indexOf("x"),
  text.indexOf("banana!"),
);
console.log(text.lastIndexOf("an"), text.lastIndexOf("an", 2), text.lastIndexOf("b"), text.lastIndexOf(""), text.lastIndexOf("a", 0));
console.log(
  text.includes("nan"),
  text.includes("nan", 3),
  text.startsWith("ban"),
  text.startsWith("an", 1),
  text.endsWith("na"),
  text.endsWith("ban", 3),
  text.startsWith(""),
  text.endsWith(""),
);
let places = "";
for (let at = text.indexOf("a"); at >= 0; at = text.indexOf("a", at + 1)) places += at;
console.log(places, "".indexOf("a"), "".includes(""));
