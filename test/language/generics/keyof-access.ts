// Generic functions over an object and one of its keys: T[K] read, written, passed on.

function get<T, K extends keyof T>(object: T, key: K): T[K] {
  return object[key];
}
function set<T, K extends keyof T>(object: T, key: K, value: T[K]): void {
  object[key] = value;
}
function pluck<T, K extends keyof T>(list: readonly T[], key: K): T[K][] {
  return list.map((one) => one[key]);
}
function same<T>(a: T, b: T, key: keyof T): boolean {
  return a[key] === b[key];
}
function keysOf<T extends object>(object: T): string[] {
  const result: string[] = [];
  for (const key in object) result.push(`${key}=${String(object[key])}`);
  return result;
}
interface Person {
  name: string;
  age: number;
  isMember: boolean;
}
const ada: Person = { name: "Ada", age: 36, isMember: true };
const bob: Person = { name: "Bob", age: 36, isMember: false };

const age: number = get(ada, "age");
console.log(get(ada, "name").toUpperCase(), age + 1, get(bob, "isMember") ? "yes" : "no");
set(bob, "name", "Robert");
set(bob, "age", get(bob, "age") + 1);
set(bob, "isMember", true);
console.log(bob.name, bob.age, bob.isMember);
console.log(
  pluck([ada, bob], "name").join(),
  pluck([ada, bob], "age").reduce((sum, n) => sum + n, 0),
);
console.log(same(ada, bob, "age"), same(ada, bob, "isMember"), same(ada, ada, "name"));
console.log(keysOf({ x: 1, y: "two" }).join(" "));
class Point {
  x = 1;
  y = 2;
}
const point = new Point();
set(point, "x", 10);
console.log(get(point, "x") + get(point, "y"));
