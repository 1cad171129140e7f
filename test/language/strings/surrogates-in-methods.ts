// Methods of strings count units and cut pairs; the iterator and codePointAt do not.
const text = "a😀b\ud83dc\ude00🎉";
const show = (part: string | undefined): string => JSON.stringify(part ?? "none");
console.log(text.length, [...text].length, [...text].map(show).join(" "));
for (let i = -1; i <= text.length; i++)
  console.log(i, show(text.at(i)), show(text.charAt(i)), text.charCodeAt(i), text.codePointAt(i), show(text[i] ?? ""));
console.log(show(text.slice(2, 3)), show(text.slice(1, 3)), show(text.substring(3, 1)), show(text.slice(-1)), show(text.slice(-3, -1)));
console.log(text.indexOf("\ude00"), text.indexOf("\ude00", 3), text.lastIndexOf("\ud83d"), text.includes("\ud83c"), text.indexOf("🎉"));
console.log(show(text.replace("\ude00", "_")), show(text.replaceAll("\ud83d", "-")), text.split("\ud83d").length, text.split("😀").length);
console.log(text.split("").length, show(text.split("").reverse().join("")), show([...text].reverse().join("")));
console.log(text.startsWith("\ud83d", 1), text.endsWith("\udf89"), text.endsWith("🎉"), "😀" < "\uffff", "😀" > "z");
console.log(show("x".padEnd(4, "😀")), show("x".padStart(6, "😀")), "😀".repeat(3).length, show("😀".padEnd(3, "")));
console.log("😀é".toUpperCase(), show(text.toWellFormed()), text.isWellFormed(), "😀".isWellFormed(), show("\ud83d" + "\ude00"));
let joined = "";
for (const unit of "😀🎉".split("")) joined += unit;
console.log(joined === "😀🎉", [...joined].length, String.fromCharCode(0xd83d, 0xde00) === String.fromCodePoint(0x1f600));
const counts = new Map<string, number>();
for (const letter of "😀a😀b\ud83d") counts.set(letter, (counts.get(letter) ?? 0) + 1);
console.log([...counts].map(([letter, count]) => `${show(letter)}:${count}`).join(" "));
