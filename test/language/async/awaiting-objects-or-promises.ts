// Values that are an object or a promise of one: told apart also where the promise was made as one of another, equal type.

interface Item {
  n: number;
  text?: string;
}
async function total(items: (Item | Promise<Item>)[]): Promise<number> {
  let sum = 0;
  for (const item of items) {
    const { n, text = "" } = await item;
    sum += n + text.length;
  }
  return sum;
}
console.log(await total([{ n: 1 }, Promise.resolve({ n: 2, text: "two" }), Promise.resolve<Item>({ n: 3 })]));
async function make(n: number): Promise<{ n: number }> {
  await null;
  return { n };
}
async function walk(items: (Item | Promise<Item> | null)[]): Promise<string> {
  const seen: number[] = [];
  for await (const item of items) seen.push(item === null ? -1 : item.n);
  return seen.join();
}
console.log(await walk([make(5), null, { n: 6 }, Promise.resolve({ n: 7 }), make(8)]));
const pick = (flag: boolean): Item | Promise<Item> => (flag ? make(9) : { n: 10 });
console.log((await pick(true)).n, (await pick(false)).n, pick(true) instanceof Promise, pick(false) instanceof Promise);
const all = await Promise.all([pick(true), pick(false), make(11)]);
console.log(all.map((item) => item.n).join());
async function give(flag: boolean): Promise<Item> {
  return pick(flag);
}
console.log((await give(true)).n + (await give(false)).n);
