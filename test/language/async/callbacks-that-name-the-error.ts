// Callbacks for rejections say what they expect the reason to be: `catch((error: Error) => ...)`, and in the second place of `then`.

class NotFound extends Error {
  constructor(readonly key: string) {
    super(`no ${key}`);
    this.name = "NotFound";
  }
}

function find(key: string): Promise<number> {
  return key.length > 3 ? Promise.resolve(key.length) : Promise.reject(new NotFound(key));
}

function describe(error: Error): string {
  return `${error.name}: ${error.message}`;
}

async function main(): Promise<void> {
  find("ab").catch((error: Error) => console.log("caught", error.message));
  console.log(await find("abc").catch((error: NotFound) => error.key));
  console.log(await find("abcd").catch((error: NotFound) => error.key));
  const both = await find("x").then(
    (value) => `value ${value}`,
    (error: NotFound) => `${error.key} is not there`,
  );
  console.log(both);
  console.log(await find("y").then((value) => String(value), describe));
  console.log(await find("y").then(String).catch(describe));
  console.log(await Promise.reject("a text").catch((reason: string) => reason.toUpperCase()));
  console.log(await Promise.reject(41).catch((reason: number) => reason + 1));
  console.log(await find("z").catch(async (error: Error) => find(`${error.message}!`)));
  console.log(await find("w").catch((error: unknown) => (error instanceof NotFound ? error.key : "?")));
}

main().then(
  () => console.log("done"),
  (error: Error) => console.log("failed", error.message),
);
