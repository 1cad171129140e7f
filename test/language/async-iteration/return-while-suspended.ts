// return() makes the generator return where it is suspended; finally blocks may yield, await, and return something else.

async function* stubborn(): AsyncGenerator<string, string> {
  try {
    yield "first";
  } finally {
    yield "from finally";
    await null;
  }
  return "unreached";
}
async function* overriding(): AsyncGenerator<string, string> {
  try {
    yield "first";
    return "body";
  } finally {
    return "finally";
  }
}
async function* failing(): AsyncGenerator<string, string> {
  try {
    yield "first";
  } catch (error) {
    yield `caught ${error instanceof Error ? error.message : "?"}`;
  }
  return "end";
}
function text(step: IteratorResult<string, string>): string {
  return `${step.done === true} ${step.value}`;
}

async function main(): Promise<void> {
  const one = stubborn();
  console.log(text(await one.next()));
  console.log(text(await one.return("given")));
  console.log(text(await one.next()));
  console.log((await one.next()).done);

  const two = overriding();
  console.log(text(await two.next()));
  console.log(text(await two.return("given")));

  // A promise that is rejected, given to return, is thrown where the generator is.
  const three = failing();
  console.log(text(await three.next()));
  console.log(text(await three.return(Promise.reject(new Error("no value")))));
  console.log(text(await three.next()));

  const four = failing();
  await four.next();
  console.log(text(await four.throw(new Error("put in"))));
  console.log(text(await four.return("bye")));
}
main();
