// Evaluation order: operands, arguments and assignments from left to right; && and || only as far as needed.

let trace = "";
function step(name: string, value: number): number {
  trace += name;
  return value;
}
const sum = step("a", 1) + step("b", 2) * step("c", 3);
console.log(sum, trace);

trace = "";
function three(x: number, y: number, z: number): number {
  return x * 100 + y * 10 + z;
}
console.log(three(step("x", 1), step("y", 2), step("z", 3)), trace);

trace = "";
const both = step("p", 0) !== 0 && step("q", 1) !== 0;
const either = step("r", 1) !== 0 || step("s", 1) !== 0;
console.log(both, either, trace);

let i = 5;
console.log(i++ + ++i, i, i-- - --i, i);
let n = 1;
n += n++ * 2 + n;
console.log(n);
const list = [0, 0, 0];
let at = 0;
list[at++] = at++;
list[at] = at;
console.log(list[0], list[1], list[2], at);
