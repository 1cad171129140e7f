// Comparison: by mathematical value, whatever the widths and signs of the two sides.

const minus: i32 = -1;
const most: u32 = 0xffff_ffff;
const huge: u64 = 0xffff_ffff_ffff_ffff;
const least: i64 = -1;
console.log(minus < most, minus === most, least < huge, huge > minus, most < huge, least === minus);
const byte: u8 = 200;
const signed: i8 = -56;
console.log(byte > signed, byte === signed, byte === 200, signed === -56);
const half = 0.5;
console.log(most > half, minus < half, byte === 200.5, huge > 1e19, huge < 1e20);
