// Fields and methods of one name in unrelated classes: an interface that one of them fits says nothing of the other.

interface Doubler {
  change: (x: number) => number;
  label: string;
}
class Twice {
  change = (x: number): number => x * 2;
  label = "twice";
}
class Reader {
  change = (text: string): boolean => text === "x";
  label = true;
}
class Pair {
  change = (first: string, second: string[]): string => second.join(first);
  label: number[] = [1];
}

function use(doubler: Doubler): string {
  const { change } = doubler;
  return `${doubler.label} ${change(4)} ${doubler.change(0.5)}`;
}

interface Joiner {
  change: (first: string, second: string[]) => string;
}
function join(joiner: Joiner): string {
  return joiner.change("-", ["a", "b"]);
}

console.log(use(new Twice()), new Reader().change("x"), new Reader().label);
console.log(join(new Pair()), new Pair().label.length);
console.log(use({ change: (x) => x - 1, label: "literal" }));

/** A field that a class above has given a value gets another one, also where that is zero. */
class Set1 {
  answer: number = 1;
  isSet = true;
  note: string | null = "a";
}
class Reset extends Set1 {
  override readonly answer = 0;
  override isSet = false;
  override note = null;
}
console.log(new Set1(), new Reset());
