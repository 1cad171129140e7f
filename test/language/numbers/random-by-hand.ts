// Random by hand: generators of numbers with 32-bit arithmetic, their sequences, shuffles and how evenly they fall.

function linear(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}

for (const make of [linear, mulberry]) {
  const random = make(12345);
  console.log(random(), random(), random());
  console.log(shuffled([..."abcdefgh"], make(1)).join(""), shuffled([..."abcdefgh"], make(-1)).join(""));
  const counts = new Array<number>(8).fill(0);
  for (let roll = 0; roll < 800; roll++) counts[Math.floor(random() * 8)]++;
  console.log(
    counts.join(" "),
    counts.reduce((sum, count) => sum + count, 0),
  );
}
const again = [linear(7), linear(7)].map((random) => Array.from({ length: 5 }, random).join());
console.log(again[0] === again[1]);
