// Comma, void, and the order in which operands are evaluated.

const order: string[] = [];
function note(name: string, value: number): number {
  order.push(name);
  return value;
}
const last = (note("a", 1), note("b", 2), note("c", 3));
console.log(last, order.join(""));
const nothing = void note("d", 4);
console.log(nothing, nothing === undefined);
let i = 0;
let j = 10;
for (; i < j; i += 3, j--) order.push(`${i}`);
console.log(i, j, order.join(""));
const list = [0, 0, 0];
let at = 0;
list[at++] = at++ + at;
list[at] = (at = 1) + 4;
console.log(list.join(), at);
const object = { n: 1 };
object.n += (object.n = 10) + 1;
console.log(object.n);
const sum = note("x", 1) + note("y", 2) * note("z", 3);
console.log(sum, order.slice(-3).join(""));
console.log(note("p", 0) && note("q", 1), order[order.length - 1]);
console.log(!note("r", 0) === true, order.slice(-2).join(""));
