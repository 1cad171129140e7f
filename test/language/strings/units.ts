// String units: UTF-16 units, surrogate pairs, narrow and wide texts.

const narrow = "café";
const wide = "日本語";
const pairs = "a😀b";
console.log(narrow.length, wide.length, pairs.length);
console.log(narrow + wide, wide + narrow, narrow + pairs);
console.log(pairs.charCodeAt(1), pairs.charCodeAt(2), pairs.codePointAt(1), pairs.codePointAt(2), pairs.codePointAt(3));
console.log((narrow + wide).slice(0, 4) === narrow, (wide + narrow).slice(3) === narrow);
console.log(String.fromCharCode(72, 105, 0x20ac), String.fromCodePoint(0x1f600, 65));
let list = "";
for (const point of pairs) list += `<${point}>`;
console.log(list);
console.log("a" < "b", "a" < "B", "abc" < "abd", "abc" < "ab", "" < "a", "é" > "z", "日" > "é", "a" <= "a", "ab" >= "abc");
const plain: string = "cafe";
console.log(narrow === "caf" + "é", narrow !== plain, wide.slice(0, 1) === "日");
