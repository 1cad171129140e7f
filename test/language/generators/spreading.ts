// Generators spread into arrays, unpacked by patterns, and given to Array.from.

function* letters(last: string) {
  try {
    for (let c = "a".charCodeAt(0); c <= last.charCodeAt(0); c++) yield String.fromCharCode(c);
  } finally {
    console.log(`closed after ${last}`);
  }
}

console.log([...letters("d")].join(""));
console.log([0, ...[..."ab"].map((c) => c.length), 9].join());
console.log(["<", ...letters("b"), "|", ...letters("a"), ">"].join(" "));
console.log(Array.from(letters("c")).length);

const [first, second] = letters("f");
console.log(first, second);
const [one, , three = "none", four = "default"] = letters("c");
console.log(one, three, four);
const [head, ...tail] = letters("e");
console.log(head, tail.join("+"));
const [x, y] = "héllo";
console.log(x, y);
const [[key, value]] = new Map([["k", 7]]);
console.log(key, value);
