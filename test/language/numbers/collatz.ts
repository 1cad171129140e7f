// Collatz walks: integers that grow past 2^31 on the way.

function steps(start: number): [number, number] {
  let n = start;
  let count = 0;
  let peak = n;
  while (n !== 1) {
    n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    if (n > peak) peak = n;
    count++;
  }
  return [count, peak];
}
for (const n of [1, 7, 27, 97, 703, 9663, 77031, 113383]) console.log(n, ...steps(n));
let best = 0;
let longest = 0;
for (let n = 1; n < 3000; n++) {
  const [count] = steps(n);
  if (count > longest) [best, longest] = [n, count];
}
console.log(best, longest);
