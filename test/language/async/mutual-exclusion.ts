// Mutual exclusion: a lock as a chain of promises; without it the same work loses updates.

function withResolversByHand(): string {
  let resolveLater: (value: string) => void = () => {};
  const promise = new Promise<string>((resolve) => {
    resolveLater = resolve;
  });
  promise.then((text) => console.log("by hand", text));
  resolveLater("one");
  resolveLater("two");
  return "asked";
}

let balance = 0;
async function deposit(amount: number): Promise<number> {
  const seen = balance;
  await null;
  balance = seen + amount;
  return balance;
}

await Promise.all([1, 2, 3, 4].map(deposit));
console.log("unlocked", balance);
balance = 0;
let last: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<number>): Promise<number> => {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
};
console.log(await Promise.all([1, 2, 3, 4].map((amount) => inTurn(() => deposit(amount)))), balance);
const failing = inTurn(async () => {
  throw new Error("refused");
});
const after = inTurn(() => deposit(10));
console.log(await failing.catch((error: unknown) => (error instanceof Error ? -error.message.length : 0)), await after);
console.log(withResolversByHand());
