// Walking over one of several things: a set or nothing, a list or a set, a generator or a list.

const listeners = new Map<string, Set<(value: number) => void>>();
const seen: number[] = [];
listeners.set("a", new Set([(value: number) => seen.push(value), (value: number) => seen.push(-value)]));
function emit(name: string, value: number): void {
  for (const listener of listeners.get(name) ?? []) listener(value);
}
emit("a", 1);
emit("b", 2);
emit("a", 3);
console.log(seen);

function total(values: number[] | Set<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
console.log(total([1, 2, 2]), total(new Set([1, 2, 2])), total([]), total(new Set()));

function* count(to: number): Generator<number> {
  try {
    for (let i = 0; i < to; i++) yield i;
  } finally {
    console.log("closed");
  }
}
function firstOver(values: number[] | Generator<number>, limit: number): number | undefined {
  for (const value of values) if (value > limit) return value;
  return undefined;
}
console.log(firstOver([1, 5, 9], 4), firstOver(count(100), 4), firstOver(count(2), 4));

const counts = new Map<string, Map<string, number>>([["x", new Map([["one", 1]])]]);
for (const name of ["x", "y"]) {
  for (const [key, value] of counts.get(name) ?? []) console.log(name, key, value);
  console.log([...(counts.get(name)?.keys() ?? [])].length);
}
const growing = new Set([1]);
for (const value of growing.size > 0 ? growing : [7]) if (value < 4) growing.add(value + 1);
console.log([...growing]);
const letters = (isText: boolean): string | string[] => (isText ? "añ😀" : ["x", "yy"]);
for (const letter of letters(true)) console.log(letter, letter.length);
for (const letter of letters(false)) console.log(letter);
