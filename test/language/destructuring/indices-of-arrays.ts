// Object patterns on arrays, tuples and texts: indices and `length`.
const array = [5, 6, 7];
const { 0: first, length } = array;
const { 1: second = 9, [2]: third, 7: none = -1 } = array;
console.log(first, length, second, third, none);

const tuple: [string, number] = ["a", 1];
const { 0: name, 1: count, length: size } = tuple;
console.log(name, count + 1, size);

function ends({ 0: head, length: long }: readonly string[]): string {
  return `${head} of ${long}`;
}
console.log(ends(["x", "y"]));
const { length: letters, 1: letter } = "hello";
console.log(letters, letter);

let low = 0;
let high = 0;
({ 0: low, 2: high = 4 } = array);
console.log(low, high);
({ 0: low, 9: high = 4 } = array);
console.log(low, high);
const at = 1;
const { [at]: middle } = array;
console.log(middle);
