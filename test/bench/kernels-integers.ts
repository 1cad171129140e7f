// Kernels with machine integers: the ten programs of kernels.ts as one writes them who says how wide a number is, where that matters.
// Only compiled: Node has no such numbers. What computes in f64 only, and what only counts objects, is as it was.

import { mandel, nbody, tree, virt } from "./kernels.ts";

let seed: u32 = 0;
function rnd(): u32 { seed = seed * 1664525 + 1013904223; return seed; }

function matmul(): number {
  const n: i32 = 300, a = new Float64Array(n * n), b = new Float64Array(n * n), c = new Float64Array(n * n);
  for (let i: i32 = 0; i < n * n; i++) { a[i] = Number(i % 7) + 0.5; b[i] = Number(i % 5) - 1.25; }
  for (let i: i32 = 0; i < n; i++)
    for (let k: i32 = 0; k < n; k++) {
      const x = a[i * n + k];
      for (let j: i32 = 0; j < n; j++) c[i * n + j] += x * b[k * n + j];
    }
  let s = 0;
  for (let i: i32 = 0; i < n * n; i++) s += c[i] * Number(i % 3 + 1);
  return s;
}

function place(all: u32, cols: u32, d1: u32, d2: u32): u32 {
  if (cols === all) return 1;
  let cnt: u32 = 0, avail: u32 = all & ~(cols | d1 | d2);
  while (avail !== 0) {
    const bit: u32 = avail & (~avail + 1);
    avail ^= bit;
    cnt += place(all, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1);
  }
  return cnt;
}
function queens(): number { return place((1 << 13) - 1, 0, 0, 0); }

function sieve(): number {
  const n: i32 = 4000000, f = new Uint8Array(n + 1); for (let i: i32 = 0; i <= n; i++) f[i] = 1;
  let count: i32 = 0;
  for (let i: i32 = 2; i <= n; i++)
    if (f[i] !== 0) { count++; for (let j: i64 = i64(i) * i64(i); j <= i64(n); j += i64(i)) f[i32(j)] = 0; }
  return count;
}

const K: u32[] = [
0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2];
function ror(x: u32, r: u32): u32 { return (x >> r) | (x << (32 - r)); }
function shaBlock(h: u32[], w: u32[], p: Uint8Array, o: i32): void {
  for (let i: i32 = 0; i < 16; i++)
    w[i] = u32(p[o + 4 * i]) << 24 | u32(p[o + 4 * i + 1]) << 16 | u32(p[o + 4 * i + 2]) << 8 | u32(p[o + 4 * i + 3]);
  for (let i: i32 = 16; i < 64; i++) {
    const x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (ror(x, 7) ^ ror(x, 18) ^ (x >> 3)) + w[i - 7] + (ror(y, 17) ^ ror(y, 19) ^ (y >> 10));
  }
  let a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], hh = h[7];
  for (let i: i32 = 0; i < 64; i++) {
    const t1: u32 = hh + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i];
    const t2: u32 = (ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    hh = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
  }
  h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += hh;
}
function sha256(): number {
  const n: i32 = 1 << 22, p = new Uint8Array(n); seed = 7;
  for (let i: i32 = 0; i < n; i++) p[i] = rnd() >> 24;
  const h: u32[] = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19], w: u32[] = [];
  for (let i: i32 = 0; i < 64; i++) w.push(0);
  for (let o: i32 = 0; o < n; o += 64) shaBlock(h, w, p, o);
  return Number(h[0]) + Number(h[7]);
}

function qs(a: Int32Array, lo: i32, hi: i32): void {
  while (lo < hi) {
    const p: i32 = i32(a[(lo + hi) >> 1]); let i: i32 = lo, j: i32 = hi;
    while (i <= j) {
      while (a[i] < p) i++;
      while (a[j] > p) j--;
      if (i <= j) { const t = a[i]; a[i] = a[j]; a[j] = t; i++; j--; }
    }
    if (j - lo < hi - i) { qs(a, lo, j); lo = i; } else { qs(a, i, hi); hi = j; }
  }
}
function qsort(): number {
  const n: i32 = 1000000, a = new Int32Array(n); seed = 42;
  for (let i: i32 = 0; i < n; i++) a[i] = i32(rnd());
  qs(a, 0, n - 1);
  let s = 0; for (let i: i32 = 0; i < n; i += 1000) s += a[i] * Number(i % 7);
  return s;
}

function strmap(): number {
  const t = new Map<string, u32>(); seed = 99;
  for (let i: u32 = 0; i < 200000; i++) {
    const id: u32 = (rnd() >> 8) % 20000;
    const k = "key" + id + "_" + (id & 15);
    t.set(k, (t.get(k) ?? 0) + (i & 255));
  }
  let s: u32 = u32(t.size); for (const v of t.values()) s += v;
  return s;
}

export { mandel, matmul, nbody, qsort, queens, sha256, sieve, strmap, tree, virt };
