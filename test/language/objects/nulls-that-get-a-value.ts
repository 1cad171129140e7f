// A literal made with null, and seen as a link of a list: it gets a value later.
class S {
  head: { value: number; next: S["head"] } | null = null;
  push(v: number) {
    const n = { value: v, next: null };
    if (!this.head) this.head = n;
    else this.head.next = n;
  }
}
const s = new S();
s.push(1);
s.push(2);
console.log(s.head?.next?.value, JSON.stringify(s));
interface U {
  value: number;
  next: unknown;
}
const u: U = { value: 1, next: null };
console.log(JSON.stringify(u), JSON.stringify([u]));
interface L {
  value: number;
  next: L | null;
}
const l: L = { value: 1, next: null };
const holder: { head: L | null } = { head: l };
console.log(JSON.stringify(holder));
const plain = { value: 1, next: null };
const h2: { head: L | null } = { head: plain };
console.log(JSON.stringify(h2));
h2.head!.next = { value: 2, next: null };
console.log(JSON.stringify(h2));
