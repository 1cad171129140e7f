// Patterns as rest parameters: where a function takes nothing more, as conditional types may say, the names are undefined.

function emit<T>(name: string, ...[payload]: T extends void ? [] : [payload: T]): void {
  console.log(name, payload);
}
emit<number>("a", 4);
emit<void>("b");
function f(...[a, b = 2]: [number?, number?]): void {
  console.log(a, b);
}
f();
f(1);
f(1, 5);
const g = (...[x]: number[]): void => console.log(x);
g(3);
