// A promise that is held as one of a wider type is still the same promise, for `===`, for collections and for searches.
const narrow = Promise.resolve(2);
const wide: Promise<number | string> = narrow;
const wider: Promise<number | string | undefined> = wide;
console.log(narrow === wide, wide === wider, wider === narrow);

const names = new Map<Promise<number | string>, string>();
names.set(narrow, "first");
names.set(wide, "second");
console.log(names.size, names.get(narrow), names.has(wide), names.get(Promise.resolve(2)));

const seen = new Set<Promise<number | undefined>>([narrow, narrow]);
console.log(seen.size, seen.has(narrow), seen.delete(narrow), seen.size);

const list: Promise<number | string>[] = [narrow, wide, Promise.resolve("x")];
console.log(list.indexOf(narrow), list.includes(narrow), list[0] === list[1], list[0] === list[2]);

const held: { promise: Promise<number | string> } = { promise: narrow };
console.log(held.promise === narrow, Object.is(held.promise, narrow));

const maybe: Promise<number | string> | undefined = list.length > 2 ? narrow : undefined;
console.log(maybe === narrow, maybe === list[2]);
console.log(await wide, await wider, await held.promise, (await Promise.all(list)).join());
