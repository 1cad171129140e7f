// Infinite generators: the loop that reads decides when to stop.

function* naturals(): Generator<number> {
  let n = 0;
  while (true) yield n++;
}

function* fibonacci(): Generator<number> {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, a + b];
  }
}

function* primes(): Generator<number> {
  const found: number[] = [];
  search: for (const n of naturals()) {
    if (n < 2) continue;
    for (const p of found) {
      if (p * p > n) break;
      if (n % p === 0) continue search;
    }
    found.push(n);
    yield n;
  }
}

for (const f of fibonacci()) {
  if (f > 100) break;
  console.log(f);
}
let sum = 0;
for (const p of primes()) {
  if (p > 100) break;
  sum += p;
}
console.log(sum);
