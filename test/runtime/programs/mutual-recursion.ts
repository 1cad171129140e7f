// Two functions that call each other forty-one times, and then a panic.

function even(count: number): number {
  return count === 0 ? fail() : odd(count - 1) + 1;
}

function odd(count: number): number {
  return count === 0 ? fail() : even(count - 1) + 1;
}

function fail(): number {
  const missing: number[] = [];
  return missing[3];
}

console.log(even(40));
