// String, Number and Boolean as functions and as values.
console.log(String(1.5), String(true), String(null), String(undefined), String([1, [2]]), String("x"), String());
console.log(
  Number("12"),
  Number(""),
  Number(" 7 "),
  Number("x"),
  Number(true),
  Number(),
  Number("1_0"),
  Number("-Infinity"),
  Number("0x10"),
);
console.log(Boolean(0), Boolean(""), Boolean("0"), Boolean(NaN), Boolean([]), Boolean(), Boolean(-1));
console.log([1, 2].map(String), ["1", "b"].map(Number), ["", "a", "b"].filter(Boolean), [0, 1, 2].some(Boolean), [1, 0].every(Boolean));
console.log(
  ["3", "10", "2"].map(Number).sort((a, b) => a - b),
  [1, 2].map(String).join("").length,
);
