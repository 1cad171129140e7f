// NaN: equal to nothing, neither less nor greater, and it spreads.

const nan = Number("no number");
console.log(nan === nan, nan !== nan, nan < 1, nan > 1, nan <= nan, !(nan < 1), nan === (NaN as number));
console.log(nan + 1, nan * 0, Math.max(1, nan), Math.min(nan, 1), Math.sqrt(-1), Infinity - Infinity, 0 * Infinity, 0 / 0);
const list = [1, nan, 3];
console.log(
  list.indexOf(nan),
  list.includes(nan),
  list.findIndex((each) => each !== each),
);
console.log(nan ? "true" : "false", nan || "other", nan ?? "present", nan | 0, nan >>> 0, isNaN(nan), Number.isNaN(nan));
let smallest = Infinity;
for (const each of list) if (each < smallest) smallest = each;
console.log(smallest, [...list].sort((a, b) => a - b).length);
