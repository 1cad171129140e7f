// Properties by names that the members of a union have in common: the value is what it is in any of them.

class Dog {
  kind = "dog" as const;
  constructor(
    public name: string,
    public age: number,
  ) {}
  get label(): string {
    return `${this.name}!`;
  }
  speak(): string {
    return "woof";
  }
}
class Cat {
  kind = "cat" as const;
  constructor(
    public name: string,
    public lives: number,
  ) {}
  get label(): string {
    return `${this.name}?`;
  }
  speak(): string {
    return "meow";
  }
}
type Pet = Dog | Cat;
const pets: Pet[] = [new Dog("Rex", 3), new Cat("Tom", 9)];
const pluck = <T, K extends keyof T>(xs: readonly T[], key: K): T[K][] => xs.map((x) => x[key]);
console.log(pluck(pets, "kind"), pluck(pets, "name"), pluck(pets, "label"));
const show = (p: Pet, keys: readonly (keyof Pet & ("name" | "kind"))[]): string => keys.map((k) => `${k}=${p[k]}`).join();
console.log(show(pets[0]!, ["name", "kind"]), show(pets[1]!, ["kind"]));
type Event = { type: "a"; at: number; data?: string } | { type: "b"; at: string; data: number };
const events: Event[] = [
  { type: "a", at: 1 },
  { type: "b", at: "x", data: 2 },
  { type: "a", at: 3, data: "d" },
];
console.log(pluck(events, "at"), pluck(events, "data"));
function indexBy<T, K extends keyof T>(xs: readonly T[], key: K): Map<T[K], T> {
  return new Map(xs.map((x) => [x[key], x] as const));
}
console.log(indexBy(events, "type").get("a")?.at, [...indexBy(events, "at").keys()]);
const eq = <T extends object>(a: T, b: T, ...keys: (keyof T)[]): boolean => keys.every((k) => a[k] === b[k]);
console.log(eq<Event>(events[0]!, events[2]!, "type"), eq<Event>(events[0]!, events[1]!, "type", "at"));
