// A second super() throws after the parent's constructor ran again.
class Base {
  static made = 0;
  constructor(readonly text: string) {
    Base.made++;
  }
}
class Twice extends Base {
  readonly own = "own";
  constructor(isTwice: boolean) {
    super("first");
    if (isTwice) super("second");
  }
}
console.log(new Twice(false).text, Base.made);
try {
  console.log(new Twice(true).own);
} catch (error) {
  console.log(error instanceof ReferenceError, error instanceof Error ? error.message : "", Base.made);
}

class Either extends Base {
  constructor(isLong: boolean) {
    if (isLong) super("long text");
    else super("short");
  }
}
console.log(new Either(true).text, new Either(false).text, Base.made);

class Loop extends Base {
  constructor(count: number) {
    for (let index = 0; index < count; index++) super(`turn ${index}`);
  }
}
console.log(new Loop(1).text);
try {
  console.log(new Loop(2).text);
} catch (error) {
  console.log(`${error}`, Base.made);
}
