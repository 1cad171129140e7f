// Kernels: ten small programs that compilers are measured with. Plain TypeScript: the same file runs on Node and is compiled.
// Each answers a checksum, so that nothing can be left out.

let seed = 0;
function rnd(): number { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed; }

function matmul(): number {
  const n = 300, a = new Float64Array(n * n), b = new Float64Array(n * n), c = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) { a[i] = (i % 7) + 0.5; b[i] = (i % 5) - 1.25; }
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k];
      for (let j = 0; j < n; j++) c[i * n + j] += x * b[k * n + j];
    }
  let s = 0;
  for (let i = 0; i < n * n; i++) s += c[i] * ((i % 3) + 1);
  return s;
}

function place(all: number, cols: number, d1: number, d2: number): number {
  if (cols === all) return 1;
  let cnt = 0, avail = all & ~(cols | d1 | d2);
  while (avail !== 0) {
    const bit = avail & -avail;
    avail ^= bit;
    cnt += place(all, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1);
  }
  return cnt;
}
function queens(): number { return place((1 << 13) - 1, 0, 0, 0); }

function sieve(): number {
  const n = 4000000, f = new Uint8Array(n + 1); for (let i = 0; i <= n; i++) f[i] = 1;
  let count = 0;
  for (let i = 2; i <= n; i++)
    if (f[i] !== 0) { count++; for (let j = i * i; j <= n; j += i) f[j] = 0; }
  return count;
}

const K = new Uint32Array([
0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2]);
function ror(x: number, r: number): number { return (x >>> r) | (x << (32 - r)); }
function shaBlock(h: Uint32Array, w: Uint32Array, p: Uint8Array, o: number): void {
  for (let i = 0; i < 16; i++) w[i] = p[o + 4 * i] << 24 | p[o + 4 * i + 1] << 16 | p[o + 4 * i + 2] << 8 | p[o + 4 * i + 3];
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15], y = w[i - 2];
    w[i] = (w[i - 16] + (ror(x, 7) ^ ror(x, 18) ^ (x >>> 3)) + w[i - 7] + (ror(y, 17) ^ ror(y, 19) ^ (y >>> 10))) | 0;
  }
  let a = h[0] | 0, b = h[1] | 0, c = h[2] | 0, d = h[3] | 0, e = h[4] | 0, f = h[5] | 0, g = h[6] | 0, hh = h[7] | 0;
  for (let i = 0; i < 64; i++) {
    const t1 = (hh + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const t2 = ((ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    hh = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += hh;
}
function sha256(): number {
  const n = 1 << 22, p = new Uint8Array(n); seed = 7;
  for (let i = 0; i < n; i++) p[i] = rnd() >>> 24;
  const h = new Uint32Array([0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]), w = new Uint32Array(64);
  for (let o = 0; o < n; o += 64) shaBlock(h, w, p, o);
  return h[0] + h[7];
}

function qs(a: Int32Array, lo: number, hi: number): void {
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
function qsort(): number {
  const n = 1000000, a = new Int32Array(n); seed = 42;
  for (let i = 0; i < n; i++) a[i] = rnd() | 0;
  qs(a, 0, n - 1);
  let s = 0; for (let i = 0; i < n; i += 1000) s += a[i] * (i % 7);
  return s;
}

function mandel(): number {
  const n = 400; let sum = 0;
  for (let py = 0; py < n; py++)
    for (let px = 0; px < n; px++) {
      const cr = 2.0 * px / n - 1.5, ci = 2.0 * py / n - 1.0; let x = 0, y = 0, it = 0;
      while (it < 100 && x * x + y * y <= 4.0) { const t = x * x - y * y + cr; y = 2 * x * y + ci; x = t; it++; }
      sum += it;
    }
  return sum;
}

class Body { constructor(public x: number, public y: number, public z: number, public vx: number, public vy: number, public vz: number, public m: number) {} }
function nbody(): number {
  const bs: Body[] = [];
  for (let i = 0; i < 5; i++) bs.push(new Body(i * 1.5 + 0.1, i * i * 0.3, 0.2 - i * 0.7, 0.01 * i, 0.3 - 0.1 * i, 0.02 * i, 1.0 / (1 + i)));
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

function strmap(): number {
  const t = new Map<string, number>(); seed = 99;
  for (let i = 0; i < 200000; i++) {
    const id = (rnd() >>> 8) % 20000;
    const k = "key" + id + "_" + (id & 15);
    t.set(k, (t.get(k) ?? 0) + (i & 255));
  }
  let s = t.size; for (const v of t.values()) s += v;
  return s;
}

class Node { l: Node | null = null; r: Node | null = null; }
function mk(d: number): Node { const n = new Node(); if (d > 0) { n.l = mk(d - 1); n.r = mk(d - 1); } return n; }
function chk(n: Node): number { return n.l !== null && n.r !== null ? 1 + chk(n.l) + chk(n.r) : 1; }
function tree(): number { let s = 0; const keep = mk(16); for (let i = 0; i < 40; i++) { const t = mk(12); s += chk(t); } s += chk(keep); return s; }

abstract class Shape { constructor(public a: number, public b: number) {} abstract area(): number; }
class Sq extends Shape { area(): number { return this.a * this.a; } }
class Re extends Shape { area(): number { return this.a * this.b; } }
class Ci extends Shape { area(): number { return this.a * this.a * 3.25; } }
function virt(): number {
  const n = 1000, v: Shape[] = []; seed = 5;
  for (let i = 0; i < n; i++) { const k = (rnd() >>> 16) % 3, a = (i & 15) * 0.5, b = (i & 7) + 1; v.push(k === 0 ? new Sq(a, b) : k === 1 ? new Re(a, b) : new Ci(a, b)); }
  let s = 0; for (let r = 0; r < 5000; r++) for (let i = 0; i < n; i++) s += v[i].area();
  return s;
}

export { mandel, matmul, nbody, qsort, queens, sha256, sieve, strmap, tree, virt };
