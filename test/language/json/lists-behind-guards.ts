// Lists and tuples of what JSON.parse made of a text, behind guards: numbers, texts, objects, pairs, and lists of lists.

interface Line {
  sku: string;
  qty: number;
}
interface Order {
  id: number;
  lines: Line[];
  scores: number[];
  tags: string[];
  pair: [string, number];
  flags?: boolean[];
  grid: number[][];
  maybe: (string | null)[];
  kind: "a" | "b" | null;
  best: Line | null;
  mixed: (string | number)[];
  points: [number, number][];
}
function isLine(v: unknown): v is Line {
  return typeof v === "object" && v !== null && "sku" in v && typeof v.sku === "string" && "qty" in v && typeof v.qty === "number";
}
function isOrder(v: unknown): v is Order {
  return (
    typeof v === "object" &&
    v !== null &&
    "id" in v &&
    typeof v.id === "number" &&
    "lines" in v &&
    Array.isArray(v.lines) &&
    v.lines.every(isLine)
  );
}
const text =
  '{"id":1,"lines":[{"sku":"a","qty":2},{"sku":"b","qty":3}],"scores":[1,2.5,3],"tags":["x","y"],"pair":["p",7],"grid":[[1,2],[3]],"maybe":["q",null],"kind":null,"best":{"sku":"z","qty":9},"mixed":["m",1],"points":[[1,2],[3,4]]}';
const v: unknown = JSON.parse(text);
if (isOrder(v)) {
  console.log(v.lines.map((l) => `${l.sku}:${l.qty}`).join(), v.lines.length, v.lines[1].qty);
  console.log(
    v.scores.reduce((a, b) => a + b, 0),
    v.scores[1] + 1,
    Math.max(...v.scores),
  );
  console.log(v.tags.join("-"), v.tags[0].toUpperCase(), v.tags.includes("y"));
  const [name, n] = v.pair;
  console.log(name, n + 1, v.pair[0].length, v.pair);
  console.log(v.flags?.length ?? "no flags");
  for (const row of v.grid) for (const cell of row) console.log(cell + 0.5);
  console.log(
    v.maybe.map((m) => m ?? "-"),
    v.kind,
    v.best?.qty,
    v.mixed.map((m) => (typeof m === "string" ? m.length : m + 1)),
  );
  for (const [x, y] of v.points) console.log(x * y);
  v.scores.push(10);
  v.lines.push({ sku: "new", qty: 1 });
  v.tags.push("t");
  v.points.push([5, 6]);
  v.scores.sort((a, b) => b - a);
  console.log(JSON.stringify(v));
  console.log(v);
  const copy = { ...v, id: 2, tags: [...v.tags, "end"] };
  console.log(copy.tags, copy.id, copy.lines.at(-1)?.sku);
}
const isNumbers = (v: unknown): v is number[] => Array.isArray(v) && v.every((x) => typeof x === "number");
const isPair = (v: unknown): v is [string, number] =>
  Array.isArray(v) && v.length === 2 && typeof v[0] === "string" && typeof v[1] === "number";
const isStrings = (v: unknown): v is string[] => Array.isArray(v) && v.every((x) => typeof x === "string");
for (const t of ["[1,2,3]", '["a",5]', '["a","b"]']) {
  const w: unknown = JSON.parse(t);
  if (isNumbers(w))
    console.log(
      "numbers",
      w.map((x) => x * 2),
      w.length,
      w[0] + w[1],
    );
  else if (isPair(w)) console.log("pair", w[0].length, w[1]);
  if (isStrings(w)) console.log(w.map((s) => s + "!"));
}
