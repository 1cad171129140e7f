// Counting bits in several ways; all agree, also for negative numbers.

function byLoop(x: number): number {
  let count = 0;
  for (let i = 0; i < 32; i++) count += (x >>> i) & 1;
  return count;
}
function byClearing(x: number): number {
  let count = 0;
  for (let rest = x | 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}
function byHalves(x: number): number {
  let v = x - ((x >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
for (const x of [0, 1, 3, 255, 256, -1, -2, 0x7fffffff, -0x80000000, 0x12345678])
  console.log(x, byLoop(x), byClearing(x), byHalves(x), Math.clz32(x));
