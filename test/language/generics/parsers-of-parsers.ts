// Objects that make ever other ones of their class, as `many(): Parser<T[]>` does, and are seen as such of a wider type.

type Tree = string | number | Tree[];
type Found<T> = { ok: true; value: T; rest: number } | { ok: false; at: number };

class Parser<T> {
  constructor(readonly run: (text: string, at: number) => Found<T>) {}
  static of<T>(value: T): Parser<T> {
    return new Parser((_, rest) => ({ ok: true, value, rest }));
  }
  chain<U>(next: (value: T) => Parser<U>): Parser<U> {
    return new Parser((text, at) => {
      const found = this.run(text, at);
      return found.ok ? next(found.value).run(text, found.rest) : found;
    });
  }
  map<U>(change: (value: T) => U): Parser<U> {
    return this.chain((value) => Parser.of(change(value)));
  }
  then<U>(next: Parser<U>): Parser<[T, U]> {
    return this.chain((left) => next.map((right) => [left, right] as [T, U]));
  }
  or<U>(other: Parser<U>): Parser<T | U> {
    return new Parser<T | U>((text, at) => {
      const found = this.run(text, at);
      return found.ok ? found : other.run(text, at);
    });
  }
  many(): Parser<T[]> {
    return new Parser((text, at) => {
      const value: T[] = [];
      for (let rest = at; ; ) {
        const found = this.run(text, rest);
        if (!found.ok) return { ok: true, value, rest };
        value.push(found.value);
        rest = found.rest;
      }
    });
  }
  between(open: Parser<unknown>, close: Parser<unknown>): Parser<T> {
    return open
      .then(this)
      .then(close)
      .map(([[, value]]) => value);
  }
}

const one = (test: (c: string) => boolean) =>
  new Parser<string>((text, at) => (at < text.length && test(text[at]) ? { ok: true, value: text[at], rest: at + 1 } : { ok: false, at }));
const space = one((c) => c === " ").many();
const digits = one((c) => c >= "0" && c <= "9");
const number = digits
  .then(digits.many())
  .then(space)
  .map(([[first, rest]]) => Number(first + rest.join("")));
const letter = one((c) => c >= "a" && c <= "z")
  .then(space)
  .map(([name]) => name);

function tree(depth: number): Parser<Tree> {
  const leaf: Parser<Tree> = number.or(letter);
  if (depth === 0) return leaf;
  const list: Parser<Tree> = tree(depth - 1)
    .many()
    .between(one((c) => c === "(").then(space), one((c) => c === ")").then(space));
  return leaf.or(list);
}

function show(part: Tree): string {
  return typeof part === "object" ? `[${part.map(show).join(", ")}]` : typeof part === "number" ? String(part + 1) : part;
}

for (const text of ["12", "(1 a (23 b) ())", "x y", "(1 (2 (3 (4))))", "+"]) {
  const found = tree(3).run(text, 0);
  console.log(text, "=>", found.ok ? show(found.value) : `nothing at ${found.at}`);
}
