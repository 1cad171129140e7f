// Texts that were made by appending share a buffer, and each ends on its own.
let text = "";
const kept: string[] = [];
for (let i = 0; i < 300; i++) {
  text += "part" + i + ";";
  if (i % 100 === 0) kept.push(text);
}
const half = text.slice(0, text.length / 2);
text = "short" + kept.length;
console.log(kept.map((part) => part.length).join(), half.length, text);
let twin = half + "a" + half.length;
const other = half + "b";
twin += "c";
console.log(twin.slice(-6), other.slice(-3), half.endsWith(other.slice(-1)));
