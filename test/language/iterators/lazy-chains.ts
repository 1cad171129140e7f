// Chains of members of iterators ask for one element at a time: nothing runs before it is wanted. Node 20 lacks them: see the .out file.

function* naturals(): Generator<number> {
  for (let n = 0; ; n++) {
    console.log(`  made ${n}`);
    yield n;
  }
}

const chain = naturals()
  .filter((n) => {
    console.log(`  asked about ${n}`);
    return n % 2 === 1;
  })
  .map((n, index) => {
    console.log(`  mapped ${n} at ${index}`);
    return `${n * n}`;
  });
console.log("nothing ran yet");
console.log(chain.next());
console.log(chain.next().value);
console.log(chain.take(2).toArray());
// The chain was closed by take.
console.log(chain.next());
console.log(
  [..."abc"]
    .values()
    .map((letter, index) => letter.repeat(index + 1))
    .toArray(),
);
const stock = new Map([
  ["apple", 3],
  ["pear", 0],
  ["plum", 12],
]);
console.log(
  stock
    .entries()
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`)
    .toArray(),
);
console.log(stock.keys().drop(1).toArray(), stock.values().take(1).toArray(), stock.values().drop(5).toArray());
console.log(
  new Set([3, 1, 2])
    .values()
    .map((n) => n * 10)
    .reduce((sum, n) => sum + n),
);
for (const pair of ["x", "y"].entries().map(([index, name]) => ({ index, name }))) console.log(pair);
console.log(...new Uint8Array([7, 8, 300]).values().map((byte) => byte + 1));
console.log(Math.max(...[4, 9, 2].values().filter((n) => n < 9)));
const [first, second] = naturals().drop(3);
console.log(first, second);
