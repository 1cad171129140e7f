// One object that stands for "nothing" in every type: its class derives from the class of options of never.

abstract class Option<T> {
  abstract fold<R>(none: () => R, some: (value: T) => R): R;
  map<U>(change: (value: T) => U): Option<U> {
    return this.fold<Option<U>>(
      () => none,
      (value) => some(change(value)),
    );
  }
  flatMap<U>(next: (value: T) => Option<U>): Option<U> {
    return this.fold(() => none as Option<U>, next);
  }
  filter(test: (value: T) => boolean): Option<T> {
    return this.flatMap((value) => (test(value) ? this : none));
  }
  getOrElse(other: T): T {
    return this.fold(
      () => other,
      (value) => value,
    );
  }
  toString(): string {
    return this.fold(
      () => "None",
      (value) => `Some(${value})`,
    );
  }
}

class Some<T> extends Option<T> {
  constructor(readonly value: T) {
    super();
  }
  fold<R>(_: () => R, some: (value: T) => R): R {
    return some(this.value);
  }
}

class None extends Option<never> {
  fold<R>(none: () => R): R {
    return none();
  }
}

const none: Option<never> = new None();
const some = <T>(value: T): Option<T> => new Some(value);
const parse = (text: string): Option<number> => (text === "" || Number.isNaN(+text) ? none : some(+text));

console.log(
  String(parse("12").map((n) => n * 2)),
  `${parse("x")}`,
  parse("7")
    .filter((n) => n > 10)
    .toString(),
);
console.log(
  parse("4")
    .flatMap((n) => (n > 0 ? some(1 / n) : none))
    .getOrElse(-1),
  parse("-").getOrElse(-1),
);
const list: Option<string | number>[] = [parse("1"), some("text"), none];
for (const option of list)
  console.log(option instanceof Some ? option.value : "-", option instanceof None, String(option), option === none);
const both = parse("2").flatMap((a) => parse("3").map((b) => ({ a, b })));
console.log(both, both.map(({ a, b }) => a + b).getOrElse(0));
