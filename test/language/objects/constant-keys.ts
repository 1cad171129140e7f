// Computed keys that are constant, keys that are texts and numbers, and access by them.

const KEY = "dynamic";
const table = { [KEY]: 1, "with space": 2, 3: "three", plain: 5 } as const;
console.log(table[KEY], table.dynamic, table["with space"], table[3], table["plain"]);

enum Name {
  First = "first",
  Second = "second",
}
const byEnum = { [Name.First]: 10, [Name.Second]: 20 };
console.log(byEnum[Name.First] + byEnum.second);

class Named {
  ["quoted name"] = 1;
  [KEY](): number {
    return this["quoted name"] + 1;
  }
  get ["computed"](): string {
    return "c";
  }
  5 = "five";
}
const named = new Named();
console.log(named["quoted name"], named[KEY](), named.dynamic(), named.computed, named[5]);
const { "with space": spaced, [KEY]: fetched } = table;
console.log(spaced, fetched);
const field = "plain";
console.log(table[field]);
