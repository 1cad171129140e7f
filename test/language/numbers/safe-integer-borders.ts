// Around 2^53, whole numbers begin to have gaps.

const limit = 9007199254740992;
console.log(limit, limit + 1, limit + 2, limit - 1, limit + 1 === limit, limit - 1 + 2);
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.isSafeInteger(limit), Number.isSafeInteger(limit - 1));
let count = 0;
for (let i = limit - 3; i < limit && count < 10; i++) count++;
console.log(count);
for (let power = 50; power <= 56; power++) {
  const value = 2 ** power;
  console.log(power, value + 1 - value, value + 3 - value, (value + 1) % 2);
}
