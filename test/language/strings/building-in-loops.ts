// Strings that grow in loops at both ends, and what a copy of an earlier state keeps.

let end = "";
let front = "";
const states: string[] = [];
for (let i = 0; i < 12; i++) {
  end += i;
  front = `${i}${front}`;
  if (i % 4 === 0) states.push(end, front);
}
console.log(end, front, states.join("|"));
let doubled = "ab";
for (let i = 0; i < 10; i++) doubled += doubled;
console.log(doubled.length, doubled.slice(1000, 1006), doubled.indexOf("ba"), doubled.lastIndexOf("ab"));
const before = end;
end += "!";
console.log(before, end, before === end.slice(0, -1));
