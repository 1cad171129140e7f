// ||=, &&= and ??= evaluate their right side only when they assign.

let calls = 0;
function make(value: number): number {
  calls++;
  return value;
}
let a = 0;
a ||= make(3);
a ||= make(4);
let b = 5;
b &&= make(0);
b &&= make(7);
let c: number | undefined;
c ??= make(0);
c ??= make(9);
console.log(a, b, c, calls);
const box: { value: number | null } = { value: null };
box.value ??= make(1);
box.value ??= make(2);
console.log(box.value, calls);
let text = "";
text ||= "empty";
text &&= `${text}!`;
console.log(text);
