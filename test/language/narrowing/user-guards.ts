// A function with `x is T` narrows its argument where it is true, and where it is false.

interface Fish {
  swim(): string;
}
interface Bird {
  fly(): string;
  eggs: number;
}

function isBird(animal: Fish | Bird): animal is Bird {
  return "fly" in animal;
}
function isText(value: string | number): value is string {
  return typeof value === "string";
}
function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function move(animal: Fish | Bird): string {
  return isBird(animal) ? `${animal.fly()} ${animal.eggs}` : animal.swim();
}

console.log(move({ swim: () => "splash" }));
console.log(move({ fly: () => "flap", eggs: 2 }));

const mixed: (string | number)[] = ["a", 1, "b", 2, ""];
const texts = mixed.filter(isText);
console.log(texts.join("|"), texts.length);
let sum = 0;
for (const value of mixed) {
  if (!isText(value)) sum += value;
  else sum += value.length * 100;
}
console.log(sum);

const gaps: (number | undefined)[] = [1, undefined, 0, undefined, 3];
const whole: number[] = gaps.filter(isPresent);
console.log(whole.map((n) => n * 2).join());

class Node2 {
  kind = "node";
}
class Leaf extends Node2 {
  value = 5;
  isLeaf(): this is Leaf {
    return true;
  }
}
const isLeaf = (node: Node2): node is Leaf => node instanceof Leaf;
const nodes: Node2[] = [new Node2(), new Leaf()];
console.log(nodes.map((node) => (isLeaf(node) ? node.value : -1)).join());

// What an object says of itself holds for `this`, too.
abstract class Maybe<T> {
  abstract isSome(): this is Some<T>;
  get(): T | undefined {
    return this.isSome() ? this.value : undefined;
  }
  asSome(): Some<T> | null {
    if (this.isSome()) return this;
    return null;
  }
  *all(): Generator<T> {
    if (this.isSome()) yield this.value;
  }
}
class Some<T> extends Maybe<T> {
  constructor(readonly value: T) {
    super();
  }
  isSome(): this is Some<T> {
    return true;
  }
}
class None extends Maybe<never> {
  isSome(): this is Some<never> {
    return false;
  }
}
const counts: Maybe<number>[] = [new Some(1), new Some(2)];
console.log(counts.map((each) => each.get()).join());
const perhaps: Maybe<string | number>[] = [new Some("a"), new Some(1), new None()];
for (const each of perhaps) console.log(each.get(), each.asSome()?.value, ...each.all());
