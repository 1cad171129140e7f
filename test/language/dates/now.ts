// Date.now and new Date(): the time of day, which does not run backwards here; all else depends on when this runs.
const before = Date.now();
const date = new Date();
const after = Date.now();
console.log(before > 0, Number.isInteger(before), before <= date.getTime(), date.getTime() <= after);
console.log(date.toISOString().length, date.getUTCFullYear() >= 1970, typeof after);
console.log(new Date(date).getTime() === date.getTime());
