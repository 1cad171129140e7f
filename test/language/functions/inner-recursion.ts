// Functions inside functions that call themselves and each other, by declaration and as arrows.

function parity(n: number): string {
  function isEven(value: number): boolean {
    return value === 0 ? true : isOdd(value - 1);
  }
  function isOdd(value: number): boolean {
    return value === 0 ? false : isEven(value - 1);
  }
  return isEven(n) ? "even" : "odd";
}
function sumTo(limit: number): number {
  let steps = 0;
  const add = (n: number): number => {
    steps++;
    return n === 0 ? 0 : n + add(n - 1);
  };
  return add(limit) * 100 + steps;
}
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
function collatz(start: number): string {
  const seen: number[] = [];
  const walk = (n: number): void => {
    seen.push(n);
    if (n !== 1) walk(n % 2 === 0 ? n / 2 : 3 * n + 1);
  };
  walk(start);
  return seen.join();
}
const visits: number[] = [];
(function down(n: number): void {
  if (n > 0) down(n - 1);
  visits.push(n);
})(3);

console.log(parity(10), parity(7), sumTo(4), factorial(6), collatz(6), visits.join());
