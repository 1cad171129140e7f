// A promise that is used as one of wider types, whose values are stored otherwise, is the same promise to all that compare or keep it.
const p: Promise<number> = Promise.resolve(5);
const q: Promise<number | string> = p;
const u: Promise<unknown> = p;
const list: Promise<unknown>[] = [p];
console.log(list.includes(q), list.indexOf(u), list.lastIndexOf(p));
const m = new Map<Promise<number | string>, string>();
m.set(p, "p");
console.log(m.get(p), m.get(q), m.size, m.has(q));
const w = new WeakMap<Promise<unknown>, number>();
w.set(p, 1);
console.log(w.get(p), w.get(q), w.has(u));
const ws = new WeakSet<Promise<unknown>>();
ws.add(q);
console.log(ws.has(p), ws.has(u));
const s = new Set<Promise<unknown>>([p, q, u]);
console.log(s.size, s.has(p), s.has(q));
const [a, b, c]: unknown[] = [p, q, u];
console.log(a === b, b === c, a === Promise.resolve(5), a !== b);
