// Least recently used: a cache on a Map's order of insertion; a hit moves an entry to the end.

class Cache<K, V> {
  private readonly entries = new Map<K, V>();
  private readonly limit: number;
  hits = 0;
  misses = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: K, make: (key: K) => V): V {
    const known = this.entries.get(key);
    if (known !== undefined) {
      this.hits++;
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    this.misses++;
    const made = make(key);
    this.entries.set(key, made);
    if (this.entries.size > this.limit) {
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        break;
      }
    }
    return made;
  }

  keys(): K[] {
    return [...this.entries.keys()];
  }
}

const squares = new Cache<number, { square: number }>(3);
for (const value of [1, 2, 3, 1, 4, 2, 2, 5, 1, NaN, NaN, 0, -0]) {
  const { square } = squares.get(value, (given) => ({ square: given * given }));
  console.log(value, square, squares.keys().join(" "));
}
console.log(squares.hits, squares.misses);

const texts = new Cache<string, string>(0);
console.log(
  texts.get("a", (key) => key.toUpperCase()),
  texts.keys().length,
  texts.misses,
);
