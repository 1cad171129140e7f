// localeCompare with options: numbers inside of texts by their value, and letters without regard to their case.

const files = ["img12.png", "img10.png", "IMG2.png", "img1.png", "img01.png", "img.png", "Img100.png"];
console.log([...files].sort((a, b) => a.localeCompare(b)));
console.log([...files].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })));
console.log([...files].sort((a, b) => a.localeCompare(b, "en", { numeric: true, sensitivity: "base" })));

const pairs: [string, string][] = [
  ["a", "A"],
  ["A", "b"],
  ["a", "a"],
  ["2", "10"],
  ["1.5", "1.25"],
  ["x9y1", "x10y0"],
  ["007", "7"],
  ["a-b", "ab"],
  ["", "0"],
  ["_1", "1"],
];
for (const [a, b] of pairs) {
  const base = a.localeCompare(b, "en-US", { sensitivity: "base" });
  const accent = a.localeCompare(b, "en", { sensitivity: "accent" });
  const numeric = a.localeCompare(b, "en", { numeric: true });
  const both = a.localeCompare(b, "en", { numeric: true, sensitivity: "base" });
  console.log(a, b, a.localeCompare(b), a.localeCompare(b, "en"), base, accent, numeric, both);
}
console.log("Straße".toLocaleUpperCase(), "ÀB".toLocaleLowerCase("en-US"), "i".toLocaleUpperCase("en"));
