// A generator where one of a wider type is wanted, whose values are stored otherwise: nothing is lost, and requests get through.

function* numbers(): Generator<number, string, undefined> {
  try {
    yield 1;
    yield 2;
    yield 3;
  } catch (error) {
    console.log("caught", String(error));
    yield 9;
  } finally {
    console.log("finally");
  }
  return "end";
}

const thrown: Generator<number | string, string, undefined> = numbers();
console.log(thrown.next(), thrown.throw(new Error("x")), thrown.next(), thrown.next());
const returned: Generator<number | string, string, undefined> = numbers();
console.log(returned.next(), returned.return("early"), returned.next());
const left: Generator<number | null, string, undefined> = numbers();
for (const value of left) {
  console.log(value);
  if (value === 2) break;
}
console.log(left.next());
const walked: IterableIterator<number | string> = numbers();
console.log([...walked]);

const source = numbers();
const view: Iterator<number | null> = source;
console.log(source.next(), view.next(), source.next(), view.next(), source.next());
const closing = numbers();
const closed: Iterable<number | null> = closing;
for (const value of closed) {
  console.log("first", value);
  break;
}
console.log(closing.next());
