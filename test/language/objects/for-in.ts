// for-in over objects: the names of their own properties, integer names first, then in the order in which they were made.

const plain = { b: 1, a: 2, 10: "ten", 2: "two", "with space": true };
for (const key in plain) console.log(key);

class Base {
  first = 1;
  #hidden = 2;
  static shared = 3;
  readonly second: string;
  constructor(second: string) {
    this.second = second;
  }
  get accessor(): number {
    return this.#hidden;
  }
  method(): number {
    return this.#hidden + Base.shared;
  }
}
class Derived extends Base {
  third = [1, 2];
  private fourth = this.third.length;
  override first = 5;
  total(): number {
    return this.fourth + this.first;
  }
}
const names: string[] = [];
for (const key in new Derived("x")) names.push(key);
console.log(names.join(" "), new Derived("y").total(), new Base("z").method(), new Base("z").accessor);

interface Named {
  readonly name: string;
}
// The type says less than the object has.
function keysOf(named: Named): string {
  let text = "";
  for (const key in named) text += `${key};`;
  return text;
}
console.log(keysOf({ name: "only" }));
const more = { size: 1, name: "more", act(): void {} };
console.log(keysOf(more));
class Person {
  age = 3;
  name = "p";
}
console.log(keysOf(new Person()));

interface Options {
  readonly width?: number;
  readonly title: string;
  readonly depth?: number;
}
const options: Options[] = [{ title: "a" }, { depth: 1, title: "b" }, { width: 2, title: "c", depth: 3 }];
for (const option of options) {
  const list: string[] = [];
  for (const key in option) list.push(key);
  console.log(list.sort().join());
}
outer: for (const a in { x: 1, y: 2, z: 3 }) {
  for (const b in { p: 1, q: 2 }) {
    if (a === "y") continue outer;
    if (a === "z") break outer;
    console.log(a, b);
  }
}
const closures: (() => string)[] = [];
for (const key in { one: 1, two: 2 }) closures.push(() => key);
console.log(closures.map((get) => get()).join(" "));
let last = "";
for (last in { m: 0, n: 0 });
console.log(last);
for (const key in {}) console.log("never", key);
class Failure extends Error {
  code = 7;
}
for (const key in new Failure("text")) console.log(key);
