// What inlined-division.ts calls.

function divide(dividend: i32, divisor: i32): i32 {
  return dividend / divisor;
}

export function split(total: i32, people: i32): i32 {
  return divide(total, people);
}
