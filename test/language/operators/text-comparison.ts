// Order of texts is by code unit; + joins with numbers and booleans by their own text.

console.log("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "10" < "9", "é" > "z");
console.log("a" <= "a", "b" >= "bb", "\u{1F600}" < "\uFFFF", "Z" > "A");
const words = ["pear", "Apple", "fig", "apple"];
words.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
console.log(words.join());
let smallest = words[0];
for (const word of words) if (word < smallest) smallest = word;
console.log(smallest);
console.log(1 + "2" + 3, "a" + 1 + 2, 1 + 2 + "a", "x" + true + null + undefined, "" + -0, "n" + 0.1);
let built = "";
for (let n = 0; n < 3; n++) built += n + ",";
console.log(built, `${"a"}` === "a");
