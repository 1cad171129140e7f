// Errors thrown before and after await, in callbacks, in Promise.all and in finally: which one is seen, and what ran before it.

const log: string[] = [];
const later = async <T>(value: T): Promise<T> => {
  await undefined;
  return value;
};
async function failing(name: string, turns: number): Promise<never> {
  for (let i = 0; i < turns; i++) await later(i);
  log.push(`fail ${name}`);
  throw new Error(name);
}
async function attempt(name: string, act: () => Promise<string>): Promise<void> {
  let text: string;
  try {
    text = await act();
  } catch (error) {
    text = `error ${error instanceof Error ? error.message : String(error)}`;
  }
  console.log(name, text, `[${log.splice(0).join(", ")}]`);
}
await attempt("return await", async () => {
  try {
    return await failing("a", 1);
  } catch {
    return "caught inside";
  }
});
await attempt("return without await", async () => {
  try {
    return failing("b", 1);
  } catch {
    return "caught inside";
  }
});
await attempt("finally replaces", async () => {
  try {
    return await failing("c", 2);
  } finally {
    await later(log.push("cleaning"));
    throw new RangeError("from finally");
  }
});
await attempt("finally returns", async () => {
  try {
    await failing("d", 0);
  } finally {
    if (log.length > 0) return await later("from finally");
  }
  return "?";
});
await attempt("all", async () => (await Promise.all([failing("slow", 5), later("x"), failing("fast", 1)])).join());
await attempt("rest of all", async () => later((await later(1)) === 1 ? await later("one") : "?"));
await attempt("callback", async () => {
  const results = await Promise.all(
    [1, 2, 3].map(async (n) => {
      try {
        if (n === 2) await failing(`n${n}`, n);
        return `${await later(n)}`;
      } catch (error) {
        return error instanceof Error ? `(${error.message})` : "?";
      } finally {
        log.push(`done ${n}`);
      }
    }),
  );
  return results.join();
});
await attempt("argument", async () => `${await later(1)}${[await later(2), await failing("e", 1), await later(3)].length}`);
await attempt("loop", async () => {
  let caught = 0;
  for (let i = 0; i < 4; i++) {
    try {
      if (i % 2 === 1) await failing(`odd ${i}`, 0);
      else if (i === 2) continue;
      log.push(`even ${i}`);
    } catch {
      caught += i;
    } finally {
      await later(log.push(`end ${i}`));
    }
  }
  return `${caught}`;
});
