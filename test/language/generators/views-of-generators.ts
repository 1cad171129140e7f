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

// What is sent gets through, and what is returned is stored as the wider type wants it.
function* sums(): Generator<number, string, number | undefined> {
  let sum = 0;
  for (;;) {
    const sent = yield sum;
    if (sent === undefined) return `end ${sum}`;
    sum += sent;
  }
}
const summed: Generator<number | string, string | number, number | undefined> = sums();
console.log(summed.next(), summed.next(3), summed.next(4), summed.next(), summed.next());
type Process<R> = Generator<string, R, number>;
function* counted(): Process<number> {
  return (yield "first") * (yield "second");
}
function* named(): Process<string> {
  return `got ${yield "only"}`;
}
const processes: Process<unknown>[] = [counted(), named()];
for (const process of processes) {
  let step = process.next(0);
  for (let time = 5; !step.done; time++) step = process.next(time);
  console.log(step.value);
}
abstract class Job<R> {
  abstract process(): Process<R>;
}
class Counting extends Job<number> {
  process(): Process<number> {
    return counted();
  }
}
const begin = <J extends Job<unknown>>(job: J): Process<unknown> => job.process();
console.log(begin(new Counting()).next(1));

// A loop leaves nothing behind of what was returned.
function* quiet(): Generator<number, number, undefined> {
  yield 1;
  return 7;
}
const [looped, spread, wide] = [quiet(), quiet(), quiet() as Generator<number | null, unknown, undefined>];
for (const value of looped) console.log(value);
console.log(looped.next(), [...spread], spread.next(), [...wide], wide.next());
