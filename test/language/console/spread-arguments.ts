// Spread arguments of console.log: what they hold decides when the program runs, formats too.

const list = [1, 2.5, 3];
console.log(...list);
console.log("all:", ...list, "end");
console.log(...["a", "b"]);
console.log(...["%s and %d", "x", "7"]);
console.log("%s-%s", ...["p", "q", "r"]);
console.log(...["100%"], ...["%d"]);

const mixed: (string | number | boolean)[] = ["%d!", 5, true];
console.log(...mixed);
mixed.shift();
console.log(...mixed);

console.log(...[]);
console.log(...(list.length > 9 ? list : []), "only");
console.log(...new Set([{ a: 1 }, { a: 2 }]), ...new Map([["k", [1, 2]]]));
const pair: [string, number] = ["x", 1];
console.log(...pair, ...pair);
function logged(...values: (string | null)[]): void {
  console.log("logged", ...values);
}
logged("a", null, "%s");
logged();
