// Generic types that contain themselves: trees as T | Tree<T>[], mapped, flattened and counted for several T.

type Tree<T> = T | Tree<T>[];

function leaves<T>(tree: Tree<T>): T[] {
  return Array.isArray(tree) ? tree.flatMap((inner) => leaves(inner)) : [tree];
}

function map<T, U>(tree: Tree<T>, change: (value: T) => U): Tree<U> {
  return Array.isArray(tree) ? tree.map((inner) => map(inner, change)) : change(tree);
}

const texts: Tree<string> = ["a", ["b", ["c"]], "d", []];
console.log(leaves<string>(texts));
const numbers: Tree<number> = [1, [2, [3]]];
console.log(leaves<number>(numbers));

const shown = map<number, string>(numbers, (value) => `#${value * 2}`);
console.log(shown, JSON.stringify(map<string, number>(texts, (text) => text.charCodeAt(0))));

interface Named {
  readonly name: string;
}
const objects: Tree<Named> = [{ name: "x" }, [{ name: "y" }]];
console.log(
  leaves<Named>(objects)
    .map(({ name }) => name)
    .join("+"),
);

type Chain<T> = null | [T, Chain<T>];
function chainOf<T>(list: readonly T[]): Chain<T> {
  return list.reduceRight<Chain<T>>((rest, value) => [value, rest], null);
}
function lengthOf<T>(chain: Chain<T>): number {
  return chain === null ? 0 : 1 + lengthOf(chain[1]);
}
const chain = chainOf(["p", "q", "r"]);
console.log(lengthOf(chain), chain);
