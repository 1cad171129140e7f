// Async generators of every kind of value, with results of another kind, walked over and asked by hand.

interface Point {
  readonly x: number;
  readonly y: number;
}
async function* booleans(): AsyncGenerator<boolean, number> {
  yield true;
  yield false;
  return 1.5;
}
async function* optional(): AsyncGenerator<number | undefined> {
  yield 1;
  yield undefined;
  yield 3;
}
async function* points(): AsyncGenerator<Point, null> {
  yield { x: 1, y: 2 };
  return null;
}
async function* mixed(): AsyncGenerator<string | number | boolean> {
  yield "text";
  yield 42;
  yield true;
}
async function* tuples(): AsyncGenerator<[string, number], string[]> {
  yield ["a", 1];
  return ["x", "y"];
}
async function* inferred() {
  yield 1;
  yield 2;
}

async function main(): Promise<void> {
  for await (const b of booleans()) console.log(b);
  for await (const n of optional()) console.log(n ?? "nothing");
  for await (const { x, y } of points()) console.log(x, y);
  for await (const value of mixed()) console.log(typeof value === "number" ? value + 1 : value);
  for await (const [name, n] of tuples()) console.log(name, n);
  for await (const n of inferred()) console.log(n * 2);
  const walk = booleans();
  for (let step = await walk.next(); ; step = await walk.next()) {
    console.log(step.done === true ? `end ${step.value}` : `step ${step.value}`);
    if (step.done === true) break;
  }
  const two = tuples();
  await two.next();
  const end = await two.next();
  if (end.done === true) console.log(end.value.join());
}
main();
