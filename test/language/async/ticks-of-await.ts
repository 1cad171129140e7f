// How many jobs each form of waiting takes: seen beside a chain of thens that counts.

let chain = Promise.resolve();
for (let i = 1; i <= 8; i++) chain = chain.then(() => console.log(`tick ${i}`));

async function plain(): Promise<void> {
  await undefined;
  console.log("await of a value");
}
async function native(): Promise<void> {
  await Promise.resolve();
  console.log("await of a promise");
}
async function returned(): Promise<number> {
  return Promise.resolve(1);
}
async function awaited(): Promise<number> {
  return await Promise.resolve(2);
}
async function value(): Promise<number> {
  return 3;
}
plain();
native();
returned().then((n) => console.log(`return of a promise ${n}`));
awaited().then((n) => console.log(`return of an await ${n}`));
value().then((n) => console.log(`return of a value ${n}`));
new Promise<number>((resolve) => resolve(Promise.resolve(4))).then((n) => console.log(`resolved with a promise ${n}`));
Promise.resolve(Promise.resolve(5)).then((n) => console.log(`Promise.resolve of a promise ${n}`));
Promise.resolve()
  .then(() => Promise.resolve(6))
  .then((n) => console.log(`then gave a promise ${n}`));
Promise.resolve(7)
  .finally(() => {})
  .then((n) => console.log(`after finally ${n}`));
Promise.reject(new Error("8"))
  .catch(() => {})
  .then(() => console.log("after catch"));
