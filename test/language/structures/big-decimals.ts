// Big decimals: sums, products and powers of numbers of any length, digit by digit in texts.

function add(left: string, right: string): string {
  let result = "";
  let carry = 0;
  for (let at = 1; at <= Math.max(left.length, right.length) || carry > 0; at++) {
    const sum = Number(left[left.length - at] ?? "0") + Number(right[right.length - at] ?? "0") + carry;
    result = String(sum % 10) + result;
    carry = sum >= 10 ? 1 : 0;
  }
  return result === "" ? "0" : result;
}

function multiply(left: string, right: string): string {
  const digits = new Array<number>(left.length + right.length).fill(0);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const sum = (left.charCodeAt(i) - 48) * (right.charCodeAt(j) - 48) + digits[i + j + 1];
      digits[i + j + 1] = sum % 10;
      digits[i + j] += (sum / 10) | 0;
    }
  const text = digits.join("");
  let zeros = 0;
  while (zeros < text.length - 1 && text[zeros] === "0") zeros++;
  return text.slice(zeros);
}

function power(base: string, exponent: number): string {
  let result = "1";
  for (let left = exponent; left > 0; left--) result = multiply(result, base);
  return result;
}

console.log(add("999", "1"), add("", ""), add("123456789012345678901234567890", "987654321098765432109876543210"));
console.log(multiply("0", "12345"), multiply("99999999999", "99999999999"), multiply("12", "0012"));
console.log(power("2", 100), power("7", 30).length);
let [previous, current] = ["0", "1"];
for (let count = 1; count < 150; count++) [previous, current] = [current, add(previous, current)];
console.log(current);
let factorial = "1";
for (let value = 2; value <= 30; value++) factorial = multiply(factorial, String(value));
console.log(factorial);
