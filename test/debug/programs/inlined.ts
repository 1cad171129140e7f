// Calls that the optimiser puts the bodies of in place of.

let calls = 0;

/** @inline */
function scaled(value: number, factor: number): number {
  calls++;
  console.log(value); // innermost
  return value * factor;
}

/** @inline */
function sumOfScaled(values: number[], factor: number): number {
  let sum = 0;
  for (const value of values) sum += scaled(value, factor);
  return sum;
}

console.log(sumOfScaled([2, 3], 10), calls);
