// Functions with rest parameters in places that want fixed ones, and the other way round; methods of interfaces with them.

const sum = (...numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const two: (a: number, b: number) => number = sum;
const none: () => number = sum;
console.log(two(1, 2), none(), sum(1, 2, 3, 4));

const plus = (a: number, b: number): number => a + b;
const optional = (a: number, b?: number): string => `${a} ${b ?? "none"}`;
function ofThree(f: (...numbers: number[]) => number): number {
  return f(3, 4, 5);
}
function ofOne(f: (...numbers: number[]) => string): string {
  return f(9);
}
console.log(ofThree(plus), ofThree(sum), ofOne(optional));

interface Log {
  write(level: string, ...words: string[]): string;
}
class Lines implements Log {
  write(level: string, ...words: string[]): string {
    return `${level}:${words.length}:${words.join()}`;
  }
}
const literal: Log = {
  write(level, ...words) {
    return level + words.join("+");
  },
};
const words = ["p", "q", "r"];
for (const log of [new Lines(), literal]) console.log(log.write("a"), log.write("b", "x", "y"), log.write("c", ...words, "s"));
