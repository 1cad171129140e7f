// bind, call and apply of functions and methods with rest parameters.

function joined(separator: string, ...parts: string[]): string {
  return parts.join(separator);
}
const dashed = joined.bind(null, "-");
const headed = joined.bind(null, "+", "head", "next");
console.log(dashed("a", "b"), headed(), headed("tail"), joined.call(null, ",", "x", "y"));
console.log(joined.apply(null, [".", "p", "q"]));

class Sum {
  constructor(readonly start: number) {}
  of(...list: number[]): number {
    return list.reduce((sum, n) => sum + n, this.start);
  }
}
const sum = new Sum(100);
const bound = sum.of.bind(sum);
const more = sum.of.bind(sum, 1, 2);
console.log(bound(), bound(1, 2, 3), more(), more(3), sum.of.call(sum, 4, 5), sum.of.apply(sum, [6, 7]));
console.log(sum.of.call(new Sum(0), 1), sum.of.bind(new Sum(10))(5));
const twice = more.bind(null, 1000);
console.log(twice(), twice(5));
