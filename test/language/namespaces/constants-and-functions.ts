// A namespace is a group of declarations: what it exports is reached by its name, the rest only inside it.
namespace Geometry {
  export const PI = 3.14159;
  const SQUARE = 2;
  export let calls = 0;

  export function area(radius: number): number {
    calls++;
    return PI * power(radius, SQUARE);
  }
  function power(base: number, exponent: number): number {
    let result = 1;
    for (let turn = 0; turn < exponent; turn++) result *= base;
    return result;
  }
  export const double = (value: number): number => value * SQUARE;
  export const [first, second] = [10, 20];
  export const { x, y = 7 }: { x: number; y?: number } = { x: 5 };
}

console.log(Geometry.PI, Geometry.area(2), Geometry.calls);
console.log(Geometry.area(1), Geometry.calls, Geometry.double(21));
Geometry.calls = 10;
Geometry.calls += 5;
Geometry.calls++;
console.log(Geometry.calls, Geometry.area(0), Geometry.calls);
console.log(Geometry.first + Geometry.second, Geometry.x, Geometry.y);

const { area, double } = { area: Geometry.area, double: Geometry.double };
console.log(area(3), double(4), [1, 2, 3].map(Geometry.double));

namespace Counter {
  let count = 0;
  export function next(): number {
    return ++count;
  }
  export let onChange: ((value: number) => string) | null = null;
}
Counter.next();
console.log(Counter.next());
Counter.onChange = (value) => `changed to ${value}`;
console.log(Counter.onChange(Counter.next()));
if (Counter.onChange !== null) console.log(Counter.onChange(9));
const PI = 3;
console.log(PI, Geometry.PI > PI);
