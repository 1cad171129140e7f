// Generic functions as values where the members of union types, or the signature that was chosen for a call, tell their type arguments.

type Either<L, R> = { readonly tag: "Left"; readonly left: L } | { readonly tag: "Right"; readonly right: R };
const left = <L, R = never>(left: L): Either<L, R> => ({ tag: "Left", left });
const right = <R, L = never>(right: R): Either<L, R> => ({ tag: "Right", right });
const map =
  <A, B>(f: (a: A) => B) =>
  <L>(e: Either<L, A>): Either<L, B> =>
    e.tag === "Right" ? right(f(e.right)) : e;
const chain =
  <A, L2, B>(f: (a: A) => Either<L2, B>) =>
  <L1>(e: Either<L1, A>): Either<L1 | L2, B> =>
    e.tag === "Left" ? e : f(e.right);
function pipe<A, B>(a: A, ab: (a: A) => B): B;
function pipe<A, B, C>(a: A, ab: (a: A) => B, bc: (b: B) => C): C;
function pipe(a: unknown, ...fs: ((x: unknown) => unknown)[]): unknown {
  return fs.reduce((x, f) => f(x), a);
}
const parse = (s: string): Either<string, number> => (Number.isNaN(Number(s)) ? left(`bad ${s}`) : right(Number(s)));
const small = (n: number): Either<number, number> => (n < 10 ? right(n) : left(n));
console.log(map((n: number) => n + 1)(parse("4")), chain(small)(parse("40")));
console.log(
  pipe(
    parse("4"),
    map((n) => n * 2),
  ),
);
console.log(
  pipe(
    parse("4"),
    chain(small),
    map((n) => n * 2),
  ),
);
namespace E {
  export const isRight = <L, R>(e: Either<L, R>): e is Extract<Either<L, R>, { tag: "Right" }> => e.tag === "Right";
  export function isLeft<L, R>(e: Either<L, R>): boolean {
    return e.tag === "Left";
  }
}
const isRightOne = <L, R>(e: Either<L, R>): boolean => e.tag === "Right";
const list: Either<string, number>[] = [
  { tag: "Left", left: "a" },
  { tag: "Right", right: 3 },
];
console.log(list.filter(isRightOne).length);
console.log(list.filter(E.isLeft).length);

console.log(list.filter(E.isRight).length);
