// Sleeping: async code that waits for timers, measured by a clock that moves forward.

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function main(): Promise<void> {
  const start = performance.now();
  console.log(start >= 0);
  await sleep(12);
  const waited = performance.now() - start;
  console.log(waited >= 11, waited < 5000);
  const order: string[] = [];
  await Promise.all([
    sleep(150).then(() => order.push("last")),
    sleep(1).then(() => order.push("first")),
    (async () => {
      await sleep(5);
      await sleep(8);
      order.push("five and eight");
    })(),
  ]);
  console.log(order.join(", "));
}
main();
