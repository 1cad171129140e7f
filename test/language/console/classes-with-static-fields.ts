// Classes as the console shows them: their names, and the static fields that are their own.

class Plain {}
class Counter {
  static count = 2;
  static label = "counters";
  static readonly limits = [1, 2, 3];
  static #hidden = 1;
  static make(): number {
    return Counter.#hidden;
  }
  static get twice(): number {
    return this.count * 2;
  }
}
class Fast extends Counter {
  static speed = { x: 1.5, "key name": null };
  static best: Fast | null = null;
  id = 7;
}
class Still extends Counter {}
const Made = class {
  static made = true;
};
console.log(Plain, Counter);
console.log(Fast, Still, Made);
console.log({ kind: Counter, inner: { deep: { deeper: Fast } } }, [Plain, Made]);
Counter.count++;
console.log(Counter, Counter.make(), Counter.twice);
function choose(first: boolean): typeof Counter {
  return first ? Counter : Fast;
}
console.log(choose(true), choose(false));
function local(start: number): void {
  class Local {
    static start = start;
    static callback = (n: number) => n + start;
  }
  console.log(Local, Local.callback(1));
}
local(5);
local(6);
