// Each turn of a loop has its own circle of functions, around its own variables.

const makers: (() => string)[] = [];
for (let turn = 0; turn < 3; turn++) {
  let count = turn * 10;
  const log: number[] = [];
  function a(n: number): number {
    log.push(count++);
    return n === 0 ? count : b(n - 1);
  }
  function b(n: number): number {
    count += 100;
    return n === 0 ? count : a(n - 1);
  }
  makers.push(() => `${turn}: ${a(turn)} ${b(1)} ${log.join()}`);
  if (turn === 1) makers.push(() => `again ${count} ${a(0)}`);
}
for (const make of makers) console.log(make());
for (const make of makers) console.log(make());

// Recursive descent: a circle of three around a position.
function evaluate(text: string): number {
  let at = 0;
  const take = (unit: string): boolean => {
    if (text[at] !== unit) return false;
    at++;
    return true;
  };
  function sum(): number {
    let value = product();
    while (take("+")) value += product();
    return value;
  }
  function product(): number {
    let value = atom();
    while (take("*")) value *= atom();
    return value;
  }
  function atom(): number {
    if (take("(")) {
      const value = sum();
      take(")");
      return value;
    }
    let value = 0;
    while (at < text.length && text[at] >= "0" && text[at] <= "9") value = value * 10 + Number(text[at++]);
    return value;
  }
  return sum();
}
console.log(evaluate("1+2*(3+4)*5"), evaluate("((2))*10+7"), evaluate("6"));
