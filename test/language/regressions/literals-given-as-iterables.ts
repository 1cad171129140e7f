// Literals given as iterables: an empty one, elements that are more special than what is wanted, null among them.

class Animal {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  sound(): string {
    return `${this.name} is silent`;
  }
}
class Dog extends Animal {
  override sound(): string {
    return `${this.name} barks`;
  }
}

class Sum {
  total = 0;
  constructor(members: Iterable<number> = []) {
    for (const member of members) this.total += member;
  }
}

function sounds(animals: Iterable<Animal>): string {
  let all = "";
  for (const animal of animals) all += `${animal.sound()}; `;
  return all;
}

function texts(values: Iterable<string | null>): string[] {
  return [...values].map((value) => value ?? "nothing");
}

console.log(new Sum().total, new Sum([]).total, new Sum([1, 2.5]).total, new Sum(new Set([7, 7])).total);
console.log(sounds([new Dog("Rex"), new Animal("Stone")]), sounds([new Dog("Ada")]), sounds([]));
console.log(texts([null]), texts(["a", null]), texts("xy"), texts([]));
const nothing: Iterable<number> = [];
console.log([...nothing, ...[1]], Array.from(nothing).length);
