// The texts that the console shows, as texts: inspect and format of node:util.

import * as util from "node:util";
import { format, inspect } from "node:util";

const tree = { name: "root", children: [{ name: "leaf", children: [{ name: "deep", children: [{ name: "deeper" }] }] }] };
console.log(inspect("text"), inspect(1.5), inspect(-0), inspect([1, "a", null]), inspect(undefined), inspect(true));
console.log(inspect(tree));
console.log(inspect(tree, { depth: 0 }), inspect(tree, { depth: 1 }));
console.log(inspect(tree, { depth: null }) === inspect(tree, { depth: Infinity }), util.inspect(new Map([["a", new Set([1])]])));

console.log(format("%s is %d years and %i months, %j %O %%", "Ann", 42.5, 3.9, { a: 1 }, [1]), format("no", "places", 1));
console.log(util.format("%s", "a", "b", { c: 1 }), format(1, 2, "3"), format("100%", 1), format());
const values: unknown[] = [1, "two", [3], { four: 4 }];
for (const value of values) console.log(inspect(value), format(value));
