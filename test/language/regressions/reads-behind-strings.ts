// Reading outside a string gives undefined where the place can hold it.

const text = "ab";
for (const at of [-1, 0, 1, 2, 99, 0.5, NaN]) {
  console.log(at, text[at] === "a", text[at] === undefined, text[at] !== "b", text[at] ?? "none", typeof text[at], `${text[at]}`);
}
let count = 0;
for (let i = 0; text[i]; i++) count++;
console.log(count, ""[0] === undefined, text[text.length] === text[text.length - 1]);

const rows = [[1, 2], [3]];
let sum = 0;
for (const each of rows[1]) sum += each;
let at = 0;
do sum += at++;
while (rows[at]);
console.log(sum, at);
