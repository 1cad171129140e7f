// A branch that gives `[]` beside one that gives a list: also as a part of a tuple.

const lists = (n: number): [number[], string] => [[n], "x"];
const other = (b: boolean): number[] => {
  const [list] = b ? lists(4) : [[]];

  return list;
};
console.log(other(true), other(false));
const pick = (b: boolean): string[] => {
  const xs = b ? ["a"] : [];
  return xs;
};
console.log(pick(true), pick(false));
