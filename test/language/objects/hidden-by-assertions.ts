// An assertion hides properties of a literal: they are there for all who list them.
interface Shown {
  a: number;
  list?: number[];
}

const point = { a: 1, b: 2 } as Shown;
console.log(Object.keys(point).join(), Object.values(point).join(), JSON.stringify(point), point.a + 1);
const nested = { z: "first", a: 3, list: [], inner: { deep: true } } as Shown;
nested.list?.push(4);
console.log(JSON.stringify(nested), "z" in nested, nested.list?.length);
const back = point as Shown & { b: number };
console.log(back.b + 1);

function hide<T extends { a: number }>(value: number): T {
  return { a: value, extra: "x" } as unknown as T;
}
console.log(JSON.stringify(hide<Shown>(5)));
const some = (flag: boolean): Shown => (flag ? { a: 1, c: null } : { a: 2 }) as Shown;
console.log(JSON.stringify(some(true)), JSON.stringify(some(false)));
