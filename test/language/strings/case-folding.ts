// Upper and lower case, where lengths change and where they do not.

for (const text of ["Hello, World", "\u00c4\u00d6\u00dc", "stra\u00dfe", "123", "", "\u0130", "mIxEd"])
  console.log(text.toUpperCase(), text.toLowerCase(), text.toUpperCase().length);
const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
console.log("the QUICK brown".split(" ").map(capitalize).join(" "), capitalize(""), "a".toUpperCase() === "A");
