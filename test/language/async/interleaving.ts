// Two async functions take turns, one step each.

async function worker(name: string, steps: number): Promise<string> {
  for (let i = 0; i < steps; i++) {
    console.log(`${name} ${i}`);
    await null;
  }
  return `${name} done`;
}

async function main(): Promise<void> {
  const a = worker("a", 3);
  const b = worker("b", 2);
  console.log("both started");
  console.log(await a);
  console.log(await b);
  console.log(await worker("c", 0));
}
main().then(() => console.log("end"));
console.log("main called");
