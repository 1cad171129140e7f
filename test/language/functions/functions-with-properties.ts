// Functions with properties: assigned to, made by Object.assign, and of types with a call signature.

const fibonacci = Object.assign((n: number): number => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2)), { label: "fib", uses: 0 });
fibonacci.uses++;
console.log(fibonacci(10), fibonacci.label, fibonacci.uses, fibonacci);

function greet(name: string): string {
  greet.calls++;
  return `${greet.prefix} ${name}`;
}
greet.calls = 0;
greet.prefix = "hello";
console.log(greet("a"), greet.calls);
greet.prefix = "bye";
console.log(greet("b"), greet.calls, typeof greet, greet.name);

const square = (n: number): number => n * n;
square.description = "squares";
square.last = undefined as number | undefined;
console.log(square(3), square.description, square.last, Object.keys(square), [1, 2].map(square));

interface Scale {
  (value: number): number;
  factor: number;
  unit?: string;
}
function scale(factor: number): Scale {
  const scaled = ((value: number) => value * scaled.factor) as Scale;
  scaled.factor = factor;
  return scaled;
}
const double = scale(2);
const triple = scale(3);
triple.unit = "cm";
console.log(double(5), triple(5), double.unit, triple.unit, double === double, (double as unknown) === triple);
triple.factor = 30;
for (const each of [double, triple]) console.log(each(1), each.factor);
function use(f: (n: number) => number, named: { factor: number }): number {
  return f(2) + named.factor;
}
console.log(use(triple, triple), "factor" in triple);
