// Division: integers truncate toward zero, the remainder has the dividend's sign, the least value by -1 wraps.

const a: i32 = -7;
const b: i32 = 2;
console.log(a / b, a % b, 7 / b, a / -2, a % -2);
const least: i32 = -2147483648;
const minusOne: i32 = -1;
console.log(least / minusOne, least % minusOne);
const least64: i64 = -0x8000_0000_0000_0000;
const minusOne64: i64 = -1;
console.log(least64 / minusOne64, least64 % minusOne64);
const large: u64 = 0xffff_ffff_ffff_fff0;
const ten: u64 = 10;
console.log(large / ten, large % ten);
const big: u32 = 4_000_000_000;
console.log(big / 3, big % 7);
