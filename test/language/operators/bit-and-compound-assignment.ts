// Every compound assignment, and the operators they are made of, on int32 edges.

let value = 13;
value -= 3;
value *= 7;
value /= 4;
value %= 10;
console.log(value);
let bits = 0b1011;
bits <<= 30;
console.log(bits);
bits >>= 3;
console.log(bits);
bits >>>= 28;
bits |= 0x50;
bits &= ~0x10;
bits ^= 0xff;
console.log(bits, ~bits, -bits, +bits, !bits, -(-bits));
console.log(1 << 31, 1 << 32, -1 >>> 0, -1 >> 31, (2 ** 31) | 0, 5 & -6, 5 | -6, 5 ^ -6);
let count = 5;
console.log(count++ + ++count, count-- - --count, count);
console.log(7 % -3, -7 % 3, 7.5 % 2, -0 === 0, 1 / 0, 2 ** 0.5 > 1.41);
console.log(null == undefined, (null as string | null) != undefined, 3 > 2 === true, 1 < 2 && 2 <= 2 && 3 >= 3);
