// Negative zero: the console shows its sign, texts do not; where it comes from and where it goes.

const zero = 0;
const minus = -zero;
console.log(-0, minus, 0, `${minus}`, minus + "", String(minus), minus.toString());
console.log(minus === 0, 1 / minus, Math.round(-0.2), -5 % 5, 0 * -3, minus + 0, minus - 0, [minus].join());
console.log(Math.max(minus, 0), Math.min(0, minus), Math.sqrt(minus), Math.abs(minus), Number("-0"), parseFloat("-0.0"), minus | 0);
