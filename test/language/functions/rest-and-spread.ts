// Rest parameters beside others, spread of several arrays in one call, and methods with rests through interfaces and overrides.

function tag(name: string, ...parts: string[]): string {
  return `${name}[${parts.length}]:${parts.join("+")}`;
}
const numbers = [1, 2];
const texts = ["x", "y"];
console.log(tag("a"), tag("b", "1"), tag("c", ...texts), tag("d", "0", ...texts, "m", ...texts, "9"));
const sum = (...values: number[]): number => values.reduce((a, b) => a + b, 0);
console.log(sum(), sum(...numbers, ...numbers), sum(...[]), Math.max(...numbers, 5, ...[7, 3]));
class Logger {
  readonly lines: string[] = [];
  log(level: number, ...words: string[]): this {
    this.lines.push(`${level}${words.join("")}`);
    return this;
  }
}
class Doubling extends Logger {
  override log(level: number, ...words: string[]): this {
    return super.log(level * 2, ...words, ...words);
  }
}
for (const logger of [new Logger(), new Doubling()])
  console.log(
    logger
      .log(1, "a", ...texts)
      .log(2)
      .lines.join(),
  );
const forward = (...args: string[]): string => tag("f", ...args);
console.log(forward(...texts, "z"), [...texts, ...numbers.map(String), ..."hi"].join(""));
class Point {
  readonly values: number[];
  constructor(...values: number[]) {
    this.values = values;
  }
}
console.log(new Point(...numbers, 3).values.join(), new Point().values.length);
