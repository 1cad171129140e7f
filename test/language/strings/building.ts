// String building: long texts made by appending, from several branches of one text.

let text = "";
for (let i = 0; i < 3000; i++) text += i % 10;
console.log(text.length, text.slice(-12));
const base = "0123456789".repeat(10);
const left = base + "left";
const right = base + "right";
const more = left + "!" + right.length;
console.log(left.slice(95), right.slice(95), more.slice(95), base.length);
let wide = "x".repeat(70);
for (let i = 0; i < 5; i++) wide += "é";
const before = wide;
wide += "日本";
wide += "é";
console.log(before.length, before.slice(68), wide.length, wide.slice(68), wide.indexOf("日"));
const words: string[] = [];
let line = "-".repeat(64);
for (let i = 0; i < 5; i++) {
  line += i;
  words.push(line);
}
for (const word of words) console.log(word.length, word.slice(62), word === words[4].slice(0, word.length), word < words[4]);
const map = new Map<string, number>();
for (const word of words) map.set(word, word.length);
console.log(map.get(words[2]) ?? -1, map.get("-".repeat(64) + "01") ?? -1, words[3].toUpperCase() === words[3]);
