// Behind the end of a text and of an array of texts, comparisons and `switch` find undefined, which is no text.
function digits(source: string, from: number): string {
  let at = from;
  while (source[at] >= "0" && source[at] <= "9") at++;
  return source.slice(from, at);
}
function digitsByAssertion(source: string, from: number): number {
  let at = from;
  while ("0" <= source[at]! && source[at]! <= "9") at++;
  return at;
}
function next(source: string, at: number): string {
  switch (source[at]) {
    case "+":
    case "-":
      return "sign";
    case undefined:
      return "end";
    default:
      return "other";
  }
}
function kind(words: string[], at: number): number {
  switch (words[at]!) {
    case "one":
      return 1;
    case "two":
      return 2;
  }
  return -1;
}
class Point {
  constructor(readonly x: number) {}
}
const points = [new Point(1)];
console.log(digits("x123", 1), digits("12", 0), `[${digits("", 0)}]`, digitsByAssertion("456", 0), digitsByAssertion("a", 0));
console.log(next("+", 0), next("", 0), next("a", 0), next("a", -1));
console.log(kind(["one", "two"], 1), kind(["one"], 3), kind([], 0));
const words = ["b", "d"];
console.log(words[0] < "c", words[5] < "c", words[5] > "c", !(words[5] <= "c"), words[9]! === "d", words[9]! !== "d", words[1]! === "d");
console.log(points[0] instanceof Point, points[1] instanceof Point);
let count = 0;
for (let i = 0; words[i] !== undefined; i++) count++;
console.log(count, words[2]! === "x", "z" > words[7]!);
