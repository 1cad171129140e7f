// An async generator counts, with pauses between; `for await` gets each number in turn.

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function* count(from: number, to: number): AsyncGenerator<number> {
  for (let n = from; n <= to; n++) {
    await sleep(1);
    yield n;
  }
}

async function main(): Promise<void> {
  let sum = 0;
  for await (const n of count(1, 5)) {
    if (n === 2) continue;
    sum += n;
    console.log(n, sum);
  }
  for await (const n of count(3, 2)) console.log("never", n);
  for await (const n of count(10, 20)) {
    if (n === 12) break;
    console.log(n);
  }
  console.log("done");
}
main().then(() => console.log("after"));
console.log("started");
