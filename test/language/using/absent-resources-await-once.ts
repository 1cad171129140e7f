// Of `await using`, what is null or undefined is awaited once for all of a block, and not at all where something else was awaited.
// The expected output is from the text of ECMAScript, "DisposeResources": what runs on Node lowers each to an await of its own.
async function ticks(): Promise<void> {
  for (let tick = 0; tick < 4; tick++) {
    console.log("tick", tick);
    await null;
  }
}

function resource(name: string): AsyncDisposable {
  return {
    async [Symbol.asyncDispose](): Promise<void> {
      console.log("dispose", name);
    },
  };
}

async function allAbsent(): Promise<void> {
  {
    await using a = null;
    await using b = undefined;
    await using c = null;
    console.log("body", a, b, c);
  }
  console.log("after");
}

async function oneThere(): Promise<void> {
  {
    await using a = null;
    await using b = resource("b");
    await using c = null;
    console.log("body", a === null, b === null, c);
  }
  console.log("after");
}

async function beforeSync(): Promise<void> {
  {
    await using a = null;
    using b = {
      [Symbol.dispose](): void {
        console.log("dispose now");
      },
    };
    await using c = null;
    console.log("body", a, b === null, c);
  }
  console.log("after");
}

async function leftEarly(): Promise<string> {
  await using a = null;
  await using b = null;
  if (a === b) return "left";
  return "not here";
}

await Promise.all([allAbsent(), ticks()]);
await Promise.all([oneThere(), ticks()]);
await Promise.all([beforeSync(), ticks()]);
await Promise.all([leftEarly().then(console.log), ticks()]);
