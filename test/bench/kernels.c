// Kernels in C: the same ten programs as kernels.ts, as a C programmer writes them.  kernels NAME REPS  ->  "NAME best_ms checksum"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <math.h>

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
static uint32_t seed;
static uint32_t rnd(void) { seed = seed * 1664525u + 1013904223u; return seed; }

static double k_matmul(void) {
  int n = 300;
  double *a = malloc(sizeof(double) * n * n), *b = malloc(sizeof(double) * n * n), *c = calloc(n * n, sizeof(double));
  for (int i = 0; i < n * n; i++) { a[i] = (i % 7) + 0.5; b[i] = (i % 5) - 1.25; }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++) {
      double x = a[i * n + k];
      for (int j = 0; j < n; j++) c[i * n + j] += x * b[k * n + j];
    }
  double s = 0;
  for (int i = 0; i < n * n; i++) s += c[i] * ((i % 3) + 1);
  free(a); free(b); free(c);
  return s;
}

static int32_t place(int32_t all, int32_t cols, int32_t d1, int32_t d2) {
  if (cols == all) return 1;
  int32_t cnt = 0, avail = all & ~(cols | d1 | d2);
  while (avail) {
    int32_t bit = avail & -avail;
    avail ^= bit;
    cnt += place(all, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1);
  }
  return cnt;
}
static double k_queens(void) { return place((1 << 13) - 1, 0, 0, 0); }

static double k_sieve(void) {
  int n = 4000000; uint8_t *f = malloc(n + 1); memset(f, 1, n + 1);
  int count = 0;
  for (int i = 2; i <= n; i++)
    if (f[i]) { count++; for (int64_t j = (int64_t)i * i; j <= n; j += i) f[j] = 0; }
  free(f);
  return count;
}

