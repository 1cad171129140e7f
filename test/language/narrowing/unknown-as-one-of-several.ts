// Values of unknown type that the program says are one of several types, which their classes tell.

class Dog {
  constructor(readonly bark: string) {}
}
class Puppy extends Dog {}
class Cat {
  constructor(readonly lives: number) {}
}
const dogOrNot = (x: unknown): Dog | undefined => x as Dog | undefined;
console.log(dogOrNot(new Puppy("w"))?.bark, dogOrNot(undefined));
const some = (x: unknown): Dog | Cat | string | null => x as Dog | Cat | string | null;
for (const x of [new Dog("a"), new Cat(9), "t", null]) {
  const y = some(x);
  console.log(y instanceof Dog ? y.bark : y instanceof Cat ? y.lives : y);
}
const list = (x: unknown): number[] | undefined => x as number[] | undefined;
console.log(list([1, 2])?.length, list(undefined));
const shape = (x: unknown): { n: number } | undefined => x as { n: number } | undefined;
console.log(shape({ n: 4 })?.n, shape(undefined));
const num = (x: unknown): number | undefined => x as number | undefined;
console.log(num(3), num(undefined));
const m = (x: unknown): Map<string, number> | Set<string> | null => x as Map<string, number> | Set<string> | null;
console.log(m(new Map([["a", 1]]))?.size, m(new Set(["x"]))?.size, m(null));
const settled = async (x: unknown): Promise<number | string> => (await (x as Promise<number> | undefined)) ?? "none";
void settled(Promise.resolve(5)).then((value) => console.log(value));
void settled(undefined).then((value) => console.log(value));
const pair = (x: unknown): [number, string] | null => x as [number, string] | null;
console.log(pair([1, "a"] as [number, string])?.[1], pair(null));
