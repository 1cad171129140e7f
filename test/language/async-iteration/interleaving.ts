// Two consumers and two generators take turns, one step each, in the order of jobs.

async function* steps(name: string, count: number): AsyncGenerator<string> {
  for (let n = 1; n <= count; n++) {
    console.log(`${name} makes ${n}`);
    yield `${name}${n}`;
  }
  console.log(`${name} ends`);
}
async function consume(who: string, source: AsyncGenerator<string>): Promise<void> {
  for await (const value of source) console.log(`${who} gets ${value}`);
  console.log(`${who} ends`);
}
async function main(): Promise<void> {
  await Promise.all([consume("one", steps("a", 2)), consume("two", steps("b", 3))]);
  const shared = steps("s", 4);
  await Promise.all([consume("left", shared), consume("right", shared)]);
  Promise.resolve().then(() => console.log("job before"));
  const walk = steps("t", 1);
  walk.next().then((step) => console.log("step", step.value));
  Promise.resolve().then(() => console.log("job between"));
  walk.next().then((step) => console.log("done", step.done));
  Promise.resolve().then(() => console.log("job behind"));
}
main();
