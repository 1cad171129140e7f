// Truthiness: conditions on numbers, strings, objects and missing values; && and || as values.

function yes(condition: boolean): string {
  return condition ? "yes" : "no";
}
const zero = 0;
const nan = NaN;
const empty = "";
const nothing: string | null = empty === "" ? null : "x";
console.log(yes(!zero), yes(!!1), yes(!nan), yes(!empty), yes(!nothing), yes(!!-0.5));
if (zero) console.log("zero is true");
else console.log("zero is false");
while (!empty) break;
const name: string = empty || "default";
const count: number = zero || 5;
const both: number = count && count * 2;
console.log(name, count, both, nothing ?? "nothing");
const list: number[] = [];
if (list) console.log("lists are true", list.length ? "full" : "empty");
