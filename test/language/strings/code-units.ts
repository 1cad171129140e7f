// Strings index in UTF-16 units; for-of goes by code points.

const text = "a\u20ac\u{1f600}b";
console.log(text.length, text.charCodeAt(2), text.codePointAt(2), text.charCodeAt(3), text.codePointAt(3));
for (const c of text) console.log(c.length, c.codePointAt(0));
for (let i = 0; i < text.length; i++) console.log(i, text.charCodeAt(i));
console.log(text.slice(0, 2), [...text].length, text.at(-1), text.charAt(9) === "", text.charCodeAt(9), text.codePointAt(9) ?? "none");
