// `[T, ...T[]]` says that a list is not empty: generic functions over it, narrowing to it, and lists that are made of it.

type NonEmpty<T> = [T, ...T[]];

function first<T>(list: NonEmpty<T>): T {
  return list[0];
}
function largest(list: NonEmpty<number>): number {
  let [most, ...rest] = list;
  for (const each of rest) if (each > most) most = each;
  return most;
}
function tail<T>([, ...rest]: NonEmpty<T>): T[] {
  return rest;
}
function isNonEmpty<T>(list: T[]): list is NonEmpty<T> {
  return list.length > 0;
}

console.log(first([3, 4]), first(["a"]), largest([2, 9, 4]), largest([-1]));
console.log(tail([1, 2, 3]), tail(["only"]));

const words: NonEmpty<string> = ["x", "y"];
words.push("z");
console.log(
  words.length,
  words.map((word) => word.toUpperCase()),
  words.join("+"),
  words.includes("z"),
);

const some: number[] = [5, 6];
const none: number[] = [];
console.log(isNonEmpty(some) ? first(some) : "empty", isNonEmpty(none) ? first(none) : "empty");

interface Point {
  readonly x: number;
}
const points: NonEmpty<Point> = [{ x: 1 }, { x: 2 }];
const [{ x }, second] = points;
console.log(x, second?.x, points);
const mapped: NonEmpty<number> = [points[0].x, ...points.slice(1).map((point) => point.x * 10)];
console.log(mapped, largest(mapped));
