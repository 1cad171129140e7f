// Sieve: primes by marking multiples in an array of booleans.

const limit = 1000;
const isComposite: boolean[] = [];
for (let i = 0; i <= limit; i++) isComposite.push(false);
let count = 0;
let last = 0;
for (let i = 2; i <= limit; i++) {
  if (isComposite[i]) continue;
  count++;
  last = i;
  for (let j = i * i; j <= limit; j += i) isComposite[j] = true;
}
console.log(count, last);
