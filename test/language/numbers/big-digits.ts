// Numbers as arrays of digits: factorials and powers beyond what doubles hold.

function times(digits: readonly number[], by: number): number[] {
  const result: number[] = [];
  let carry = 0;
  for (const digit of digits) {
    const sum = digit * by + carry;
    result.push(sum % 1e6);
    carry = Math.floor(sum / 1e6);
  }
  for (; carry > 0; carry = Math.floor(carry / 1e6)) result.push(carry % 1e6);
  return result;
}
function text(digits: readonly number[]): string {
  return digits
    .map((digit, i) => (i === digits.length - 1 ? String(digit) : String(digit).padStart(6, "0")))
    .reverse()
    .join("");
}
let factorial = [1];
for (let i = 2; i <= 40; i++) factorial = times(factorial, i);
console.log(text(factorial));
let power = [1];
for (let i = 0; i < 100; i++) power = times(power, 2);
console.log(text(power), text([0]), text(times([999999, 999999], 999999)));
