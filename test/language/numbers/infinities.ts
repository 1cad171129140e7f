// Arithmetic with infinities, and loops that they end.

console.log(1 / 0, -1 / 0, 1 / -0, Infinity + 1, Infinity * -2, Infinity / Infinity, 5 % Infinity, Infinity % 5);
console.log(Infinity === 1e309, -1e309, Math.abs(-Infinity), Math.sqrt(Infinity), Math.sign(-Infinity), isFinite(1e308), isFinite(1e309));
let size = 1;
let steps = 0;
while (size < Infinity) {
  size *= 1e100;
  steps++;
}
console.log(steps, size, String(-size), Number.MAX_VALUE * 2, Number.MIN_VALUE / 2);
console.log(Math.max(), Math.min(), Math.max(-Infinity, Infinity));
