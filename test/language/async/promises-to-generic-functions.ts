// What a generic function takes is found from the promise that it is given, also from one that is made in the call.
async function same<T>(promise: Promise<T>): Promise<T> {
  return await promise;
}
async function either<T>(given: T | Promise<T>, otherwise: T): Promise<T> {
  return (await given) ?? otherwise;
}
function all<T>(promises: Promise<T>[]): Promise<T[]> {
  return Promise.all(promises);
}
async function mapped<T, U>(promise: Promise<T>, change: (value: T) => U): Promise<U> {
  return change(await promise);
}
async function pair<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  return [await a, await b];
}

console.log(await same(Promise.resolve(2)), (await same(Promise.resolve("text"))).length);
console.log(await either(Promise.resolve(2), 3), await either(4, 5));
console.log(await all([Promise.resolve("a"), Promise.resolve("b")]));
console.log(await same(Promise.reject(new Error("no")).catch(() => 7)));
console.log(await mapped(Promise.resolve(20), (n) => n + 1), await mapped(Promise.resolve([1, 2]), (list) => list.length));
const [count, word] = await pair(Promise.resolve(1), Promise.resolve("w"));
console.log(count + 1, word.toUpperCase());
console.log(await same(same(Promise.resolve(true))), await same(Promise.resolve({ deep: [1] })));
class Part {
  n = 5;
}
console.log((await same(Promise.resolve(new Part()))).n);
