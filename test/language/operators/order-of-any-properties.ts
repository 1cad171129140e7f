// `<` and `>` of properties that a key names: texts, numbers, dates, truth values and what may be missing, as JavaScript orders them.

interface Row {
  name: string;
  age: number;
  joined: Date;
  active: boolean;
  note: string | null;
  rank?: number;
}

function sortBy<K extends keyof Row>(rows: readonly Row[], key: K): string {
  const sorted = rows.toSorted((a, b) => {
    const [x, y] = [a[key], b[key]];
    return x !== undefined && y !== undefined && x !== null && y !== null ? (x < y ? -1 : x > y ? 1 : 0) : 0;
  });
  return sorted.map((row) => row.name).join();
}

function compare<T>(a: T, b: T): string {
  return `${a < b} ${a > b} ${a <= b} ${a >= b}`;
}

const rows: Row[] = [
  { name: "Cid", age: 30, joined: new Date("2020-01-05"), active: true, note: "m" },
  { name: "ann", age: 9, joined: new Date("2019-06-01"), active: false, note: "x", rank: 1 },
  { name: "Bob", age: 100, joined: new Date("2021-03-04"), active: true, note: "a", rank: 2 },
];
for (const key of ["name", "age", "joined", "active", "note", "rank"] as const) console.log(key, sortBy(rows, key));
console.log(compare(1, 2), compare("b", "a"), compare(false, true));
console.log(compare<string | number | null>(null, 1), compare<string | number | null>(null, "a"), compare<number | null>(null, 0));
console.log(compare<number | undefined>(undefined, 1), compare<boolean | string>(true, "1"), compare<string | number>("10", 9));
