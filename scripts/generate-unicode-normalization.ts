// Unicode normalization tables: writes runtime/core/text/unicode-canonical.ts and unicode-compatible.ts from the normalization of the Node
// that runs it. No table tells combining classes: their order shows in how two marks behind each other are put in order.
// Called:     by hand, when a newer Unicode is wanted: node scripts/run.mjs scripts/generate-unicode-normalization.ts

import { writeFileSync } from "node:fs";
import { join } from "node:path";

declare const REPOSITORY_ROOT: string;

const POINT_MAX = 0x10ffff;
const DIGITS_IN_LINE = 120;
const SURROGATE_FIRST = 0xd800;
const SURROGATE_LAST = 0xdfff;
const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** A mark that goes before all others, and one that goes behind. */
const FIRST_MARK = "\u0334";
const LAST_MARK = "\u0345";

const points: number[] = [];
for (let point = 0x80; point <= POINT_MAX; point++) {
  const isSurrogate = point >= SURROGATE_FIRST && point <= SURROGATE_LAST;
  if (!isSurrogate && (point < HANGUL_FIRST || point > HANGUL_LAST)) points.push(point);
}

const textOf = (point: number): string => String.fromCodePoint(point);
const pointsOf = (text: string): number[] => [...text].map((each) => each.codePointAt(0) ?? 0);
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** Whether two marks are put in the other order. */
function areSwapped(first: string, second: string): boolean {
  return (first + second).normalize("NFD") !== first + second;
}

/** Records of ranges of marks of one class, with its place among the classes, from 1 on. */
function markRecords(): string {
  const marks = points.filter((point) => {
    const text = textOf(point);
    return text.normalize("NFD") === text && (areSwapped(LAST_MARK, text) || areSwapped(text, FIRST_MARK));
  });
  const classes: string[] = [];
  for (const mark of marks) {
    const text = textOf(mark);
    if (classes.some((known) => !areSwapped(known, text) && !areSwapped(text, known))) continue;
    const place = classes.findIndex((known) => areSwapped(known, text));
    classes.splice(place < 0 ? classes.length : place, 0, text);
  }
  const rankOf = (text: string): number => 1 + classes.findIndex((known) => !areSwapped(known, text) && !areSwapped(text, known));
  const ranges: { first: number; last: number; rank: number }[] = [];
  for (const mark of marks) {
    const rank = rankOf(textOf(mark));
    const previous = ranges.at(-1);
    if (previous?.last === mark - 1 && previous.rank === rank) previous.last = mark;
    else ranges.push({ first: mark, last: mark, rank });
  }
  return ranges.map(({ first, last, rank }) => hex(first, 5) + hex(last, 5) + hex(rank, 2)).join("");
}

/** Records of points that are two others, or one other and 0, and whether the two become that point again. */
function canonicalRecords(): string {
  const whole = new Map<string, number>();
  for (const point of points) {
    const decomposed = textOf(point).normalize("NFD");
    const isBetter = !whole.has(decomposed) || decomposed.normalize("NFC") === textOf(point);
    if (isBetter) whole.set(decomposed, point);
  }
  let records = "";
  for (const point of points) {
    const decomposed = pointsOf(textOf(point).normalize("NFD"));
    if (decomposed.length === 1 && decomposed[0] === point) continue;
    const last = decomposed.length === 1 ? 0 : (decomposed.pop() ?? 0);
    const rest = decomposed.map(textOf).join("");
    const first = decomposed.length === 1 ? decomposed[0] : whole.get(rest);
    if (first === undefined) throw new Error(`no point is the beginning of ${hex(point, 5)}`);
    const isComposed = last > 0 && (textOf(first) + textOf(last)).normalize("NFC") === textOf(point);
    records += hex(point, 5) + hex(first, 5) + hex(last, 5) + (isComposed ? "1" : "0");
  }
  return records;
}

interface Range {
  first: number;
  last: number;
  stride: number;
  distance: number;
}

/** Compatible forms that are not canonical: ranges of points that become one other, and of others a place in a list of points. */
function compatibleTables(): { ranges: string; several: string; pool: string } {
  const ranges: Range[] = [];
  let [several, pool] = ["", ""];
  for (const point of points) {
    const text = textOf(point);
    const mapped = pointsOf(text.normalize("NFKD"));
    if (text.normalize("NFKD") === text.normalize("NFD")) continue;
    if (mapped.length > 1) {
      const list = mapped.map((each) => hex(each, 5)).join("");
      let place = pool.indexOf(list);
      while (place % 5 !== 0 && place >= 0) place = pool.indexOf(list, place + 1);
      if (place < 0) {
        place = pool.length;
        pool += list;
      }
      several += hex(point, 5) + hex(place / 5, 4) + hex(mapped.length, 2);
      continue;
    }
    const distance = mapped[0] - point;
    const previous = ranges.at(-1);
    const step = previous === undefined ? 0 : point - previous.last;
    if (previous?.distance === distance && step <= 2 && (previous.first === previous.last || step === previous.stride)) {
      previous.stride = step;
      previous.last = point;
    } else ranges.push({ first: point, last: point, stride: 1, distance });
  }
  const record = ({ first, last, stride, distance }: Range): string =>
    hex(first, 5) + hex(last, 5) + hex(stride, 1) + hex(distance + 0x80000, 5);
  return { ranges: ranges.map(record).join(""), several, pool };
}

function constant(name: string, comment: string, digits: string): string {
  const lines = digits.match(new RegExp(`.{1,${DIGITS_IN_LINE}}`, "g")) ?? [];
  return `/** ${comment} */\nexport const ${name}: string =\n${lines.map((line) => `  "${line}"`).join(" +\n")};\n`;
}

function write(file: string, title: string, parts: readonly string[]): void {
  const version = `Unicode ${process.versions.unicode}, generated by scripts/generate-unicode-normalization.ts.`;
  const head = [
    `// ${title}, ${version}`,
    "// Called:     by normalization.ts. All digits are hexadecimal, all records sorted by their first number.",
    "",
  ];
  writeFileSync(join(REPOSITORY_ROOT, "runtime", "core", "text", file), [...head, ...parts].join("\n"));
}

write("unicode-canonical.ts", "Unicode canonical: what points are made of, and the order of marks", [
  constant(
    "MARK_RANGES",
    "Records of 12: first and last (5 each) of marks of one class, and its place among the classes (2).",
    markRecords(),
  ),
  constant(
    "CANONICAL_PAIRS",
    "Records of 16: a point, the two that it is made of (0: no second), and whether they are composed again.",
    canonicalRecords(),
  ),
]);
const { ranges, several, pool } = compatibleTables();
write("unicode-compatible.ts", "Unicode compatible: points that stand for others in another form", [
  constant("COMPATIBLE_RANGES", "Records of 16: first, last (5 each), stride (1), distance + 0x80000 (5).", ranges),
  constant(
    "COMPATIBLE_SEVERAL",
    "Records of 11: a point (5), the place in COMPATIBLE_POINTS (4) and count (2) of what it stands for.",
    several,
  ),
  constant("COMPATIBLE_POINTS", "Points of 5 digits.", pool),
]);
