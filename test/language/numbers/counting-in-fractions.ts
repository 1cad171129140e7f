// Fractions add up with their rounding errors, exactly as IEEE says.

let sum = 0;
for (let i = 0; i < 10; i++) sum += 0.1;
console.log(sum, sum === 1, 0.1 + 0.2, 0.1 * 3, 1 - 0.9, 4.35 * 100, 1.005 * 1000);
let rounds = 0;
for (let x = 0; x < 1; x += 0.1) rounds++;
console.log(rounds);
rounds = 0;
for (let x = 0; x !== 1 && rounds < 100; x += 0.125) rounds++;
console.log(rounds);
let carry = 0;
let exact = 0;
for (let i = 0; i < 1000; i++) {
  const y = 0.1 - carry;
  const next = exact + y;
  carry = next - exact - y;
  exact = next;
}
console.log(exact, Math.abs(exact - 100) < 1e-12);
