// A rejection that is handled before the jobs run out is no error; one handled by a branch is handled.

const rejected = Promise.reject(new Error("late"));
Promise.resolve()
  .then(() => {})
  .then(() => rejected.catch((reason) => console.log("handled", reason instanceof Error ? reason.message : "?")));

async function main(): Promise<void> {
  const failing = (async (): Promise<number> => {
    throw new Error("kept");
  })();
  await null;
  try {
    await failing;
  } catch (error) {
    console.log(error instanceof Error ? error.message : "?");
  }
}
main();
