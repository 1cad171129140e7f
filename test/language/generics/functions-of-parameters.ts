// ReturnType and Parameters of a function that is a type parameter.
function counted<F extends (...args: any[]) => unknown>(call: F): { call(...args: Parameters<F>): ReturnType<F>; count(): number } {
  let calls = 0;
  return {
    call(...args: Parameters<F>): ReturnType<F> {
      calls++;
      return call(...args) as ReturnType<F>;
    },
    count: () => calls,
  };
}
function once<F extends (...args: any[]) => any>(call: F): (...args: Parameters<F>) => ReturnType<F> {
  let result: ReturnType<F> | undefined;
  let isDone = false;
  return (...args: Parameters<F>): ReturnType<F> => {
    if (!isDone) {
      result = call(...args);
      isDone = true;
    }
    return result as ReturnType<F>;
  };
}
const add = counted((a: number, b: number) => a + b);
console.log(add.call(1, 2) + add.call(3, 4), add.count());
const greet = counted((name: string, loud: boolean) => (loud ? name.toUpperCase() : name));
console.log(greet.call("ann", true).length, greet.call("bob", false), greet.count());
const make = once((n: number) => ({ n }));
console.log(make(1).n, make(2).n);
