// A default stands for a left-out argument and for undefined, sees the parameters before it, and is evaluated at each call.

let calls = 0;
function next(): number {
  return ++calls;
}
function area(width: number, height = width, label = `${width}x${height}`): string {
  return `${label}=${width * height}`;
}
function count(step: number = next()): number {
  return step;
}
const twice = (value: number, factor = value > 2 ? 10 : 2): number => value * factor;

console.log(area(3), area(3, 4), area(3, undefined), area(3, undefined, "square"), area(2, 5, undefined));
console.log(count(), count(7), count(undefined), count(), calls);
console.log(twice(1), twice(3), twice(3, undefined), twice(3, 1));
const maybe: (number | undefined)[] = [1, undefined, 3];
console.log(maybe.map((height) => area(2, height)).join());

class Greeter {
  readonly greeting: string;
  constructor(
    greeting = "hello",
    private readonly mark: string = "!",
  ) {
    this.greeting = greeting;
  }
  greet(name: string, times = 1, separator = " "): string {
    const one = `${this.greeting} ${name}${this.mark}`;
    return one + (separator + one).repeat(times - 1);
  }
}
console.log(new Greeter().greet("you"), new Greeter(undefined, "?").greet("me", undefined, "-"));
console.log(new Greeter("hi").greet("all", 2, "+"));
const picked = ({ size = 3, name = "n".repeat(size) }: { size?: number; name?: string } = {}): string => `${name}${size}`;
console.log(picked(), picked({}), picked({ size: 1 }), picked({ name: "x" }), picked({ size: undefined, name: undefined }));
