// Divides integers by zero.

function divide(a: i32, b: i32): i32 {
  return a / b;
}
let divisor: i32 = 3;
while (divisor >= 0) {
  console.log(divide(12, divisor));
  divisor--;
}
