// Default values of parameters hold where a method is called through an interface or an abstract class that says the parameter is optional.

interface Schema<T> {
  parse(input: number, path?: string, depth?: number): T;
}

abstract class Base<T> implements Schema<T> {
  abstract parse(input: number, path?: string, depth?: number): T;
}

class Text extends Base<string> {
  parse(input: number, path = "$", depth = path.length): string {
    return `${input} at ${path}, ${depth}`;
  }
}

interface Held<T> {
  first: T;
}

class First<T> extends Base<Held<T>> {
  constructor(private readonly inner: Schema<T>) {
    super();
  }
  parse(input: number, path = "$"): Held<T> {
    return { first: this.inner.parse(input, `${path}.first`) };
  }
}

class Maybe<T> extends Base<T | null> {
  constructor(private readonly inner: Schema<T>) {
    super();
  }
  parse(input: number | undefined, path: string | undefined = "?", depth?: number): T | null {
    return input === undefined || input < 0 ? null : this.inner.parse(input, path, depth);
  }
}

const text: Schema<string> = new Text();
console.log(text.parse(1), "|", text.parse(2, "here"), "|", text.parse(3, undefined, 7));
const first: Base<Held<string>> = new First(text);
console.log(first.parse(4).first, first.parse(5, "path").first);
const nested: Schema<Held<Held<string>>> = new First(new First(new Text()));
console.log(nested.parse(6).first.first);
const maybe: Schema<string | null> = new Maybe(text);
console.log(maybe.parse(-1), maybe.parse(7), maybe.parse(8, undefined), maybe.parse(9, "set"));
const all: Schema<string | null>[] = [text, maybe];
console.log(all.map((schema) => schema.parse(10)).join("; "));
