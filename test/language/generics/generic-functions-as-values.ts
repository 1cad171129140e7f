// Generic functions where a function of certain types is wanted: each place has its instance.

const same = <T>(value: T): T => value;
const swap = function <A, B>(pair: [A, B]): [B, A] {
  return [pair[1], pair[0]];
};
function first<T>(list: readonly T[]): T | undefined {
  return list[0];
}
console.log([1, 2].map(same).join(), ["a", "b"].map(same).join(), [[1, 2], [3], []].map(first).join());

const numbers: (value: number) => number = same;
const texts: (value: string) => string = same;
const flip: (pair: [number, string]) => [string, number] = swap;
console.log(numbers(3), texts("t"), flip([1, "one"]).join());

// As arguments, in objects, in fields and chosen by a condition.
function compose<A, B, C>(inner: (a: A) => B, outer: (b: B) => C): (a: A) => C {
  return (a) => outer(inner(a));
}
console.log(compose((text: string) => text.length, numbers)("four"));
interface Tools {
  readonly pick: (n: number) => number;
  readonly show: (s: string) => string;
}
const tools: Tools = { pick: same, show: same };
console.log(tools.pick(4), tools.show("s"));
class Holder<T> {
  private readonly run: (value: T) => T;
  constructor(run: (value: T) => T) {
    this.run = run;
  }
  apply(value: T): T {
    return this.run(value);
  }
}
console.log(new Holder<number>(same).apply(2), new Holder<string>(same).apply("q"));

// One in a function, with a variable from around it.
function local(k: number): string {
  const keep = <T>(value: T): [T, number] => [value, k];
  return `${[1, 2].map(keep).join(";")} ${["z"].map(keep).join()}`;
}
console.log(local(7));
