// String making: concatenation, repeat, padding, replacement, case, templates.

let text = "";
for (let i = 0; i < 20; i++) text += i;
console.log(text, text.length);
console.log("ab".repeat(3), `[${"x".repeat(0)}]`, "=".repeat(20));
console.log("7".padStart(3, "0"), "7".padEnd(3), "abc".padStart(10, "12345"), "abc".padEnd(2), "x".padEnd(4, ""));
console.log(
  "a.b.c".replace(".", "-"),
  "a.b.c".replaceAll(".", "--"),
  "abc".replaceAll("", "_"),
  "abc".replace("b", "[$&$$$`$']"),
  "none".replace("x", "y"),
);
console.log("Hello World".toUpperCase(), "Hello World".toLowerCase(), "straße ÀÉÿµ".toUpperCase(), "ÀÉÎÕÜ ×÷".toLowerCase());
const flag = true;
const half = 0.5;
console.log(`${1 + 1} ${flag} ${half} ${"nested " + `${text.slice(0, 3)}`}`);
console.log("a" + 1 + 2, 1 + 2 + "a", "x" + true + 1.5);
console.log("con".concat("cat"), String(12) + String(false) + String("s"));
