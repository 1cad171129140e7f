// Prime factors: by division, with exponents in a map; divisors, totients and perfect numbers from them.

function factors(value: number): Map<number, number> {
  const found = new Map<number, number>();
  let left = value;
  for (let divisor = 2; divisor * divisor <= left; divisor += divisor === 2 ? 1 : 2)
    while (left % divisor === 0) {
      found.set(divisor, (found.get(divisor) ?? 0) + 1);
      left /= divisor;
    }
  if (left > 1) found.set(left, (found.get(left) ?? 0) + 1);
  return found;
}

function divisors(value: number): number[] {
  let list = [1];
  for (const [prime, exponent] of factors(value)) {
    const powers = Array.from({ length: exponent + 1 }, (_, power) => prime ** power);
    list = list.flatMap((divisor) => powers.map((power) => divisor * power));
  }
  return list.sort((left, right) => left - right);
}

const totient = (value: number): number => [...factors(value).keys()].reduce((result, prime) => (result / prime) * (prime - 1), value);

for (const value of [1, 2, 12, 97, 1024, 65535, 999983, 4294967297, 9007199254740991])
  console.log(
    value,
    [...factors(value)].map(([prime, exponent]) => (exponent === 1 ? prime : `${prime}^${exponent}`)).join(" * ") || "none",
  );
console.log(divisors(60).join(" "), totient(60), totient(97));
console.log(
  Array.from({ length: 500 }, (_, at) => at + 2).filter(
    (value) =>
      divisors(value)
        .slice(0, -1)
        .reduce((a, b) => a + b, 0) === value,
  ),
);
