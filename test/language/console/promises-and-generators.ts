// Promises in the console, pending and settled, and objects whose inside it does not show.

function* steps(): Generator<number> {
  yield 1;
}
const pending = new Promise<number>(() => {});
const kept = Promise.resolve({ a: 1 });
const failed = Promise.reject(new RangeError("out"));
failed.catch(() => {});
const plain = Promise.reject("text");
plain.catch(() => {});
console.log(pending, kept, plain, steps(), new WeakMap<object, number>(), new WeakSet<object>());
console.log([pending, Promise.resolve(2)], { wait: Promise.resolve("x") }, Promise.resolve([1, 2]));
const mixed: unknown[] = [kept, steps(), Promise.resolve(undefined)];
for (const value of mixed) console.log(value);
const later = new Promise<string>((resolve) => setTimeout(() => resolve("done"), 1));
console.log(later);
later.then((text) => console.log(text, later));
