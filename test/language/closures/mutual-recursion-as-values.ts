// Functions that call each other in a circle, taken out as values: each is one object however often it is named.

type Step = (n: number) => number;

function make(limit: number): Step[] {
  let steps = 0;
  function down(n: number): number {
    steps++;
    return n <= 0 ? steps : up(n - 2);
  }
  function up(n: number): number {
    steps += limit;
    return down(n + 1);
  }
  const list: Step[] = [down, up, down];
  console.log(list[0] === list[2], list[0] === down, list.indexOf(up));
  return list;
}
const [down, up] = make(10);
const other = make(100);
console.log(down(3), up(1), other[0](0), other[1](4), down(0));

// A closure that holds one of them as a value, and one that calls one.
function holders(word: string): (() => string)[] {
  function ping(n: number): string {
    return n === 0 ? word : `${word}${pong(n - 1)}`;
  }
  function pong(n: number): string {
    return n === 0 ? "." : `-${ping(n - 1)}`;
  }
  const kept: Step[] = [];
  const hold =
    (f: (n: number) => string): (() => string) =>
    () =>
      f(3);
  kept.push((n) => ping(n).length);
  return [hold(ping), hold(pong), () => pong(4), () => String(kept[0](2))];
}
for (const show of holders("ab")) console.log(show());
