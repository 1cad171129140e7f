// Patterns on what is no value of its own: objects of the library, and namespaces.

import * as tools from "./parts/tools.ts";

namespace Counter {
  export const step = 2;
  export let count = 0;
  export function add(by = step): number {
    count += by;
    return count;
  }
  export class Meter {
    constructor(readonly read: number) {}
  }
}

const { max, min: least, PI, floor: down = Math.ceil } = Math;
const { log } = console;
const { keys } = Object;
log(max(1, 4, 2), least(3, 2), PI.toFixed(2), down(1.5), [1.5, 2.5].map(down), max.name, keys({ a: 1, b: 2 }));

const { add, step, Meter } = Counter;
log(add(), add(5), step, Counter.count, new Meter(3).read);

function total(list: readonly number[]): string {
  const { arrow } = tools;
  const { abs } = Math;
  return tools.Text.shout(`sum ${list.reduce((sum, each) => sum + abs(arrow(each)), 0)}`);
}
log(total([1, -2, 3]));
