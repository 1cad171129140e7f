// Closures that call themselves and each other through variables.

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const isEven = (n: number): boolean => n === 0 || isOdd(n - 1);
const isOdd = (n: number): boolean => n !== 0 && isEven(n - 1);
console.log(factorial(10), isEven(10), isOdd(7), isEven(3));
function hanoi(count: number): string {
  let moves = "";
  let made = 0;
  const move = (n: number, from: string, to: string, by: string): void => {
    if (n === 0) return;
    move(n - 1, from, by, to);
    moves += `${from}${to} `;
    made++;
    move(n - 1, by, to, from);
  };
  move(count, "A", "C", "B");
  return `${moves}${made}`;
}
console.log(hanoi(3), hanoi(1), hanoi(0));
