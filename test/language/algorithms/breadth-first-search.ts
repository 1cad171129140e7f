// Breadth-first search: a graph of arrays, a queue, a map of distances.

class Graph {
  private readonly edges: number[][] = [];
  constructor(readonly size: number) {
    for (let i = 0; i < size; i++) this.edges.push([]);
  }
  connect(a: number, b: number): void {
    this.edges[a].push(b);
    this.edges[b].push(a);
  }
  distances(start: number): Map<number, number> {
    const found = new Map<number, number>();
    found.set(start, 0);
    const queue: number[] = [start];
    while (queue.length > 0) {
      const node = queue.shift() ?? -1;
      const distance = found.get(node) ?? 0;
      for (const next of this.edges[node]) {
        if (found.has(next)) continue;
        found.set(next, distance + 1);
        queue.push(next);
      }
    }
    return found;
  }
}
const graph = new Graph(30);
for (let i = 0; i < 29; i++) if (i % 7 !== 6) graph.connect(i, i + 1);
for (let i = 0; i < 24; i += 6) graph.connect(i, i + 5);
let text = "";
graph.distances(0).forEach((distance, node) => {
  text += `${node}:${distance} `;
});
console.log(text);
