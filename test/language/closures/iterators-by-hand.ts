// Lazy sequences of closures: taking, mapping and filtering without lists.

type Next = () => number | undefined;
const from = (start: number): Next => {
  let n = start;
  return () => n++;
};
const map =
  (source: Next, f: (x: number) => number): Next =>
  () => {
    const value = source();
    return value === undefined ? undefined : f(value);
  };
const filter =
  (source: Next, keep: (x: number) => boolean): Next =>
  () => {
    for (let value = source(); value !== undefined; value = source()) if (keep(value)) return value;
    return undefined;
  };
const take = (source: Next, count: number): Next => {
  let left = count;
  return () => (left-- > 0 ? source() : undefined);
};
function list(source: Next): string {
  let text = "";
  for (let value = source(); value !== undefined; value = source()) text += `${value} `;
  return text;
}
console.log(
  list(
    take(
      filter(
        map(from(0), (x) => x * x),
        (x) => x % 2 === 1,
      ),
      5,
    ),
  ),
  list(take(from(5), 0)) === "",
);
const sieve = (source: Next): Next => {
  let current = source;
  return () => {
    const prime = current();
    if (prime !== undefined) {
      const before = current;
      current = filter(before, (x) => x % prime !== 0);
    }
    return prime;
  };
};
console.log(list(take(sieve(from(2)), 10)));
