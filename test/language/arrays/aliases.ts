// Two names of one array see each other's changes; a copy does not.

const first = [1, 2, 3];
const second = first;
const copy = [...first];
const part = first.slice();
second.push(4);
first[0] = 10;
console.log(first.join(), second.join(), copy.join(), part.join(), first === second, first.length);
function change(list: number[]): void {
  list.reverse();
  list = [0];
  list.push(1);
}
change(second);
console.log(first.join(), copy.join());
const nested = [first, first, copy];
nested[0].pop();
nested[2].push(99);
console.log(nested.map((each) => each.join("+")).join(" "), new Set(nested).size);
