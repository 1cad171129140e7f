// Shift counts count modulo 32, negative and fractional ones too.

const counts = [0, 1, 31, 32, 33, 63, 64, -1, -31, -32, 1.9, -0.5, NaN, 4294967297];
for (const count of counts) console.log(count, 1 << count, -8 >> count, -8 >>> count, 0x80000000 >> count, 0xff >>> count);
let bits = 1;
for (let i = 0; i < 40; i++) bits <<= 1;
console.log(bits);
bits = -1;
bits >>>= 28;
console.log(bits, (bits << 28) >> 28, (bits << 29) >> 29);
