// await inside expressions: operands already evaluated keep their values, and only what is needed is awaited.

async function give<T>(value: T, log?: string): Promise<T> {
  if (log !== undefined) console.log(`giving ${log}`);
  return value;
}
function sum(...values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

async function main(): Promise<void> {
  let x = 1;
  const left = x + (await give(10).then((n) => ((x = 100), n))) + x;
  console.log(left);
  console.log(sum(1, await give(2, "second"), 3, await give(4, "fourth")));
  console.log((await give(false)) && (await give(true, "never")));
  console.log((await give<string | null>(null)) ?? (await give("default", "default")));
  console.log((await give(true)) ? await give("yes", "yes") : await give("no", "no"));
  console.log([await give(1), ...(await give([2, 3])), await give(4)].join());
  const { a, b } = { a: await give("A"), b: await give(5) };
  console.log(`${a}${b}${await give("!")}`);
  const list = [1, 2, 3];
  list[await give(1)] += await give(40);
  console.log(list.join());
  const point = { x: 1 };
  point.x = point.x + (await give(2));
  console.log(point.x, (await give({ deep: { n: 7 } })).deep.n, (await give("text")).length);
}
main();
