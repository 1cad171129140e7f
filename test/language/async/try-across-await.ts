// try, catch and finally around await: rejections become exceptions there, and finally runs after the wait.

async function risky(n: number): Promise<number> {
  await null;
  if (n % 2 === 1) throw new RangeError(`odd ${n}`);
  return n * 10;
}

async function attempt(n: number): Promise<string> {
  try {
    const value = await risky(n);
    return `got ${value}`;
  } catch (error) {
    await null;
    return error instanceof RangeError ? `caught ${error.message}` : "other";
  } finally {
    console.log(`finally begins ${n}`);
    await null;
    console.log(`finally ends ${n}`);
  }
}

async function nested(): Promise<string> {
  try {
    try {
      await risky(3);
    } finally {
      console.log("inner finally");
      await risky(2);
    }
  } catch (error) {
    return error instanceof Error ? `outer ${error.message}` : "?";
  }
  return "not reached";
}

async function replaced(): Promise<number> {
  try {
    return await risky(4);
  } finally {
    // biome-ignore lint/correctness/noUnsafeFinally: what it does is the point
    return 7;
  }
}

async function main(): Promise<void> {
  console.log(await attempt(4));
  console.log(await attempt(5));
  console.log(await nested());
  console.log(await replaced());
}
main();
