// Date: setters change the moment in place and give it; parts count on.
const date = new Date(Date.UTC(2024, 0, 31, 12, 30, 15, 500));
console.log(date.setUTCMonth(1), date.toISOString());
console.log(date.setUTCMonth(13, 5), date.toISOString());
console.log(date.setUTCDate(0), date.toISOString());
console.log(date.setUTCFullYear(2000, 1, 29), date.toISOString());
console.log(date.setUTCFullYear(2001), date.toISOString());
console.log(date.setUTCHours(-1), date.toISOString());
console.log(date.setUTCHours(5, 6, 7, 8), date.toISOString());
console.log(date.setUTCMinutes(90, 3), date.toISOString());
console.log(date.setUTCSeconds(-1, 999), date.toISOString());
console.log(date.setUTCMilliseconds(1500.9), date.toISOString());
console.log(date.setTime(-5.5), date.toISOString(), date.setUTCDate(1), date.toISOString());
console.log(date.setUTCMonth(NaN), date.getTime(), date.setUTCHours(3), date.setUTCDate(1));
console.log(date.setUTCFullYear(2020), date.toISOString(), date.setTime(9e15));
const other = new Date(date);
other.setTime(7);
console.log(other.getTime(), date.getTime());
