// Functions with generic functions as properties, as test libraries have them, and generic members taken as values.

interface Test {
  (name: string, body: () => void): void;
  skip(name: string): void;
  each<T>(rows: readonly T[]): (name: string, body: (row: T) => void) => void;
}

const test: Test = Object.assign(
  (name: string, body: () => void): void => {
    console.log("test", name);
    body();
  },
  {
    skip(name: string): void {
      console.log("skip", name);
    },
    each<T>(rows: readonly T[]) {
      return (name: string, body: (row: T) => void): void => {
        for (const row of rows) test(`${name} ${row}`, () => body(row));
      };
    },
  },
);
test("one", () => console.log("body"));
test.skip("two");
test.each([1, 2])("number", (n) => console.log(n + 1));
test.each(["x"])("text", (s) => console.log(s.length));
const { each } = test;
each([true])("flag", (flag) => console.log(!flag));

function only(name: string): string {
  return `only ${name}`;
}
only.map = <T, U>(list: readonly T[], change: (value: T) => U): U[] => list.map(change);
console.log(
  only("a"),
  only.map([1, 2], (n) => n * 2),
  only.map(["b"], only),
  typeof only.map,
);

const counted = (prefix: string) => {
  let count = 0;
  return Object.assign((text: string) => `${prefix}${text}${++count}`, {
    twice<T>(value: T): [T, T] {
      count += 10;
      return [value, value];
    },
  });
};
const count = counted("n");
console.log(count("a"), count.twice(1), count.twice("x"), count("b"));

const api = { id: <T>(value: T): T => value, pair: <A, B>(a: A, b: B): [A, B] => [a, b] };
interface Identity {
  id<T>(value: T): T;
}
const { id, pair } = api;
const wider: Identity = api;
const same = wider.id;
console.log(id(1), id("a"), pair(true, "b"), same("q"), [1, 2].map(id), api.id.name);

class Lists {
  static of<T>(...values: T[]): T[] {
    return values;
  }
  first<T>(list: readonly T[]): T | undefined {
    return list[0];
  }
}
class Last extends Lists {
  override first<T>(list: readonly T[]): T | undefined {
    return list.at(-1);
  }
}
const { of } = Lists;
const lists: Lists[] = [new Lists(), new Last()];
const firsts = lists.map(({ first }) => `${first([1, 2])} ${first(["a", "b"])}`);
console.log(of(1, 2), of("x"), of === Lists.of, firsts);
