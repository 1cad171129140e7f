// Union and find: parents in a list, paths shortened on the way, and the smallest spanning tree of a graph.

class Groups {
  private readonly parents: number[] = [];
  private readonly sizes: number[] = [];
  count: number;

  constructor(count: number) {
    this.count = count;
    for (let at = 0; at < count; at++) {
      this.parents.push(at);
      this.sizes.push(1);
    }
  }

  find(at: number): number {
    while (this.parents[at] !== at) at = this.parents[at] = this.parents[this.parents[at]];
    return at;
  }

  join(left: number, right: number): boolean {
    let [large, small] = [this.find(left), this.find(right)];
    if (large === small) return false;
    if (this.sizes[large] < this.sizes[small]) [large, small] = [small, large];
    this.parents[small] = large;
    this.sizes[large] += this.sizes[small];
    this.count--;
    return true;
  }
}

const edges: [number, number, number][] = [
  [0, 1, 4],
  [1, 2, 8],
  [2, 3, 7],
  [3, 4, 9],
  [4, 5, 10],
  [5, 6, 2],
  [6, 7, 1],
  [7, 0, 8],
  [1, 7, 11],
  [2, 8, 2],
  [8, 6, 6],
  [2, 5, 4],
  [3, 5, 14],
];
const groups = new Groups(10);
const kept = edges.toSorted(([, , left], [, , right]) => left - right).filter(([from, to]) => groups.join(from, to));
console.log(kept.map(([from, to, cost]) => `${from}-${to}:${cost}`).join(" "));
console.log(
  kept.reduce((sum, [, , cost]) => sum + cost, 0),
  groups.count,
  groups.find(9),
  groups.find(0) === groups.find(8),
);

const chain = new Groups(1000);
for (let at = 1; at < 1000; at++) chain.join(at - 1, at);
console.log(chain.count, chain.join(0, 999), chain.find(500) === chain.find(999));
