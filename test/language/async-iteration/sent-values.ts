// Values go into an async generator with next(value); what was sent is what the yield gives.

async function* averages(): AsyncGenerator<number, string, number> {
  let sum = 0;
  let count = 0;
  while (count < 3) {
    const given = yield count === 0 ? 0 : sum / count;
    sum += given;
    count++;
  }
  return `of ${count}`;
}

async function* echo(): AsyncGenerator<string, void, string> {
  let said = yield "say something";
  while (said !== "stop") said = yield await Promise.resolve(`you said ${said}`);
}

async function main(): Promise<void> {
  const running = averages();
  console.log((await running.next(1000)).value);
  for (const n of [10, 20]) console.log((await running.next(n)).value);
  const last = await running.next(60);
  console.log(last.done, last.value);

  const talk = echo();
  await talk.next("lost");
  console.log((await talk.next("one")).value);
  const [two, stop, after] = await Promise.all([talk.next("two"), talk.next("stop"), talk.next("nobody hears")]);
  console.log(two.value, stop.done, after.done);
}
main();
