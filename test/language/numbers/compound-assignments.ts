// Every compound assignment to numbers, with values that overflow int32.

let x = 7;
x += 2147483640;
console.log(x);
x += 1;
console.log(x);
x *= 2;
console.log(x);
x |= 1;
console.log(x);
x ^= 0xff;
console.log(x);
x -= 0.5;
console.log(x);
x /= 4;
console.log(x);
x %= 10;
console.log(x);
x <<= 30;
console.log(x);
x >>= 3;
console.log(x);
x >>>= 1;
console.log(x);
x **= 2;
console.log(x);
x &= 0xffff;
console.log(x);
