// Conversions: between widths and signs, to and from number.

const wide: u64 = 0x1234_5678_9abc_def0;
console.log(u32(wide), u16(wide), u8(wide), i32(wide), i16(wide), i8(wide));
const negative: i32 = -2;
console.log(u8(negative), u32(negative), u64(negative), i64(negative), Number(negative));
console.log(u32(3.99), i32(-3.99), u8(300.5), u32(-1), i32(4294967295), u32(NaN), i64(1e18), u64(1e19));
const small: u16 = 60000;
const sum: number = Number(small) + 0.5;
console.log(sum, small / 7, Number(wide), f32(0.1), f32(16777217));
