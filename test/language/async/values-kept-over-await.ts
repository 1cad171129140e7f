// What has been evaluated before an await is kept: left operands, arguments, object and key of an assignment, parts of literals.

const later = async <T>(value: T): Promise<T> => {
  await null;
  return value;
};
let n = 1;
const bump = async (by: number): Promise<number> => {
  await null;
  n += by;
  return by;
};
console.log(n + (await bump(10)), n, (await bump(5)) + n);
n += await bump(100);
console.log(n);
n = 0;
console.log([n, await bump(1), n, ...(await later([n, n + 1])), (n *= 10)].join());
console.log(`${n}-${await bump(2)}-${n}`);

const box = { count: 5, items: ["a", "b", "c"] };
let target = box;
const change = async (): Promise<number> => {
  target = { count: 1000, items: [] };
  await null;
  return 3;
};
target.count += await change();
console.log(box.count, target.count);
target = box;
let index = 0;
target.items[index++] += await later(`${index}`);
target.items[index] = await later(String((index += 1)));
console.log(box.items.join(), index);

function join(a: number, b: string, ...more: number[]): string {
  return `${a}${b}${more.join("+")}`;
}
n = 1;
console.log(join(n++, await later(`<${n}>`), n++, await later(n), n));
const made = { first: n++, second: await later(n), ...(await later({ third: n++ })), fourth: n };
console.log(made.first, made.second, made.third, made.fourth);
const pick = async (flag: boolean): Promise<string> =>
  flag && (await later(!flag)) ? "no" : ((await later<string | null>(flag ? null : "set")) ?? `default ${await later(n)}`);
console.log(await pick(true), await pick(false));
class Adder {
  constructor(readonly total: number) {}
  add(m: number): Adder {
    return new Adder(this.total + m);
  }
}
console.log(new Adder(await later(1)).add(await later(2)).add((await later([3]))[0]).total);
console.log((await later<{ size?: number } | undefined>(undefined))?.size ?? -1, (await later(box))?.items[await later(1)]);
const { a, b = await later("b default"), ...others } = await later<{ a: number; b?: string; c: number }>({ a: 1, c: 2 });
console.log(a, b, others.c);
