// A log of one JSON text a line: bad lines are told apart and counted, good ones summed by key with a map.
interface Entry {
  at: string;
  level: "info" | "warn" | "error";
  tags: string[];
  size?: number;
}
const log = [
  '{"at":"2024-03-01T10:00:00Z","level":"info","tags":["a","b"],"size":3}',
  '{"level":"warn","at":"2024-03-01T10:00:00.250+01:00","tags":[]}',
  "",
  '{"at":"2024-02-29T23:59:59Z","level":"error","tags":["b","ü"],"size":0.5',
  '  {"at":"2024-02-29T23:59:59Z","level":"error","tags":["b","\\u00fc"],"size":0.5}  ',
  '{"at":"2024-03-01","level":"info","tags":["c"],"size":-1,"extra":{"deep":[1,{"x":null}]}}',
  "nonsense",
  '{"at":"2024-03-02","level":"info","tags":["a",],"size":1}',
].join("\r\n");
const entries: Entry[] = [];
const bad: number[] = [];
for (const [number, line] of log.split("\r\n").entries()) {
  if (line === "") continue;
  try {
    entries.push(JSON.parse(line) as Entry);
  } catch (error) {
    if (error instanceof SyntaxError) bad.push(number + 1);
    else throw error;
  }
}
console.log(entries.length, bad.join(" "));
entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
for (const { at, level, tags, size = 10 } of entries) console.log(new Date(at).toISOString(), level.padEnd(6), tags.join("+") || "-", size);
const totals = new Map<string, { count: number; size: number }>();
for (const { tags, size } of entries)
  for (const tag of tags) {
    const total = totals.get(tag) ?? { count: 0, size: 0 };
    totals.set(tag, { count: total.count + 1, size: total.size + (size ?? 10) });
  }
console.log(JSON.stringify([...totals].sort(([a], [b]) => (a < b ? -1 : 1))));
console.log(
  entries.map((entry) => JSON.stringify(entry, ["at", "level", "tags", "size"]).length).join(" "),
  entries.filter((entry) => entry.level !== "info").length,
);
