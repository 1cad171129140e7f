// Kernels in AssemblyScript: the same ten programs as kernels.ts, with the integer types its users write.
let seed: u32 = 0;
function rnd(): u32 { seed = seed * 1664525 + 1013904223; return seed; }

export function matmul(): f64 {
  const n = 300, a = new StaticArray<f64>(n * n), b = new StaticArray<f64>(n * n), c = new StaticArray<f64>(n * n);
  for (let i = 0; i < n * n; i++) { a[i] = <f64>(i % 7) + 0.5; b[i] = <f64>(i % 5) - 1.25; }
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k];
      for (let j = 0; j < n; j++) c[i * n + j] += x * b[k * n + j];
    }
  let s: f64 = 0;
  for (let i = 0; i < n * n; i++) s += c[i] * <f64>((i % 3) + 1);
  return s;
}

function place(all: i32, cols: i32, d1: i32, d2: i32): i32 {
  if (cols == all) return 1;
  let cnt = 0, avail = all & ~(cols | d1 | d2);
  while (avail != 0) {
    const bit = avail & -avail;
    avail ^= bit;
    cnt += place(all, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1);
  }
  return cnt;
}
export function queens(): f64 { return place((1 << 13) - 1, 0, 0, 0); }

export function sieve(): f64 {
  const n = 4000000, f = new StaticArray<u8>(n + 1);
  f.fill(1);
  let count = 0;
  for (let i = 2; i <= n; i++)
    if (f[i] != 0) { count++; for (let j: i64 = <i64>i * i; j <= n; j += i) f[<i32>j] = 0; }
  return count;
}

const K: StaticArray<u32> = [
0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2];
function shaBlock(h: StaticArray<u32>, w: StaticArray<u32>, p: StaticArray<u8>, o: i32): void {
  for (let i = 0; i < 16; i++) w[i] = <u32>p[o + 4 * i] << 24 | <u32>p[o + 4 * i + 1] << 16 | <u32>p[o + 4 * i + 2] << 8 | <u32>p[o + 4 * i + 3];
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (rotr(x, 7) ^ rotr(x, 18) ^ (x >> 3)) + w[i - 7] + (rotr(y, 17) ^ rotr(y, 19) ^ (y >> 10));
  }
  let a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], hh = h[7];
  for (let i = 0; i < 64; i++) {
    const t1 = hh + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i];
    const t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    hh = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
  }
  h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += hh;
}
export function sha256(): f64 {
  const n = 1 << 22, p = new StaticArray<u8>(n); seed = 7;
  for (let i = 0; i < n; i++) p[i] = <u8>(rnd() >> 24);
  const h: StaticArray<u32> = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19], w = new StaticArray<u32>(64);
  for (let o = 0; o < n; o += 64) shaBlock(h, w, p, o);
  return <f64>h[0] + <f64>h[7];
}

function qs(a: StaticArray<i32>, lo: i32, hi: i32): void {
  while (lo < hi) {
    const p = a[(lo + hi) >> 1]; let i = lo, j = hi;
    while (i <= j) {
      while (a[i] < p) i++;
      while (a[j] > p) j--;
      if (i <= j) { const t = a[i]; a[i] = a[j]; a[j] = t; i++; j--; }
    }
    if (j - lo < hi - i) { qs(a, lo, j); lo = i; } else { qs(a, i, hi); hi = j; }
  }
}
export function qsort(): f64 {
  const n = 1000000, a = new StaticArray<i32>(n); seed = 42;
  for (let i = 0; i < n; i++) a[i] = <i32>rnd();
  qs(a, 0, n - 1);
  let s: f64 = 0; for (let i = 0; i < n; i += 1000) s += <f64>a[i] * <f64>(i % 7);
  return s;
}

export function mandel(): f64 {
  const n = 400; let sum = 0;
  for (let py = 0; py < n; py++)
    for (let px = 0; px < n; px++) {
      const cr = 2.0 * <f64>px / <f64>n - 1.5, ci = 2.0 * <f64>py / <f64>n - 1.0; let x: f64 = 0, y: f64 = 0, it = 0;
      while (it < 100 && x * x + y * y <= 4.0) { const t = x * x - y * y + cr; y = 2 * x * y + ci; x = t; it++; }
      sum += it;
    }
  return sum;
}

class Body { constructor(public x: f64, public y: f64, public z: f64, public vx: f64, public vy: f64, public vz: f64, public m: f64) {} }
export function nbody(): f64 {
  const bs: Body[] = [];
  for (let k = 0; k < 5; k++) { const i = <f64>k; bs.push(new Body(i * 1.5 + 0.1, i * i * 0.3, 0.2 - i * 0.7, 0.01 * i, 0.3 - 0.1 * i, 0.02 * i, 1.0 / (1 + i))); }
  for (let s = 0; s < 200000; s++) {
    for (let i = 0; i < 5; i++) {
      const p = bs[i];
      for (let j = i + 1; j < 5; j++) {
        const q = bs[j], dx = p.x - q.x, dy = p.y - q.y, dz = p.z - q.z, d2 = dx * dx + dy * dy + dz * dz;
        const mag = 0.001 / (d2 * Math.sqrt(d2));
        p.vx -= dx * q.m * mag; p.vy -= dy * q.m * mag; p.vz -= dz * q.m * mag;
        q.vx += dx * p.m * mag; q.vy += dy * p.m * mag; q.vz += dz * p.m * mag;
      }
    }
    for (let i = 0; i < 5; i++) { const p = bs[i]; p.x += 0.001 * p.vx; p.y += 0.001 * p.vy; p.z += 0.001 * p.vz; }
  }
  return bs[0].x + bs[1].y + bs[4].z;
}

export function strmap(): f64 {
  const t = new Map<string, i32>(); seed = 99;
  for (let i = 0; i < 200000; i++) {
    const id = (rnd() >> 8) % 20000;
    const k = "key" + id.toString() + "_" + (id & 15).toString();
    t.set(k, (t.has(k) ? t.get(k) : 0) + (i & 255));
  }
  let s = t.size; const vs = t.values(); for (let i = 0; i < vs.length; i++) s += vs[i];
  return s;
}

class Node { l: Node | null = null; r: Node | null = null; }
function mk(d: i32): Node { const n = new Node(); if (d > 0) { n.l = mk(d - 1); n.r = mk(d - 1); } return n; }
function chk(n: Node): i32 { const l = n.l, r = n.r; return l !== null && r !== null ? 1 + chk(l) + chk(r) : 1; }
export function tree(): f64 { let s = 0; const keep = mk(16); for (let i = 0; i < 40; i++) { const t = mk(12); s += chk(t); } s += chk(keep); return s; }

abstract class Shape { constructor(public a: f64, public b: f64) {} abstract area(): f64; }
class Sq extends Shape { area(): f64 { return this.a * this.a; } }
class Re extends Shape { area(): f64 { return this.a * this.b; } }
class Ci extends Shape { area(): f64 { return this.a * this.a * 3.25; } }
export function virt(): f64 {
  const n = 1000, v: Shape[] = []; seed = 5;
  for (let i = 0; i < n; i++) { const k = (rnd() >> 16) % 3, a = <f64>(i & 15) * 0.5, b = <f64>(i & 7) + 1; if (k == 0) v.push(new Sq(a, b)); else if (k == 1) v.push(new Re(a, b)); else v.push(new Ci(a, b)); }
  let s: f64 = 0; for (let r = 0; r < 5000; r++) for (let i = 0; i < n; i++) s += v[i].area();
  return s;
}
