// Objects of a generic class where those of the same class with other type arguments are wanted: they stay the same objects.

class Box<T> {
  protected readonly secret = 5;
  constructor(public value: T) {}
  set(value: T): this {
    this.value = value;
    return this;
  }
  get text(): string {
    return `<${this.value}>`;
  }
  set both(value: T) {
    this.value = value;
  }
  equals(other: Box<T>): boolean {
    return this.value === other.value && this.secret === other.secret;
  }
  map<U>(change: (value: T) => U): Box<U> {
    return new Box(change(this.value));
  }
  pair<U>(other: Box<U>): Box<string> {
    return new Box(`${this.value}&${other.value}`);
  }
  static of<T>(value: T): Box<T> {
    return new Box(value);
  }
}

class Named<T> extends Box<T> {
  constructor(
    readonly name: string,
    value: T,
  ) {
    super(value);
  }
  override get text(): string {
    return this.name + super.text;
  }
}

const one = new Box(1);
const anything: Box<unknown> = one;
one.set(5).set(6);
console.log(anything.value, anything.text, anything === one, anything instanceof Box, JSON.stringify(anything), { ...anything });
const either: Box<number | string> = new Box<number>(4);
console.log(either.value, either.equals(new Box<string | number>(4)), either.equals(anything as Box<string | number>));
anything.value = 9;
one.both = one.value + 1;
const number = anything as Box<number>;
number.value += 2;
number.value++;
console.log(one.value, number.text, anything);
const boxes: Box<unknown>[] = [one, new Box("x"), new Box(null), Box.of([1, 2]), one.map((value) => value > 3), one.pair(Box.of("q"))];
console.log(boxes.map((box) => box.map((value) => typeof value).value).join(), boxes);
const named: Box<unknown> = new Named("n", true);
console.log(named.text, named instanceof Named ? named.name : "", named instanceof Named && named.value);
const { value, text } = named;
console.log(value, text, new Map<Box<unknown>, string>([[one, "found"]]).get(anything));
