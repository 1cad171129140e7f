// Wrapping: arithmetic of each integer type stays inside its width.

const a: u8 = 250;
const b: u8 = a + 10;
const c: i8 = 100;
const d: i8 = c + c;
const e: u16 = 65535;
const f: u16 = e * e;
const g: i16 = -32768;
const h: i16 = g - 1;
const i: u32 = 0xffff_ffff;
const j: u32 = i + 2;
const k: i32 = 0x7fff_ffff;
const l: i32 = k * 2;
const m: u64 = 0xffff_ffff_ffff_ffff;
const n: u64 = m + 3;
const o: i64 = 0x7fff_ffff_ffff_ffff;
const p: i64 = o + 1;
console.log(b, d, f, h, j, l, n, p);
console.log(0 - i, -k, ~a, ~m, m * m, m >>> 60, p >> 63);
