// Requests to an async generator that is running wait in a queue; each promise is answered in turn.

async function* letters(): AsyncGenerator<string, string> {
  console.log("begins");
  yield "a";
  await null;
  yield "b";
  return "end";
}

function show(name: string, promise: Promise<IteratorResult<string, string>>): Promise<void> {
  return promise.then((step) => console.log(name, step.done === true ? "done" : step.value));
}

async function main(): Promise<void> {
  const one = letters();
  const all = [1, 2, 3, 4, 5].map((n) => show(`next ${n}`, one.next()));
  console.log("asked");
  await Promise.all(all);

  const two = letters();
  show("two next", two.next());
  show("two return", two.return("given"));
  await show("two next again", two.next());

  const three = letters();
  show("three next", three.next());
  three.throw(new Error("thrown in")).catch((error: unknown) => console.log("three", error instanceof Error ? error.message : ""));
  await show("three next again", three.next());

  const four = letters();
  console.log("four", (await four.return("early")).value);
  await show("four next", four.next());
  await four.throw(new RangeError("too late")).catch((error: unknown) => console.log("four", error instanceof RangeError));
  console.log("four", (await four.return(Promise.resolve("later"))).value);
}
main();
