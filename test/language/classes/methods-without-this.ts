// A method that does not look at its object is a value like any function; so is such a static one.

class Tools {
  static twice(n: number): number {
    return 2 * n;
  }
  static readonly table = [1, 2, 3].map(Tools.twice);
  half(n: number): number {
    return n / 2;
  }
  label(n: number, prefix = "#"): string {
    return `${prefix}${n}`;
  }
  async later(n: number): Promise<number> {
    return n + 1;
  }
  wrapped(): () => string {
    return function named(): string {
      return "inner";
    };
  }
}
const tools = new Tools();
console.log([1, 2, 3].map(Tools.twice).join(), Tools.table.join());
console.log([1, 2, 3].map(tools.half).join());
const { half } = tools;
const kept = tools.half;
console.log(half(5), kept(7), half === kept, kept === new Tools().half);
console.log([4, 5].map((n) => tools.label(n)).join(), [4].map((n) => (0, tools.label)(n, "~")).join());
const wrapped = tools.wrapped;
console.log(wrapped()());
tools.later(1).then(console.log);
const later = tools.later;
later(41).then((n) => console.log(n));

class Derived extends Tools {}
console.log([6].map(Derived.twice).join(), new Derived().half === kept);
