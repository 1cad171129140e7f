// Default values of parameters use the parameter properties in front of them.
class Size {
  constructor(
    public width: number,
    public height = width,
    readonly area = width * height,
    protected label = () => `${width}x${height}`,
  ) {}
  show(): string {
    return `${this.label()} = ${this.area}`;
  }
}
console.log(new Size(3).show(), new Size(3, 4).show(), new Size(1, 2, 99).show());

class Named extends Size {
  constructor(
    readonly name: string,
    width: number,
    private readonly parts: readonly string[] = [name, name.toUpperCase()],
    readonly count = parts.length + width,
  ) {
    super(width, count);
  }
  override show(): string {
    return `${this.parts.join("/")} ${super.show()} ${this.count}`;
  }
}
console.log(new Named("a", 2).show(), new Named("b", 1, []).show());

class Generic<T> {
  constructor(
    readonly first: T,
    readonly second: T = first,
    readonly pair: readonly [T, T] = [first, second],
  ) {}
}
console.log(new Generic("x").pair.join(), new Generic(1, 2).pair.join());
