// Generic functions as values that stay generic: returned, kept in variables and fields, passed on; each call chooses its types.

interface Identity {
  <T>(value: T): T;
}
const same: Identity = (value) => value;
console.log(same(1), same("text"), same([1, 2]).length, same(true));

function named<T>(value: T): T {
  return value;
}
let current: Identity = same;
console.log(current(2), current === same);
current = named;
console.log(current("two"), current === same, current === named, typeof current);

type Pair = <A, B>(a: A, b: B) => [B, A];
const tools: { readonly swap: Pair; readonly id: Identity } = { swap: (a, b) => [b, a], id: named };
console.log(tools.swap(1, "one"), tools.swap("x", true), tools.id(5));

function counted(): { readonly call: Identity; readonly count: () => number } {
  let count = 0;
  const call = <T>(value: T): T => {
    count++;
    return value;
  };
  return { call, count: () => count };
}
const first = counted();
const second = counted();
console.log(first.call("a"), first.call(1), second.call(null), first.count(), second.count());

function logged(prefix: string) {
  return <T extends { toString(): string }>(value: T, times = 1): T => {
    console.log(`${prefix} ${value.toString()}`.repeat(times));
    return value;
  };
}
const log = logged(">");
console.log(log(12) + 1, log("twelve", 2).length, log([1, 2]).join("+"));

function twice(run: Identity): string {
  return `${run(3) + 1} ${run("three").toUpperCase()}`;
}
console.log(twice(same), twice(named));
