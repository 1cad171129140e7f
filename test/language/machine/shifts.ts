// Shifts: counts are taken modulo the width; >> keeps the sign of signed types.

const one: u32 = 1;
const count: u32 = 33;
console.log(one << count, one << 31, (one << 31) >>> 31);
const minus: i32 = -16;
console.log(minus >> 2, minus >>> 28, minus << 1);
const wide: u64 = 1;
const wideCount: u64 = 63;
console.log(wide << wideCount, (wide << wideCount) >>> 63, wide << 40);
const minusWide: i64 = -1024;
console.log(minusWide >> 3, minusWide >>> 60);
