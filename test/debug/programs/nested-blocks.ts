// Blocks within each other that declare the same name.

function nested(given: number): number {
  const value = given;
  let sum = 0;
  {
    const value = given + 1;
    const only = value * 2;
    sum += value + only; // inner
  }
  return sum + value; // outer
}

console.log(nested(1));
