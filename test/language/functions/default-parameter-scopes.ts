// Defaults see the parameters before them and what is outside, not the body; functions in them keep the parameter, not the body's variable.

const log: string[] = [];
const value = "outer";
function mark(name: string, n: number): number {
  log.push(name);
  return n;
}
function chain(a = mark("a", 1), b = mark("b", a + 1), c: number = mark("c", a + b)): string {
  return `${a} ${b} ${c} [${log.splice(0).join("")}]`;
}
console.log(chain(), chain(10), chain(undefined, 5), chain(1, undefined, 0), chain(1, 2, 3));

function shadowed(read = (): string => value): string {
  const value = "inner";
  return `${read()} ${value}`;
}
console.log(
  shadowed(),
  shadowed(() => "given"),
);

function shared(n: number, read = (): number => n * 2, again = (): string => `${read()}/${n}`): string {
  const first = read();
  return `${first} ${again()} ${n}`;
}
console.log(
  shared(4),
  shared(4, () => -1),
  shared(4, undefined, () => "own"),
);

function pattern({ x, y = x * 2 } = { x: 3 } as { x: number; y?: number }, [p, q = p + y]: [number, number?] = [x]): string {
  return [x, y, p, q].join();
}
console.log(pattern(), pattern({ x: 1 }), pattern({ x: 1, y: 9 }, [4]), pattern(undefined, [0, 0]));

let counter = 0;
const next = (n = ++counter, self: (k: number) => string = (k) => `${k}/${n}`): string => self(counter);
console.log(next(), next(), next(7), next(), counter);

function failing(n = fail("n"), after = mark("after", 1)): number {
  return n + after;
}
function fail(name: string): number {
  throw new TypeError(`no ${name}`);
}
try {
  failing();
} catch (error) {
  console.log(String(error), log.length, failing(1), log.length);
}
class Box {
  constructor(
    width = 2,
    height = width * 2,
    readonly area = ((): number => width * height)(),
  ) {}
}
console.log(new Box().area, new Box(3).area, new Box(3, 1).area, new Box(undefined, undefined, 0).area);
