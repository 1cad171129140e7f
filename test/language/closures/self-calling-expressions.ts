// Named function expressions that use variables around them: counted like any closure, and without a circle of references.

function offset(by: number): number {
  const down = function count(n: number): number {
    return n === 0 ? by : count(n - 1) + 1;
  };
  return down(4) + [by].map(down)[0];
}
console.log(offset(10));

// Both names of one function, and two functions that call each other and themselves.
function twoNames(): string {
  let trace = "";
  const ping = function again(n: number): void {
    trace += "a";
    if (n > 4) again(n - 2);
    else if (n > 0) pong(n - 1);
    else if (trace.length < 3) ping(n);
  };
  const pong = function back(n: number): void {
    trace += "b";
    if (n > 3) back(n - 1);
    else if (n > 0) ping(n - 1);
  };
  ping(7);
  return trace;
}
console.log(twoNames());

// Asked for before its declaration has run.
function early(): number {
  const use = (): number => product(5);
  const product = function self(n: number): number {
    return n === 0 ? 1 : n * (n % 2 === 0 ? self(n - 1) : product(n - 1));
  };
  return use();
}
console.log(early());

// Handed on by a closure inside itself.
function handlers(): string[] {
  const log: string[] = [];
  const later: (() => void)[] = [];
  const handle = (handler: (n: number) => void): void => handler(2);
  handle(function again(n) {
    log.push(`n${n}`);
    if (n > 0) later.push(() => again(n - 1));
  });
  for (let next = later.shift(); next !== undefined; next = later.shift()) next();
  return log;
}
console.log(handlers().join(" "));
