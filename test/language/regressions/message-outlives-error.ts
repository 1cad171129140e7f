// What was read from an object that ends there lives on: the last use of an error is the read of its message.
function fail(count: number): string {
  throw new RangeError(`count ${count} is out of range`);
}
class Holder {
  constructor(readonly text: string) {}
}
function textOf(count: number): string {
  return new Holder(`made of ${count}`).text;
}
for (const count of [1, 2, 3]) {
  try {
    console.log(fail(count));
  } catch (e) {
    if (e instanceof RangeError) console.log(e.message);
  }
  console.log(textOf(count), textOf(count + 1).length);
}
