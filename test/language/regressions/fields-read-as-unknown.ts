// A field of a narrow type read through an interface that says unknown: numbers and truth values come in boxes.

interface Entry<T> {
  key: string;
  value: T;
}

function describe(entry: Entry<unknown>): string {
  const { value } = entry;
  if (typeof value === "number") return `${entry.key} is ${value + 1}`;
  if (typeof value === "boolean") return `${entry.key} is ${value ? "on" : "off"}`;
  return `${entry.key}: ${typeof value} ${String(value)}`;
}

class Setting implements Entry<boolean> {
  constructor(
    readonly key: string,
    readonly value: boolean,
  ) {}
}

class Counter {
  key = "counter";
  private count = 4;
  get value(): number {
    return this.count++;
  }
}

const width: Entry<number> = { key: "width", value: 80 };
const name: Entry<string> = { key: "name", value: "tsm" };
const none: Entry<null> = { key: "none", value: null };
const missing: Entry<undefined> = { key: "missing", value: undefined };
const maybe: Entry<number | undefined> = { key: "maybe", value: 7 };
for (const entry of [describe(width), describe(name), describe(none), describe(missing), describe(maybe)]) console.log(entry);
const counter = new Counter();
console.log(describe(new Setting("light", true)), describe(counter), describe(counter));
const entries: Entry<unknown>[] = [width, new Setting("dark", false), { key: "list", value: [1, 2] }];
console.log(entries.map(({ value }) => typeof value).join());
console.log(entries.filter((entry) => entry.value === 80).length, entries[0].value);
