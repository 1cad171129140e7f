// Promise.allSettled, race and any.

function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}
function failAfter(milliseconds: number, text: string): Promise<string> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(text)), milliseconds));
}

async function main(): Promise<void> {
  for (const result of await Promise.allSettled([after(3, "slow"), failAfter(1, "fails"), after(2, "quick")])) {
    if (result.status === "fulfilled") console.log("fulfilled", result.value);
    else console.log("rejected", result.reason instanceof Error ? result.reason.message : "?");
  }
  console.log(await Promise.race([after(8, "tortoise"), after(2, "hare")]));
  try {
    await Promise.race([after(8, "late"), failAfter(1, "too quick")]);
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
  console.log(await Promise.any([failAfter(1, "one"), after(3, "winner"), failAfter(2, "two")]));
  try {
    await Promise.any([failAfter(2, "b"), failAfter(1, "a")]);
  } catch (error) {
    if (error instanceof AggregateError) {
      console.log(error.message);
      for (const inner of error.errors) console.log(inner instanceof Error ? inner.message : "?");
    }
  }
}
main();
