// The parameters of a function taken apart: those that are known now, and those that come later.

function partial<A extends unknown[], B extends unknown[], R>(f: (...args: [...A, ...B]) => R, ...head: A): (...tail: B) => R {
  return (...tail) => f(...head, ...tail);
}
const described = (n: number, text: string, flag: boolean): string => `${n}${text}${flag}`;
console.log(partial(described, 1)("x", true), partial(described, 1, "y")(false), partial(described, 1, "z", true)());

function withCallback<A extends unknown[], R>(f: (...args: [...A, (result: R) => void]) => void): (...args: A) => R[] {
  return (...args) => {
    const results: R[] = [];
    f(...args, (result) => results.push(result));
    return results;
  };
}
const divided = (a: number, b: number, done: (result: number) => void): void => {
  if (b !== 0) done(a / b);
};
const divide = withCallback(divided);
console.log(divide(6, 3), divide(1, 0));

type Joined<A extends unknown[], B extends unknown[]> = [...A, ...B];
const joined: Joined<[number, string], boolean[]> = [1, "a", true, false];
const open: Joined<string[], number[]> = ["a", 1, "b"];
console.log(joined.length, joined[1], open.length);
function joinTuples<A extends unknown[], B extends unknown[]>(a: A, b: B): [...A, ...B] {
  return [...a, ...b];
}
const [one, two, three] = joinTuples([1, "x"] as [number, string], [true] as [boolean]);
console.log(one + 1, two.length, !three);
