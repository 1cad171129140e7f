// toJSON: told the name or the index of the property, in classes and in literals, and giving any kind of value.
class Tag {
  constructor(readonly name: string) {}
  toJSON(key: string): string {
    return `${this.name}@${key}`;
  }
}
class Pair {
  constructor(
    readonly left: number,
    readonly right: number,
  ) {}
  toJSON(): number[] {
    return [this.left, this.right];
  }
}
class Hidden {
  readonly value = 1;
  toJSON(): undefined {
    return undefined;
  }
}
console.log(JSON.stringify(new Tag("top")), JSON.stringify({ one: new Tag("a"), list: [new Tag("b"), new Tag("c")] }));
console.log(JSON.stringify({ pair: new Pair(1, 2), gone: new Hidden() }), JSON.stringify([new Hidden(), new Pair(3, 4)]));
const literal = {
  secret: "x",
  toJSON(): { shown: boolean } {
    return { shown: true };
  },
};
console.log(JSON.stringify(literal), JSON.stringify([literal, literal], null, 1));
const arrow = { n: 5, toJSON: (key: string): string => `key ${key}` };
console.log(JSON.stringify({ inner: arrow }), JSON.stringify([[arrow]]));
const nested: { tag: Tag | null; pair: [Tag, number] } = { tag: new Tag("t"), pair: [new Tag("p"), 1] };
console.log(JSON.stringify(nested));
