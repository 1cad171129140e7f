// Priority queue: a generic binary heap with a comparison, and shortest paths by it.

class Heap<T> {
  private readonly items: T[] = [];
  constructor(private readonly isBefore: (a: T, b: T) => boolean) {}
  get size(): number {
    return this.items.length;
  }
  push(item: T): void {
    this.items.push(item);
    let at = this.items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(this.items[at], this.items[parent])) break;
      this.swap(at, parent);
      at = parent;
    }
  }
  pop(): T | undefined {
    if (this.items.length === 0) return undefined;
    this.swap(0, this.items.length - 1);
    const top = this.items.pop();
    let at = 0;
    while (true) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.items.length && this.isBefore(this.items[child], this.items[least])) least = child;
      }
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }
  private swap(a: number, b: number): void {
    const item = this.items[a];
    this.items[a] = this.items[b];
    this.items[b] = item;
  }
}
interface Visit {
  node: number;
  cost: number;
}
function shortest(edges: number[][][], from: number): number[] {
  const costs: number[] = edges.map(() => Infinity);
  const heap = new Heap<Visit>((a, b) => a.cost < b.cost);
  heap.push({ node: from, cost: 0 });
  while (heap.size > 0) {
    const visit = heap.pop();
    if (visit === undefined || costs[visit.node] <= visit.cost) continue;
    costs[visit.node] = visit.cost;
    for (const [to, cost] of edges[visit.node]) heap.push({ node: to, cost: visit.cost + cost });
  }
  return costs;
}
const edges: number[][][] = [
  [
    [1, 4],
    [2, 1],
  ],
  [[3, 1]],
  [
    [1, 2],
    [3, 5],
  ],
  [[4, 3]],
  [],
  [],
];
console.log(shortest(edges, 0).join());
const numbers = new Heap<number>((a, b) => a > b);
for (const n of [5, 1, 9, 3, 9, 2]) numbers.push(n);
let order = "";
while (numbers.size > 0) order += `${numbers.pop() ?? 0} `;
console.log(order);
