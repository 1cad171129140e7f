// object[key] where the key is one of several names: read, written, compared, in loops over the names.

interface Settings {
  width: number;
  height: number;
  title: string;
  isOpen: boolean;
  note?: string;
}
const settings: Settings = { width: 80, height: 25, title: "main", isOpen: false };

const sizes = ["width", "height"] as const;
let area = 1;
for (const name of sizes) area *= settings[name];
console.log(area);
function grow(name: "width" | "height", by: number): void {
  settings[name] += by;
  settings[name]++;
}
grow("width", 10);
grow("height", 5);
console.log(settings.width, settings.height);

function describe(key: keyof Settings): string {
  const value = settings[key];
  return `${key}: ${value ?? "none"}`;
}
for (const key of ["title", "isOpen", "width", "note"] as const) console.log(describe(key));
for (const key in settings) {
  const value = settings[key as keyof Settings];
  console.log(key, typeof value);
}
class Counter {
  hits = 0;
  misses = 0;
  readonly label: string = "counter";
  count(what: "hits" | "misses"): number {
    return ++this[what];
  }
}
const counter = new Counter();
counter.count("hits");
counter.count("hits");
console.log(counter.count("misses"), counter.hits, counter.misses, counter.label);
type Field = "hits" | "label";
const fields: Field[] = ["label", "hits"];
console.log(fields.map((field) => counter[field]).join());
const table = { north: [0, 1], south: [0, -1], east: [1, 0] };
function move(direction: keyof typeof table): string {
  return table[direction].join("/");
}
console.log(move("south"), move("east"));
const handlers = { add: (a: number, b: number) => a + b, times: (a: number, b: number) => a * b };
for (const name of ["times", "add"] as const) console.log(name, handlers[name](3, 4));
let evaluated = 0;
function which(): "width" | "height" {
  evaluated++;
  return "height";
}
settings[which()] *= 2;
console.log(settings.height, evaluated, settings?.[which()]);
