// JSON.stringify of plain values, strings with everything that is escaped, arrays and tuples.
console.log(
  JSON.stringify(1),
  JSON.stringify(-0),
  JSON.stringify(1e21),
  JSON.stringify(NaN),
  JSON.stringify(Infinity),
  JSON.stringify(0.1),
);
console.log(JSON.stringify("plain"), JSON.stringify('say "hi"\\'), JSON.stringify("\b\t\n\f\r\u0000\u001f\u007f"), JSON.stringify("é€😀"));
console.log(JSON.stringify("\ud800"), JSON.stringify("a\udc00b"), JSON.stringify(""), JSON.stringify(true), JSON.stringify(null));
console.log(JSON.stringify([]), JSON.stringify([1, 2, 3]), JSON.stringify([[1], [], [2, 3]]), JSON.stringify(["a", "b"]));
console.log(
  JSON.stringify([1, undefined, 3]),
  JSON.stringify([NaN, null] as (number | null)[]),
  JSON.stringify(["x", 1, false, null] as (string | number | boolean | null)[]),
);
const pair: [string, number] = ["p", 2];
console.log(JSON.stringify(pair), JSON.stringify([pair, pair]));
