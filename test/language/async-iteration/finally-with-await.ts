// Leaving a loop early ends the generator: its finally blocks run, awaits in them too, before the loop's end goes on.

const log: string[] = [];
async function* guarded(name: string): AsyncGenerator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    log.push(`${name} closing`);
    await Promise.resolve();
    log.push(`${name} closed`);
  }
}

async function byBreak(): Promise<void> {
  for await (const n of guarded("break")) if (n === 1) break;
  log.push("behind break");
}
async function byReturn(): Promise<string> {
  for await (const n of guarded("return")) return `returned ${n}`;
  return "never";
}
async function byThrow(): Promise<void> {
  for await (const n of guarded("throw")) throw new Error(`thrown at ${n}`);
}
async function byLabel(): Promise<void> {
  outer: for (let turn = 0; turn < 3; turn++) {
    for await (const n of guarded(`label ${turn}`)) {
      if (turn === 0) continue outer;
      log.push(`turn ${turn} n ${n}`);
      break outer;
    }
  }
}
async function main(): Promise<void> {
  await byBreak();
  log.push(await byReturn());
  try {
    await byThrow();
  } catch (error) {
    log.push(error instanceof Error ? error.message : "?");
  }
  await byLabel();
  for await (const n of guarded("whole")) log.push(`whole ${n}`);
  console.log(log.join("\n"));
}
main();
