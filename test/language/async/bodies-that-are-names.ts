// Asynchronous arrow functions whose body is a name alone, of a parameter, a variable or `this`.

function withValue<T, R>(value: T, work: (value: T) => Promise<R>): Promise<R> {
  return work(value);
}
console.log(await withValue(1, async (n) => n));

class Node {
  readonly name = "node";
  readonly self = async () => this;
  again(): Promise<this> {
    return (async () => this)();
  }
}
const node = new Node();
console.log((await node.self()) === node, (await node.again()).name);

const outer = "outer";
const constant = (text: string) => async () => text;
let changing = 1;
const before = async (value = changing) => value;
const after = async () => changing;
changing = 2;
console.log(await constant("text")(), await (async () => outer)(), await before(), await after());

function several(start: number): Promise<number[]> {
  const doubled = start * 2;
  let last = 0;
  const work = [async () => doubled, async () => last, async () => start];
  last = 9;
  return Promise.all(work.map((run) => run()));
}
console.log(await several(4));
