// Captured variables: generators share them with the code around, and with closures made inside.

let calls = 0;
function makeCounter(step: number) {
  let total = 0;
  function* generate() {
    while (total < 10) {
      calls++;
      total += step;
      yield total;
    }
  }
  return { generate, add: (n: number) => (total += n) };
}

const counter = makeCounter(3);
for (const n of counter.generate()) {
  console.log(n);
  if (n === 6) counter.add(1);
}
console.log(calls);

function* makers() {
  for (let i = 0; i < 3; i++) {
    const double = i * 2;
    yield () => `${i}/${double}`;
  }
}
const made: (() => string)[] = [];
for (const make of makers()) made.push(make);
for (const make of made) console.log(make());

const anonymous = function* (limit: number) {
  let left = limit;
  const take = (): number => left--;
  while (left > 0) yield take();
};
for (const n of anonymous(3)) console.log(n);
