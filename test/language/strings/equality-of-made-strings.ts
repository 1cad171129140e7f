// Equal texts are equal however they were made.

const made = [
  "ab" + "c",
  "abcd".slice(0, 3),
  ["a", "b", "c"].join(""),
  "a".concat("bc"),
  `${"a"}bc`,
  "ABC".toLowerCase(),
  "xabc".substring(1),
  String.fromCharCode(97, 98, 99),
];
console.log(
  made.every((text) => text === "abc"),
  new Set(made).size,
  new Map(made.map((text, i): [string, number] => [text, i])).get("abc"),
);
switch (made[3]) {
  case "ab":
    console.log("no");
    break;
  case "abc":
    console.log("found");
}
console.log(made.indexOf("abc"), made.lastIndexOf("abc"), made[0] !== made[7], "abc".length === made[1].length);
