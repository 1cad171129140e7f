// Float digits: sign, exponent and fraction taken apart by arithmetic only, put together again; the step from a number to the next.

const isNegative = (value: number): boolean => value < 0 || 1 / value < 0;

function parts(value: number): { sign: number; exponent: number; fraction: number } {
  const sign = isNegative(value) ? -1 : 1;
  let fraction = Math.abs(value);
  let exponent = 0;
  if (fraction === 0 || !Number.isFinite(fraction)) return { sign, exponent, fraction };
  for (; fraction >= 2; exponent++) fraction /= 2;
  for (; fraction < 1; exponent--) fraction *= 2;
  return { sign, exponent, fraction };
}

function step(value: number): number {
  const { exponent } = parts(value);
  return exponent < -1022 ? 5e-324 : 2 ** (exponent - 52);
}

for (const value of [1, -2.5, 0.1, -0, 5e-324, 1.7976931348623157e308, 1e-310, 9007199254740993, Infinity]) {
  const { sign, exponent, fraction } = parts(value);
  const whole = sign * fraction * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(0, exponent + 1000);
  console.log(value, sign, exponent, fraction, whole === value);
}
for (const value of [1, 2, 4503599627370496, 0.1, 2.2250738585072014e-308])
  console.log(step(value), value + step(value) > value, value + step(value) / 2 === value, value - step(value) / 2 < value);
let machine = 1;
while (1 + machine / 2 > 1) machine /= 2;
console.log(machine === Number.EPSILON, 2 ** 1023 * 2, 2 ** -1074 / 2, 2 ** 53 + 1 === 2 ** 53);