static const uint32_t K[64] = {
0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2
};
#define ROR(x, r) (((x) >> (r)) | ((x) << (32 - (r))))
static void sha_block(uint32_t *h, uint32_t *w, const uint8_t *p) {
  for (int i = 0; i < 16; i++) w[i] = (uint32_t)p[4 * i] << 24 | p[4 * i + 1] << 16 | p[4 * i + 2] << 8 | p[4 * i + 3];
  for (int i = 16; i < 64; i++) {
    uint32_t x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (ROR(x, 7) ^ ROR(x, 18) ^ (x >> 3)) + w[i - 7] + (ROR(y, 17) ^ ROR(y, 19) ^ (y >> 10));
  }
  uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], hh = h[7];
  for (int i = 0; i < 64; i++) {
    uint32_t t1 = hh + (ROR(e, 6) ^ ROR(e, 11) ^ ROR(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i];
    uint32_t t2 = (ROR(a, 2) ^ ROR(a, 13) ^ ROR(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    hh = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
  }
  h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += hh;
}
static double k_sha256(void) {
  int n = 1 << 22; uint8_t *p = malloc(n); seed = 7;
  for (int i = 0; i < n; i++) p[i] = rnd() >> 24;
  uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, w[64];
  for (int o = 0; o < n; o += 64) sha_block(h, w, p + o);
  free(p);
  return (double)h[0] + (double)h[7];
}

static void qs(int32_t *a, int lo, int hi) {
  while (lo < hi) {
    int32_t p = a[(lo + hi) >> 1]; int i = lo, j = hi;
    while (i <= j) {
      while (a[i] < p) i++;
      while (a[j] > p) j--;
      if (i <= j) { int32_t t = a[i]; a[i] = a[j]; a[j] = t; i++; j--; }
    }
    if (j - lo < hi - i) { qs(a, lo, j); lo = i; } else { qs(a, i, hi); hi = j; }
  }
}
static double k_qsort(void) {
  int n = 1000000; int32_t *a = malloc(4 * n); seed = 42;
  for (int i = 0; i < n; i++) a[i] = (int32_t)rnd();
  qs(a, 0, n - 1);
  double s = 0; for (int i = 0; i < n; i += 1000) s += (double)a[i] * (i % 7);
  free(a); return s;
}

static double k_mandel(void) {
  int n = 400, sum = 0;
  for (int py = 0; py < n; py++)
    for (int px = 0; px < n; px++) {
      double cr = 2.0 * px / n - 1.5, ci = 2.0 * py / n - 1.0, x = 0, y = 0; int it = 0;
      while (it < 100 && x * x + y * y <= 4.0) { double t = x * x - y * y + cr; y = 2 * x * y + ci; x = t; it++; }
      sum += it;
    }
  return sum;
}

typedef struct { double x, y, z, vx, vy, vz, m; } Body;
static double k_nbody(void) {
  Body bs[5];
  for (int i = 0; i < 5; i++) bs[i] = (Body){i * 1.5 + 0.1, i * i * 0.3, 0.2 - i * 0.7, 0.01 * i, 0.3 - 0.1 * i, 0.02 * i, 1.0 / (1 + i)};
  for (int s = 0; s < 200000; s++) {
    for (int i = 0; i < 5; i++) {
      Body *p = &bs[i];
      for (int j = i + 1; j < 5; j++) {
        Body *q = &bs[j];
        double dx = p->x - q->x, dy = p->y - q->y, dz = p->z - q->z, d2 = dx * dx + dy * dy + dz * dz;
        double mag = 0.001 / (d2 * sqrt(d2));
        p->vx -= dx * q->m * mag; p->vy -= dy * q->m * mag; p->vz -= dz * q->m * mag;
        q->vx += dx * p->m * mag; q->vy += dy * p->m * mag; q->vz += dz * p->m * mag;
      }
    }
    for (int i = 0; i < 5; i++) { Body *p = &bs[i]; p->x += 0.001 * p->vx; p->y += 0.001 * p->vy; p->z += 0.001 * p->vz; }
  }
  return bs[0].x + bs[1].y + bs[4].z;
}

// string-keyed hash map: 200k inserts of 20k distinct keys built by concatenation
typedef struct { char *k; uint32_t h; int32_t v; } Slot;
static double k_strmap(void) {
  uint32_t cap = 1024, used = 0; Slot *t = calloc(cap, sizeof(Slot)); seed = 99; char buf[32];
  for (int i = 0; i < 200000; i++) {
    int id = (rnd() >> 8) % 20000;
    int len = snprintf(buf, sizeof buf, "key%d_%d", id, id & 15);
    uint32_t h = 2166136261u; for (int j = 0; j < len; j++) h = (h ^ (uint8_t)buf[j]) * 16777619u;
    uint32_t p = h & (cap - 1);
    while (t[p].k && !(t[p].h == h && !strcmp(t[p].k, buf))) p = (p + 1) & (cap - 1);
    if (!t[p].k) {
      char *c = malloc(len + 1); memcpy(c, buf, len + 1); t[p] = (Slot){c, h, 0};
      if (++used * 4 > cap * 3) {
        Slot *o = t; uint32_t oc = cap; t[p].v = i & 255; cap *= 2; t = calloc(cap, sizeof(Slot));
        for (uint32_t q = 0; q < oc; q++) if (o[q].k) { uint32_t z = o[q].h & (cap - 1); while (t[z].k) z = (z + 1) & (cap - 1); t[z] = o[q]; }
        free(o); continue;
      }
    }
    t[p].v += i & 255;
  }
  double s = used; for (uint32_t q = 0; q < cap; q++) if (t[q].k) { s += t[q].v; free(t[q].k); }
  free(t); return s;
}

// binary trees: allocation and release of small objects
typedef struct Node { struct Node *l, *r; } Node;
static Node *mk(int d) { Node *n = malloc(sizeof *n); n->l = d ? mk(d - 1) : 0; n->r = d ? mk(d - 1) : 0; return n; }
static int chk(Node *n) { return n->l ? 1 + chk(n->l) + chk(n->r) : 1; }
static void del(Node *n) { if (n->l) { del(n->l); del(n->r); } free(n); }
static double k_tree(void) { double s = 0; Node *keep = mk(16); for (int i = 0; i < 40; i++) { Node *t = mk(12); s += chk(t); del(t); } s += chk(keep); del(keep); return s; }

// virtual dispatch over a mixed array
typedef struct Shape Shape; struct Shape { double (*area)(Shape *); double a, b; };
static double ar_sq(Shape *s) { return s->a * s->a; }
static double ar_re(Shape *s) { return s->a * s->b; }
static double ar_ci(Shape *s) { return s->a * s->a * 3.25; }
static double k_virt(void) {
  int n = 1000; Shape **v = malloc(n * sizeof *v); seed = 5;
  for (int i = 0; i < n; i++) { v[i] = malloc(sizeof(Shape)); uint32_t k = (rnd() >> 16) % 3; v[i]->area = k == 0 ? ar_sq : k == 1 ? ar_re : ar_ci; v[i]->a = (i & 15) * 0.5; v[i]->b = (i & 7) + 1; }
  double s = 0; for (int r = 0; r < 5000; r++) for (int i = 0; i < n; i++) s += v[i]->area(v[i]);
  for (int i = 0; i < n; i++) free(v[i]); free(v);
  return s;
}

static const struct { const char *n; double (*f)(void); } T[] = {
  {"matmul", k_matmul}, {"queens", k_queens}, {"sieve", k_sieve}, {"sha256", k_sha256}, {"qsort", k_qsort}, {"mandel", k_mandel},
  {"nbody", k_nbody}, {"strmap", k_strmap}, {"tree", k_tree}, {"virt", k_virt}};
int main(int argc, char **argv) {
  int reps = argc > 2 ? atoi(argv[2]) : 7;
  for (unsigned i = 0; i < sizeof T / sizeof *T; i++) {
    if (argc > 1 && strcmp(argv[1], "all") && strcmp(argv[1], T[i].n)) continue;
    double best = 1e30, sum = 0;
    for (int r = 0; r < reps; r++) { double t = now(); sum = T[i].f(); t = now() - t; if (t < best) best = t; }
    printf("%s %.3f %.9g\n", T[i].n, best, sum);
  }
  return 0;
}
