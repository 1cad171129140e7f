// Unary `+`, `-` and `~` make a number of a text or a truth value, as Number() does.

console.log(+"12", +"", +" 3.5 ", +"abc", +"0x1f", +"1e3", +"-7");
console.log(+true, +false, -true, -"4" + 1, ~"5", ~true);
function sum(texts: readonly string[]): number {
  let total = 0;
  for (const text of texts) total += +text;
  return total;
}
console.log(sum(["1", "2.5", " -3 "]), sum([]), sum(["x"]));
const flags = [true, false, true];
console.log(
  flags.reduce((count, flag) => count + +flag, 0),
  ["3", "1", "2"].map((text) => +text * 2).join(),
  Object.is(-"0", -0),
);
