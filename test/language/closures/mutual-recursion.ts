// Inner functions that call each other and use variables around them, which they share with the function that declares them.

function parity(limit: number): string {
  const log: string[] = [];
  let calls = 0;
  function even(n: number): boolean {
    calls++;
    log.push(`even ${n}`);
    return n === 0 ? true : odd(n - 1);
  }
  function odd(n: number): boolean {
    calls++;
    log.push(`odd ${n}`);
    return n === 0 ? false : even(n - 1);
  }
  const answer = even(limit);
  calls += 100;
  return `${answer} ${calls} ${log.join()} ${odd(0)} ${calls}`;
}
console.log(parity(4));
console.log(parity(3));

// Without a declared result, with a default value, and through three functions.
function ring(start: number): number {
  let steps = 0;
  const step = 2;
  function first(n: number, by = step) {
    steps++;
    return n <= 0 ? steps : second(n - by);
  }
  function second(n: number): number {
    steps += 10;
    return n <= 0 ? steps : third(n - 1);
  }
  function third(n: number): number {
    return n <= 0 ? steps : first(n - 1, 1);
  }
  return first(start) * 1000 + first(1, 1);
}
console.log(ring(0), ring(5), ring(9));
