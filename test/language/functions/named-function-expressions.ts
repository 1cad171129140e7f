// A function expression with a name can call itself by it, wherever it stands.

const factorial = function fact(n: number): number {
  return n < 2 ? 1 : n * fact(n - 1);
};
console.log(factorial(5), [3, 4].map(factorial).join());

// The name means the function itself, also where another variable has that name.
const same = function me(): boolean {
  return me === same;
};
console.log(same());

function shadowed(): number {
  const count = 100;
  const down = function count(n: number): number {
    return n === 0 ? 0 : count(n - 1) + 1;
  };
  return down(7) + count;
}
console.log(shadowed());

// As an argument, called at once, in an object and in a field.
console.log(
  [1, 2, 3]
    .map(function sum(n): number {
      return n === 0 ? 0 : n + sum(n - 1);
    })
    .join(),
);
console.log(
  (function double(n: number): number {
    return n > 10 ? n : double(n * 2);
  })(3),
);
const tools = {
  depth: function depth(n: number): number {
    return n > 0 ? depth(n >> 1) + 1 : 0;
  },
};
console.log(tools.depth(100));
class Stepper {
  step = function step(n: number): string {
    return n > 0 ? `${n},${step(n - 1)}` : ".";
  };
}
console.log(new Stepper().step(3));

// With defaults, rest parameters and more parameters than the place passes.
const collect = function walk(n: number, into: number[] = []): number[] {
  if (n === 0) return into;
  into.push(n);
  return walk(n - 1, into);
};
console.log(collect(3).join(), [2, 3].map((n) => collect(n).length).join());
const tail = function last(...list: number[]): number {
  return list.length === 1 ? list[0] : last(...list.slice(1));
};
console.log(tail(1, 2, 3));
