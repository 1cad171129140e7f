// Errors in accessors and constructors: half-made objects, setters that refuse, statics that count only what was finished.

class Percent {
  static made = 0;
  private held = 0;
  constructor(value: number) {
    this.value = value;
    Percent.made++;
  }
  get value(): number {
    if (this.held < 0) throw new Error("spoiled");
    return this.held;
  }
  set value(to: number) {
    if (!(to >= 0 && to <= 100)) throw new RangeError(`${to} percent`);
    this.held = to;
  }
  spoil(): this {
    this.held = -1;
    return this;
  }
}

class Named extends Percent {
  readonly name: string;
  constructor(name: string, value: number) {
    super(value);
    if (name === "") throw new TypeError("no name");
    this.name = name;
  }
}

function attempt(what: string, run: () => string | number): void {
  try {
    console.log(what, run());
  } catch (error) {
    console.log(what, error instanceof Error ? `${error.name}: ${error.message}` : "?");
  }
}

attempt("fits", () => new Percent(50).value);
attempt("too much", () => new Percent(101).value);
attempt("not a number", () => new Percent(NaN).value);
attempt("named", () => new Named("x", 1).name);
attempt("nameless", () => new Named("", 1).name);
attempt("both wrong", () => new Named("", -1).name);
attempt("spoiled", () => new Percent(1).spoil().value);
const percent = new Percent(10);
attempt("compound", () => (percent.value += 95));
attempt("kept", () => percent.value++);
console.log(percent.value, Percent.made);
