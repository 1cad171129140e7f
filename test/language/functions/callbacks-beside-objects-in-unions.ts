// A parameter that is a function or an object, behind an interface that says less of what the function gets.

interface Sink<T> {
  next(value: T): void;
}

class Source<T> {
  constructor(private readonly values: T[]) {}
  each(sink: Sink<T> | ((value: T, index: number) => void) | null): number {
    this.values.forEach((value, index) => {
      if (typeof sink === "function") sink(value, index);
      else sink?.next(value);
    });
    return this.values.length;
  }
}

interface AnySource {
  each(sink: Sink<unknown> | ((value: unknown) => void) | null): number;
}

const sources: AnySource[] = [new Source([1, 2.5]), new Source(["x"]), new Source([true]), new Source([{ a: 1 }])];
for (const source of sources) {
  source.each((value) => console.log("function", typeof value, value));
  source.each({ next: (value) => console.log("object", value) });
  console.log(source.each(null));
}
