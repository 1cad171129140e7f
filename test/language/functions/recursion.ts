// Recursion: functions that call themselves and each other.

function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}
function isEven(n: number): boolean {
  return n === 0 ? true : isOdd(n - 1);
}
function isOdd(n: number): boolean {
  return n === 0 ? false : isEven(n - 1);
}
function ackermann(m: number, n: number): number {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
function hanoi(disks: number, from: string, to: string, via: string): number {
  if (disks === 0) return 0;
  return hanoi(disks - 1, from, via, to) + 1 + hanoi(disks - 1, via, to, from);
}
console.log(fibonacci(20), isEven(50), isOdd(50), ackermann(2, 3), hanoi(8, "a", "b", "c"));
