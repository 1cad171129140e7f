// Permutations in order: the next one in place, repeated elements, and the rank of each by factorials.

function next(values: number[]): boolean {
  let pivot = values.length - 2;
  while (pivot >= 0 && values[pivot] >= values[pivot + 1]) pivot--;
  if (pivot < 0) {
    values.reverse();
    return false;
  }
  let last = values.length - 1;
  while (values[last] <= values[pivot]) last--;
  [values[pivot], values[last]] = [values[last], values[pivot]];
  for (let low = pivot + 1, high = values.length - 1; low < high; low++, high--) [values[low], values[high]] = [values[high], values[low]];
  return true;
}

function rank(values: readonly number[]): number {
  let result = 0;
  for (let at = 0; at < values.length; at++) {
    const smaller = values.slice(at + 1).filter((value) => value < values[at]).length;
    result = result * (values.length - at) + smaller;
  }
  return result;
}

const three = [1, 2, 3];
do console.log(three.join(""), rank(three));
while (next(three));
console.log(three.join(""));

const repeated = [0, 0, 1, 1];
let count = 0;
do count++;
while (next(repeated));
console.log(count);

const five = [1, 2, 3, 4, 5];
let isInOrder = true;
for (let expected = 0; expected < 120; expected++) {
  if (rank(five) !== expected) isInOrder = false;
  next(five);
}
console.log(isInOrder, five.join(""), next([]), next([7]));
