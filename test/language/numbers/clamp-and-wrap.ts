// Clamping, wrapping and interpolating, at and beyond the borders.

const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);
const wrap = (x: number, size: number): number => ((x % size) + size) % size;
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
for (const x of [-11, -10, -1, -0, 0, 4, 9, 10, 25, NaN]) console.log(x, clamp(x, 0, 9), wrap(x, 10) + 0, mix(0, 10, x));
console.log(wrap(-0.5, 1), wrap(7.25, 2.5), clamp(Infinity, -1, 1), mix(5, 5, 0.3));
