// A default value counts where undefined is passed, also for parameters whose own type has undefined, and not for null.

function label(name: string | undefined = "none", size: number | null | undefined = 3): string {
  return `${name}:${size}`;
}

const maybe = (given: boolean): string | undefined => (given ? "given" : undefined);
const size = (n: number): number | null | undefined => (n > 0 ? n : n < 0 ? null : undefined);
console.log(label(), label(undefined), label(maybe(false)), label(maybe(true)), label("x", undefined));
console.log(label("a", size(1)), label("b", size(-1)), label("c", size(0)));

const arrow = (flag: boolean | undefined = true, list: number[] | undefined = [1]): string => `${flag} ${list?.length}`;
const flag = (n: number): boolean | undefined => (n === 0 ? undefined : n > 0);
console.log(arrow(flag(0)), arrow(flag(1)), arrow(flag(-1), undefined), [0, 1].map((n) => arrow(flag(n))).join());

class Counter {
  constructor(readonly step: number | undefined = 2) {}
  next(from: number | undefined = this.step): number {
    return (from ?? -1) + 1;
  }
}

const steps: (number | undefined)[] = [5, undefined];
console.log(steps.map((step) => new Counter(step).step).join(), steps.map((step) => new Counter().next(step)).join());
const held: { next(from?: number): number } = new Counter(7);
console.log(held.next(), held.next(undefined), held.next(1));

function reset(text: string | undefined = "start"): string {
  const before = text;
  text = before === "start" ? undefined : "other";
  return `${before} ${text}`;
}
console.log(reset(), reset("x"), reset(maybe(false)));
