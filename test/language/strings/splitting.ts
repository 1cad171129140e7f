// split by text, by nothing, with limits, at the ends.

const show = (parts: readonly string[]): string => `${parts.length}:${parts.map((part) => `<${part}>`).join("")}`;
console.log(
  show("a,b,c".split(",")),
  show(",a,".split(",")),
  show("".split(",")),
  show("".split("")),
  show("abc".split("")),
  show("abc".split("abc")),
);
console.log(
  show("a,b,c".split(",", 2)),
  show("a--b---c".split("--")),
  show("aaa".split("aa")),
  show("a b  c".split(" ")),
  show("abc".split("x")),
  show("a,b".split(",", 0)),
);
console.log(
  show("k=v=w".split("=")),
  "one two".split(" ").reverse().join(" "),
  "1,2,3"
    .split(",")
    .map(Number)
    .reduce((a, b) => a + b, 0),
);
